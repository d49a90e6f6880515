package lipschitzlab.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
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
    private final Consumer<Made> done;
    private final Consumer<Throwable> failed;
    private Optional<Request> made = Optional.empty();
    private boolean busy;
    private long last = System.nanoTime() - TRAINING_NANOS;

    /** The steps tell when a picture is out of date. */
    private record Request(List<Lane> lanes, List<Integer> steps, LatentWalk.Place place, SampleSource source) {}

    /**
     * What was asked for.
     *
     * @param images in the lanes' order; none of a lane that kept no generator
     */
    record Made(List<Lane> lanes, List<Optional<Image>> images) {}

    WalkPictures(Experiment experiment, Consumer<Made> done, Consumer<Throwable> failed) {
        this.experiment = experiment;
        this.done = done;
        this.failed = failed;
    }

    /** Asks for the pictures of a point, unless they are there, others are being made, or lanes that train need a rest from it. */
    void ask(List<Lane> lanes, LatentWalk.Place place, SampleSource source, boolean training) {
        Request request = new Request(lanes, lanes.stream().map(Lane::step).toList(), place, source);
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
        return new Made(
                request.lanes(),
                samples.stream()
                        .map(sample -> sample.map(values ->
                                SampleImages.of(values, experiment.data().sampleShape())))
                        .toList());
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
