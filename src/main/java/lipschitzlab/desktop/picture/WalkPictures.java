package lipschitzlab.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.training.LatentWalk;
import lipschitzlab.training.SampleSource;

/**
 * Makes the pictures of one latent point, one of each lane, between two steps of training. While some are made, newer points wait:
 * newest wins.
 */
final class WalkPictures {
    /** Between two requests while lanes train, since all of them rest for each. */
    private static final long TRAINING_NANOS = 350_000_000;

    private final BackgroundRunner runner = new BackgroundRunner("latent-walk");
    private final Experiment experiment;
    private final WalkPlane plane;
    private final Consumer<Made> done;
    private final Consumer<Throwable> failed;
    private Optional<Request> made = Optional.empty();
    private boolean busy;
    private long last = System.nanoTime() - TRAINING_NANOS;

    /** The steps tell when a picture is out of date. */
    private record Request(
            List<Lane> lanes,
            List<LaneStyle> styles,
            List<Integer> steps,
            LatentWalk.Place place,
            SampleSource source,
            ChartTheme theme) {}

    /**
     * What a lane's generator made.
     *
     * @param image a picture, or the place of a point
     * @param step of the place
     * @param point where it lies in the image, whose sides are 1; none of a picture
     */
    record Drawn(Image image, int step, Optional<Point2D> point) {}

    /**
     * What was asked for.
     *
     * @param drawn in the lanes' order; none of a lane that kept no generator
     */
    record Made(List<Lane> lanes, List<Optional<Drawn>> drawn) {}

    WalkPictures(Experiment experiment, Consumer<Made> done, Consumer<Throwable> failed) {
        this.experiment = experiment;
        this.plane = new WalkPlane(experiment);
        this.done = done;
        this.failed = failed;
    }

    /** Asks for the pictures of a point, unless they are there, others are being made, or lanes that train need a rest from it. */
    void ask(List<LaneModel> models, LatentWalk.Place place, SampleSource source, ChartTheme theme, boolean training) {
        List<Lane> lanes = models.stream().map(LaneModel::lane).toList();
        Request request = new Request(
                lanes,
                models.stream().map(LaneModel::style).toList(),
                lanes.stream().map(Lane::step).toList(),
                place,
                source,
                theme);
        long now = System.nanoTime();
        if (busy || made.filter(request::equals).isPresent() || training && now - last < TRAINING_NANOS) {
            return;
        }
        busy = true;
        made = Optional.of(request);
        runner.run(() -> make(request), this::done, this::failed);
    }

    /** Has the next ones made in any case. */
    void forget() {
        made = Optional.empty();
    }

    private Made make(Request request) throws InterruptedException {
        List<Optional<float[]>> samples = new ArrayList<>();
        experiment.doAtRest(
                () -> request.lanes()
                        .forEach(lane -> samples.add(
                                lane.read(training -> LatentWalk.sample(training, request.place(), request.source()))
                                        .flatMap(sample -> sample))),
                Experiment.FOREVER);
        List<Optional<Drawn>> drawn = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            int lane = i;
            drawn.add(samples.get(i).map(sample -> draw(request, lane, sample)));
        }
        return new Made(request.lanes(), drawn);
    }

    private Drawn draw(Request request, int lane, float[] sample) {
        return WalkPlane.fits(experiment.data())
                ? plane.draw(
                        request.lanes(),
                        request.lanes().get(lane),
                        sample,
                        request.styles().get(lane),
                        request.theme(),
                        WalkTiles.PLANE)
                : new Drawn(
                        SampleImages.of(sample, experiment.data().sampleShape()),
                        request.steps().get(lane),
                        Optional.empty());
    }

    private void done(Made pictures) {
        busy = false;
        last = System.nanoTime();
        done.accept(pictures);
    }

    private void failed(Throwable failure) {
        busy = false;
        last = System.nanoTime();
        failed.accept(failure);
    }

    void finish() {
        runner.finish();
    }
}
