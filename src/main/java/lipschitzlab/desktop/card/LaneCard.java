package lipschitzlab.desktop.card;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Colours;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.FontProbe;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.LaneMark;
import lipschitzlab.desktop.control.SteadyLabel;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.LaneFailure;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.preset.LaneSpec;
import org.kordamp.ikonli.javafx.FontIcon;

/** One lane: its name and state, how far and how fast it is, its samples and a chart; or why it stopped. */
public final class LaneCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FILLING = PseudoClass.getPseudoClass("filling");
    private static final PseudoClass SMALL_CARD = PseudoClass.getPseudoClass("small");

    /** A card lower than this many of its letters' sizes has no room for all rows above the samples. */
    private static final double SMALL = 27.5;

    private static final String WIDEST_SPEED = "00,000";
    private static final String WIDEST_TIME = "0.00888";

    private final LaneModel lane;
    private final SampleView samples = new SampleView();
    private final CardChart chart;
    private final Label failure = new Label();
    private final Button fill = new Button();
    private final List<Region> secondary;
    private final CardBody body;
    private final ObservationLine happening;
    private final FontProbe type = new FontProbe(this::resized);

    /** @param lessons leads from what happens in the lane to a lesson about it */
    public LaneCard(LaneModel lane, CardChart chart, ChartTheme theme, LessonLinks lessons) {
        this.lane = lane;
        this.chart = chart;
        setColour(theme);
        setId("card-" + lane.id());
        getStyleClass().add("lane-card");
        lane.run().ifPresent(other -> getStyleClass().add("of-another-run"));
        failure.getStyleClass().add("failure");
        failure.setWrapText(true);
        failure.setMinHeight(USE_PREF_SIZE);
        failure.setGraphic(new FontIcon(org.kordamp.ikonli.material2.Material2AL.ERROR_OUTLINE));
        failure.managedProperty().bind(failure.visibleProperty());
        StringBinding steps = StepLabel.steps(lane);
        samples.setReader(new PointReading(lane)::at);
        body = new CardBody(samples, beside(steps), chart);
        HBox progress = progress(steps);
        happening = new ObservationLine(lane, lessons);
        secondary = List.of(progress, pace(), new FactGrid(lane.factsProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(header(), progress, bar());
        getChildren().addAll(secondary.subList(1, secondary.size()));
        getChildren().addAll(happening, failure, body, type);
        heightProperty().subscribe(now -> resized());
        lane.failureProperty().subscribe(this::showFailure);
        setMinSize(0, 0);
    }

    /** Takes over a theme's colours. */
    public void setTheme(ChartTheme theme) {
        setColour(theme);
        chart.setTheme(theme);
    }

    /** The colour that the lane has in charts. */
    private void setColour(ChartTheme theme) {
        java.awt.Color ink = lane.style().ink(theme);
        java.awt.Color words = theme.textInk(ink);
        setStyle("-lab-lane: " + Colours.css(ink) + "; -lab-lane-text: " + Colours.css(words) + ";");
    }

    private void resized() {
        setSmall(getHeight() < SMALL * type.getFont().getSize());
    }

    /** On a small card whole rows make room for the pictures; what they say stands beside the samples. */
    private void setSmall(boolean small) {
        secondary.forEach(row -> {
            row.setVisible(!small);
            row.setManaged(!small);
        });
        happening.setPlace(!small);
        body.setSmall(small);
        pseudoClassStateChanged(SMALL_CARD, small);
    }

    private HBox header() {
        Label title = new Label();
        title.setGraphic(new LaneMark(lane.style()));
        title.textProperty().bind(lane.titleProperty());
        title.getStyleClass().add("lane-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        title.setMinHeight(USE_PREF_SIZE);
        Hint.bind(title, lane.titleProperty().map(name -> name + "\n" + method()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Actions.dress(fill, Command.FILL);
        fill.setId("fill-" + lane.id());
        fill.getStyleClass().addAll("flat", "button-icon", "small");
        HBox header = new HBox(6, title, fill);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /** The method with its paper, and how it is trained. */
    private String method() {
        LaneSpec spec = lane.lane().spec();
        return spec.constraint().title() + ", after " + spec.constraint().source() + "\nobjective "
                + spec.objective().id() + ", optimizer " + spec.optimizer().id();
    }

    private Label chip() {
        Label chip = new Label();
        chip.getStyleClass().add("chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.textProperty().bind(lane.stateProperty().map(LaneState::title));
        lane.stateProperty().subscribe(now -> showState(chip, now));
        return chip;
    }

    private static void showState(Label chip, LaneState state) {
        for (LaneState each : LaneState.values()) {
            chip.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == state);
        }
    }

    private ProgressBar bar() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("lane-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> lane.stepProperty().get()
                                / Math.max(1.0, lane.horizonProperty().get()),
                        lane.stepProperty(),
                        lane.horizonProperty()));
        return bar;
    }

    /** What stands beside the samples of a small card. */
    private VBox beside(StringBinding steps) {
        Label step = new Label();
        step.getStyleClass().add("fact-value");
        step.textProperty().bind(steps);
        step.setMinWidth(USE_PREF_SIZE);
        VBox beside = new VBox(1, step, chip(), new FactGrid(lane.factsProperty()));
        beside.getStyleClass().add("beside");
        return beside;
    }

    private HBox progress(StringBinding steps) {
        // In a box, so that as a chip it is no wider than its words.
        HBox step = new HBox(new StepLabel(lane, steps));
        step.setAlignment(Pos.CENTER_LEFT);
        return apart(step, chip());
    }

    private HBox pace() {
        HBox speed = measured(
                lane.speedProperty().map(LaneCard::speedInWords),
                WIDEST_SPEED,
                "critic steps/s",
                "By the time that this lane's own training steps took, diagnosis left out");
        HBox seconds = measured(
                lane.secondsProperty().map(time -> Texts.number(time.doubleValue())),
                WIDEST_TIME,
                "s",
                "The time that this lane's own training steps took");
        HBox pace = apart(speed, seconds);
        pace.getStyleClass().add("lane-pace");
        return pace;
    }

    private static HBox measured(ObservableValue<String> number, String widest, String unit, String help) {
        SteadyLabel value = SteadyLabel.number(widest);
        value.textProperty().bind(number);
        Label name = new Label(unit);
        name.setMinWidth(USE_PREF_SIZE);
        List.of(value, name).forEach(label -> label.getStyleClass().add("numbers"));
        HBox measured = unit.length() > 1 ? new HBox(4, name, value) : new HBox(4, value, name);
        Hint.set(measured, help);
        return measured;
    }

    private static String speedInWords(Number speed) {
        return speed.doubleValue() == 0 ? "–" : Texts.number(speed.doubleValue());
    }

    private static HBox apart(Region left, Region right) {
        left.setMaxWidth(Double.MAX_VALUE);
        left.setMinWidth(0);
        right.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox line = new HBox(6, left, right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void showFailure(Optional<LaneFailure> now) {
        failure.setVisible(now.isPresent());
        failure.setText(now.map(why -> why.cause() + " " + why.remedy()).orElse(""));
    }

    /** The lane on this card. */
    public LaneModel lane() {
        return lane;
    }

    /** Its picture. */
    public SampleView samples() {
        return samples;
    }

    /** Its chart. */
    public CardChart chart() {
        return chart;
    }

    /** Fills the window with this card, or shows all again. */
    public Button fillButton() {
        return fill;
    }

    /** Shows whether this card fills the window, and so what its button does. */
    void setFilling(boolean filling) {
        fill.setGraphic(new FontIcon((filling ? Command.BACK : Command.FILL).icon()));
        pseudoClassStateChanged(FILLING, filling);
        chart.forget();
    }

    /** Shows whether the panel edits this lane. */
    public void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
