package lipschitzlab.desktop.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.diagnostic.feature.ClassifierCache;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.measurement.ShownPictures;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.neighbour.NearestSamples;
import lipschitzlab.plot.SamplePicture;
import org.controlsfx.control.SegmentedButton;

/**
 * A generated picture beside the training pictures that are nearest to it, by pixels or by features, searched in the background, and
 * below them what the lane's critic would have changed in it.
 */
public final class NeighbourPopover {
    private static final String REMEMBERED = "neighboursBy";
    private static final double SIDE = 96;
    private static final double WORDS_WIDTH = 640;
    private static final double BESIDE = 6;
    private static final double GAP = 8;

    private final LabModel model;
    private final WindowPreferences preferences;
    private final BackgroundRunner runner = new BackgroundRunner("neighbour-search");
    private final MoreReal moreReal;
    private final NeighbourSearch search = new NeighbourSearch(ClassifierCache.usual());
    private final Popup popup = new Popup();
    private final Label title = new Label();
    private final HBox row = new HBox(GAP);
    private final Label searching = new Label();
    private final Label words = new Label();
    private final AtomicInteger newest = new AtomicInteger();
    private Resemblance by;
    private Optional<NeighbourSearch.Question> asked = Optional.empty();

    public NeighbourPopover(LabModel model, WindowPreferences preferences) {
        this.model = model;
        this.moreReal = new MoreReal();
        this.preferences = preferences;
        this.by = preferences.recall(REMEMBERED).flatMap(Resemblance::named).orElse(Resemblance.PIXELS);
        popup.setAutoHide(true);
        popup.setOnHidden(event -> {
            newest.incrementAndGet();
            moreReal.forget();
            asked = Optional.empty();
        });
        popup.getContent().setAll(content());
        // The features of data that are no longer open would only take memory.
        model.experimentProperty().subscribe(now -> forget());
    }

    private VBox content() {
        title.getStyleClass().add("heading");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        SegmentedButton chooser = new SegmentedButton();
        for (Resemblance each : Resemblance.values()) {
            ToggleButton button = new ToggleButton(each.title());
            button.setId("neighbours-by-" + each.name().toLowerCase(Locale.ROOT));
            button.setUserData(each);
            Hint.set(button, each.help());
            button.setSelected(each == by);
            chooser.getButtons().add(button);
        }
        chooser.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                choose((Resemblance) now.getUserData());
            }
        });
        chooser.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(GAP, title, chooser);
        head.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("note");
        words.setWrapText(true);
        words.setMaxWidth(WORDS_WIDTH);
        words.setMinHeight(Region.USE_PREF_SIZE);
        row.getStyleClass().add("neighbour-row");
        searching.setAlignment(Pos.CENTER);
        VBox content = new VBox(GAP, head, row, words, moreReal);
        content.getStyleClass().add("neighbours");
        return content;
    }

    private void choose(Resemblance next) {
        if (next != by) {
            by = next;
            preferences.remember(REMEMBERED, next.name());
            asked.ifPresent(this::ask);
        }
    }

    private void forget() {
        newest.incrementAndGet();
        popup.hide();
        runner.run(
                () -> {
                    search.forget();
                    return null;
                },
                done -> {},
                failure -> model.report("The features of pictures could not be forgotten", failure));
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
        Optional<Snapshot> shown = lane.onCard().filter(snapshot -> place < snapshot.sampleCount());
        Optional<Experiment> open = model.experimentProperty().get();
        if (shown.isEmpty() || open.isEmpty()) {
            return;
        }
        popup.hide();
        Snapshot snapshot = shown.get();
        title.setText("Training pictures nearest to one of " + lane.title()
                + (lane.averagedProperty().get() ? ", averaged," : "") + " at step " + Texts.count(snapshot.step()));
        LaneModel.RealData real = lane.real();
        ask(new NeighbourSearch.Question(
                real.data(),
                real.seed(),
                SamplePicture.sample(snapshot, place),
                open.get().backend()));
        moreReal.show(
                open.get(),
                lane.lane(),
                snapshot,
                place,
                width(snapshot),
                failure -> model.report("The critic could not be asked", failure));
        Bounds beside = view.chosenOnScreen();
        popup.show(view, beside.getMaxX() + BESIDE, beside.getMinY());
    }

    private void ask(NeighbourSearch.Question question) {
        asked = Optional.of(question);
        int number = newest.incrementAndGet();
        Resemblance wanted = by;
        showSearching(question);
        runner.run(
                () -> search.answer(question, wanted, () -> newest.get() == number, now -> say(number, now)),
                found -> found.filter(any -> newest.get() == number).ifPresent(answer -> show(question, answer)),
                failure -> {
                    if (newest.get() == number) {
                        searching.setText("The search failed.");
                    }
                    model.report("The nearest pictures could not be searched", failure);
                });
    }

    /** From the thread that searches. */
    private void say(int number, String now) {
        Platform.runLater(() -> {
            if (newest.get() == number) {
                searching.setText(now);
            }
        });
    }

    private void showSearching(NeighbourSearch.Question question) {
        Image own = own(question);
        searching.setText("Searching …");
        // As much room as the pictures will take, so that nothing moves when they come.
        searching.setMinWidth(NeighbourSearch.COUNT * (scale(own) * own.getWidth() + GAP) - GAP);
        row.getChildren().setAll(picture(own, scale(own), "generated", ""), line(), searching);
        words.setText(by.meaning());
    }

    private void show(NeighbourSearch.Question question, NeighbourSearch.Answer answer) {
        Image own = own(question);
        row.getChildren()
                .setAll(picture(own, scale(own), "generated", answer.takenFor().orElse("")), line());
        for (NearestSamples.Neighbour neighbour : answer.nearest().neighbours()) {
            Image image = image(question.data(), neighbour.sample());
            row.getChildren()
                    .add(picture(image, scale(own), Texts.number(neighbour.distance()), neighbour.className()));
        }
        words.setText(answer.words());
    }

    private static Image own(NeighbourSearch.Question question) {
        return image(question.data(), question.sample());
    }

    private static Image image(Dataset data, float[] sample) {
        return SampleImages.of(sample, data.sampleShape());
    }

    /** Of all pictures of a search in a row, or of the words below them. */
    private static double width(Snapshot snapshot) {
        Image any = SampleImages.of(SamplePicture.sample(snapshot, 0), snapshot.sampleShape());
        double picture = scale(any) * any.getWidth() + GAP;
        return Math.max(WORDS_WIDTH, (1 + NeighbourSearch.COUNT) * picture + 1);
    }

    private static double scale(Image image) {
        return Math.max(1, Math.floor(SIDE / image.getHeight()));
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("upright-line");
        return line;
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
        moreReal.finish();
    }
}
