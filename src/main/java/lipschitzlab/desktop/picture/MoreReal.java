package lipschitzlab.desktop.picture;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lipschitzlab.compute.Shape;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.diagnostic.InputGradient;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.ShownPictures;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.PixelGradient;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.training.LaneProbe;

/**
 * What would make a generated picture more real to its lane's critic: ∂D/∂x at that picture, read between two steps of training on a
 * background thread.
 */
final class MoreReal extends VBox {
    private static final double SIDE = 96;
    private static final double GAP = 8;
    private static final int LEGEND_LENGTH = 129;
    private static final int LEGEND_HEIGHT = 10;
    private static final String MEANING =
            "Where brighter pixels would raise the critic's score (light teal), and where darker ones would (dark brown).";

    private final BackgroundRunner runner = new BackgroundRunner("input-gradient");
    private final AtomicInteger newest = new AtomicInteger();
    private final HBox row = new HBox(1.5 * GAP);
    private final Label numbers = new Label();
    private final Label words = new Label();
    private final HBox legend;
    private final VBox beside;
    private final Label darkest = new Label();
    private final Label lightest = new Label();

    /**
     * What is asked.
     *
     * @param labels the picture's class, if networks read classes; otherwise none
     * @param className the name of that class
     * @param shown the step at which the picture was made
     */
    private record Question(
            Experiment experiment, Lane lane, float[] sample, int[] labels, Optional<String> className, int shown) {}

    /** @param step at which the critic was asked */
    private record Answer(InputGradient gradient, int step) {}

    MoreReal() {
        super(GAP);
        setId("more-real");
        Region line = new Region();
        line.getStyleClass().add("level-line");
        Label title = new Label("What would make it more real?");
        title.getStyleClass().add("heading");
        numbers.getStyleClass().add("fact-value");
        numbers.setWrapText(true);
        words.getStyleClass().add("note");
        words.setWrapText(true);
        legend = legend();
        beside = new VBox(GAP / 2, numbers, legend, words);
        numbers.setMinHeight(Region.USE_PREF_SIZE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(beside, Priority.ALWAYS);
        row.getChildren().setAll(new Region(), beside);
        row.setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(line, title, row);
    }

    private HBox legend() {
        ImageView strip = new ImageView(
                FxImages.of(PixelGradient.legend(LEGEND_LENGTH, LEGEND_HEIGHT).toImage()));
        HBox made = new HBox(GAP, darkest, strip, lightest);
        made.getStyleClass().add("numbers");
        made.setAlignment(Pos.CENTER_LEFT);
        return made;
    }

    /**
     * Asks the lane's critic about one of the pictures on its card.
     *
     * @param width of what stands above
     */
    void show(
            Experiment experiment, Lane lane, Snapshot snapshot, int place, double width, Consumer<Throwable> failed) {
        int[] labels = ShownPictures.of(experiment.preset(), experiment.data()).labelsOf(place);
        Question question = new Question(
                experiment,
                lane,
                SamplePicture.sample(snapshot, place),
                labels,
                Arrays.stream(labels)
                        .mapToObj(experiment.data().classNames()::get)
                        .findFirst(),
                snapshot.step());
        Shape shape = snapshot.sampleShape();
        int number = newest.incrementAndGet();
        say("Asking the critic between two steps …");
        // As large as the picture that comes, so that nothing moves.
        double scale = scale(shape);
        row.getChildren().set(0, room(scale * shape.size(2), scale * shape.size(1)));
        beside.setPrefWidth(width - scale * shape.size(2) - row.getSpacing());
        runner.run(
                () -> ask(question),
                answer -> {
                    if (newest.get() == number) {
                        answer.ifPresentOrElse(
                                found -> show(question, found, shape), () -> say("No critic was kept of this lane."));
                    }
                },
                failure -> {
                    if (newest.get() == number) {
                        say("The critic could not be asked.");
                    }
                    failed.accept(failure);
                });
    }

    private static Optional<Answer> ask(Question question) throws InterruptedException {
        AtomicReference<Optional<Answer>> answer = new AtomicReference<>(Optional.empty());
        question.experiment()
                .doAtRest(
                        () -> answer.set(question.lane()
                                .read(training -> new Answer(
                                        new LaneProbe(training).inputGradient(question.sample(), question.labels()),
                                        training.step()))),
                        Experiment.FOREVER);
        return answer.get();
    }

    private void say(String now) {
        numbers.setText(now);
        words.setText(MEANING);
        legend.setVisible(false);
    }

    private void show(Question question, Answer answer, Shape shape) {
        PixelGradient map = PixelGradient.of(answer.gradient().gradient(), shape);
        Image image = FxImages.of(map.raster().toImage());
        row.getChildren().set(0, SampleImages.view(image, scale(shape)));
        numbers.setText("D = " + Texts.number(answer.gradient().value()) + "   ‖∂D/∂x‖ = "
                + Texts.number(answer.gradient().norm()));
        darkest.setText(Texts.number(-map.largest()));
        lightest.setText("+" + Texts.number(map.largest()) + " of D for a unit of brightness");
        legend.setVisible(map.largest() > 0);
        words.setText(MEANING + (shape.size(0) > 1 ? " Red, green and blue alike: their sum." : "")
                + " From black to white are two units. ‖∂D/∂x‖ is the most by which a small change of the whole picture changes D, for a unit"
                + " of that change's length." + by(question, answer));
    }

    private static String by(Question question, Answer answer) {
        String step = answer.step() == question.shown() ? "" : " as it is at step " + Texts.count(answer.step());
        String of = question.className().map(name -> " for the class " + name).orElse("");
        return step.isEmpty() && of.isEmpty() ? "" : " By the critic" + step + of + ".";
    }

    private static double scale(Shape shape) {
        return Math.max(1, Math.floor(SIDE / shape.size(1)));
    }

    private static Region room(double width, double height) {
        Region room = new Region();
        room.setMinSize(width, height);
        return room;
    }

    /** What is being asked is no longer wanted. */
    void forget() {
        newest.incrementAndGet();
    }

    void finish() {
        forget();
        runner.finish();
    }
}
