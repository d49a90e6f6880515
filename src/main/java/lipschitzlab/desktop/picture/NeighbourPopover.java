package lipschitzlab.desktop.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.desktop.card.LaneCard;
import lipschitzlab.desktop.card.SamplePainter;
import lipschitzlab.desktop.card.SampleView;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.measurement.ShownPictures;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.neighbour.NearestSamples;
import lipschitzlab.neighbour.PixelDistance;
import lipschitzlab.neighbour.SampleDistance;
import lipschitzlab.plot.SamplePicture;

/** A generated picture beside the training pictures that are nearest to it, searched in the background. */
public final class NeighbourPopover {
    private static final int COUNT = 6;
    private static final double SIDE = 96;
    private static final double WORDS_WIDTH = 640;
    private static final double BESIDE = 6;

    private final LabModel model;
    private final BackgroundRunner runner = new BackgroundRunner("neighbour-search");
    private final SampleDistance distance = new PixelDistance();
    private final Popup popup = new Popup();
    private final AtomicInteger newest = new AtomicInteger();

    /** What is asked for, taken at one moment. */
    private record Question(String lane, int step, Dataset data, long seed, float[] sample) {}

    public NeighbourPopover(LabModel model) {
        this.model = model;
        popup.setAutoHide(true);
        popup.setOnHidden(event -> newest.incrementAndGet());
    }

    /** Shows a card's pictures, if its samples are such, with sharp pixels, and the neighbours of each that is chosen. */
    public void offer(LaneCard card) {
        boolean pictures = card.lane().real().data().sampleShape().rank() > 1;
        card.samples().setSharp(pictures);
        card.samples()
                .setGrid(
                        pictures ? SamplePainter.GRID_COLUMNS : 0,
                        pictures ? rowNames(card.lane()) : List.of(),
                        place -> show(card.lane(), card.samples(), place));
    }

    /** The classes of the rows, where the lane's networks read classes. */
    private List<String> rowNames(LaneModel lane) {
        return model.experimentProperty()
                .get()
                .filter(open -> lane.run().isEmpty()
                        && ShownPictures.of(open.preset(), open.data()).inRows())
                .map(open -> open.data().classNames())
                .orElse(List.of());
    }

    /**
     * Shows the neighbours of one of a lane's pictures, beside it.
     *
     * @param place of the picture, from 0
     */
    private void show(LaneModel lane, SampleView view, int place) {
        Optional<Snapshot> shown = lane.snapshotProperty().get().filter(snapshot -> place < snapshot.sampleCount());
        shown.ifPresent(snapshot -> {
            LaneModel.RealData real = lane.real();
            show(
                    new Question(
                            lane.title(),
                            snapshot.step(),
                            real.data(),
                            real.seed(),
                            SamplePicture.sample(snapshot, place)),
                    view);
        });
    }

    private void show(Question question, SampleView view) {
        popup.hide();
        int number = newest.incrementAndGet();
        popup.getContent().setAll(content(question, Optional.empty()));
        Bounds place = view.chosenOnScreen();
        popup.show(view, place.getMaxX() + BESIDE, place.getMinY());
        runner.run(
                () -> NearestSamples.search(
                        question.data(),
                        question.seed(),
                        question.sample(),
                        COUNT,
                        distance,
                        () -> newest.get() == number),
                found -> found.filter(any -> newest.get() == number)
                        .ifPresent(any -> popup.getContent().setAll(content(question, found))),
                failure -> model.report("The nearest pictures could not be searched", failure));
    }

    private Region content(Question question, Optional<NearestSamples> found) {
        Image own = SampleImages.of(question.sample(), question.data().sampleShape());
        double scale = Math.max(1, Math.floor(SIDE / own.getHeight()));
        HBox row = new HBox(8, picture(own, scale, "generated", ""));
        Region line = new Region();
        line.getStyleClass().add("upright-line");
        row.getChildren().add(line);
        if (found.isPresent()) {
            for (NearestSamples.Neighbour neighbour : found.get().neighbours()) {
                Image image =
                        SampleImages.of(neighbour.sample(), question.data().sampleShape());
                row.getChildren().add(picture(image, scale, Texts.number(neighbour.distance()), neighbour.className()));
            }
        } else {
            // As much room as the pictures will take, so that nothing moves when they come.
            Label searching = new Label("Searching …");
            searching.setMinWidth(COUNT * (scale * own.getWidth() + 8) - 8);
            searching.setAlignment(Pos.CENTER);
            row.getChildren().add(searching);
        }
        Label title = new Label("Training pictures nearest to one of " + question.lane() + " at step "
                + String.format(Locale.ROOT, "%,d", question.step()));
        title.getStyleClass().add("heading");
        Label words = new Label(words(found));
        words.getStyleClass().add("note");
        words.setWrapText(true);
        words.setMaxWidth(WORDS_WIDTH);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(8, title, row, words);
        content.getStyleClass().add("neighbours");
        return content;
    }

    private String words(Optional<NearestSamples> found) {
        String searched = found.map(result -> (result.stored() ? "Among all " : "The data are drawn anew: among ")
                        + String.format(Locale.ROOT, "%,d", result.searched())
                        + (result.stored() ? " training pictures. " : " pictures that were drawn for this. "))
                .orElse("");
        return searched + "Numbers: " + distance.unit()
                + ". A generator that has learned a picture by heart has a neighbour at nearly 0.";
    }

    private static VBox picture(Image image, double scale, String above, String below) {
        Label title = new Label(above);
        title.getStyleClass().add("fact-value");
        Label name = new Label(below);
        name.getStyleClass().add("note");
        double wide = scale * image.getWidth();
        for (Label label : List.of(title, name)) {
            label.setMaxWidth(wide);
            Hint.set(label, label.getText());
        }
        VBox box = new VBox(2, SampleImages.view(image, scale), title, name);
        box.setAlignment(Pos.TOP_CENTER);
        box.setMinWidth(wide);
        return box;
    }

    /** Searches no more. */
    public void finish() {
        newest.incrementAndGet();
        runner.finish();
    }
}
