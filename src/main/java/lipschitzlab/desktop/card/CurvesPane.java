package lipschitzlab.desktop.card;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.FlowRow;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.BesideModel;
import lipschitzlab.desktop.model.ComparisonModel;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.MetricMeaning;
import lipschitzlab.plot.ChangeMark;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.curve.CurveChart;
import lipschitzlab.plot.curve.CurveReadout;
import lipschitzlab.plot.curve.CurveView;
import lipschitzlab.plot.curve.LaneCurve;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.preset.Preset;
import org.controlsfx.control.SegmentedButton;

/** One metric of all lanes over time. */
public final class CurvesPane extends VBox {
    private record Shown(
            Metric metric,
            CurveView view,
            List<LaneModel> lanes,
            Set<LaneModel> hidden,
            List<Integer> lengths,
            OptionalInt mark,
            Optional<Floor> floor) {}

    /** What was painted last, and is displayed next. */
    private record Painted(CurveReadout readout, XAxis axis, List<LaneModel> lanes, ChartTheme theme) {}

    /** Of one unit for all lanes, measured on all data, points and images alike. */
    private static final Metric USUAL = Metric.SLICED_WASSERSTEIN;

    private static final double LEAST_NOTE = 120;

    private final LabModel model;
    private final BesideModel beside;
    private final ObservableList<Metric> metrics = FXCollections.observableArrayList(Metric.values());
    private final ComboBox<Metric> metric = new ComboBox<>(metrics);
    private final ToggleButton bySteps = new ToggleButton("steps");
    private final ToggleButton byTime = new ToggleButton("training time");
    private final CurveChoices choices = new CurveChoices(this::show);
    private final CurveTouch touch = new CurveTouch(choices::zoomTo, choices::showWhole, this::named);
    private final CurveCopies copies;
    private final Label note = new Label();
    private final ChartPane pane;
    private ChartTheme theme = ChartTheme.LIGHT;

    /** Written by the painter before what it painted is displayed. */
    private volatile Painted painted;

    private CurveChart chart;
    private Shown shown;

    public CurvesPane(LabModel model, BesideModel beside, ChartPane pane) {
        this.model = model;
        this.beside = beside;
        this.pane = pane;
        setId("curves");
        getStyleClass().add("curves-pane");
        copies = new CurveCopies(model);
        choices.menu().setWork(choices::showWhole, this::copyPicture, this::copyNumbers);
        pane.onDisplay(area -> touch.setGround(area, painted.readout(), painted.axis(), painted.theme()));
        StackPane touched = new StackPane(pane, touch);
        touched.setMinSize(0, 0);
        VBox.setVgrow(touched, Priority.ALWAYS);
        getChildren().setAll(controls(), touched);
        setMinHeight(120);
    }

    private FlowRow controls() {
        metric.setId("metric");
        metric.getStyleClass().add("small-box");
        metric.setVisibleRowCount(15);
        Follow.titles(metric, Metric::title);
        metric.setValue(USUAL);
        metric.valueProperty().subscribe(this::metricChosen);
        Hint.bind(metric, metric.valueProperty().map(now -> now.title() + "\n" + MetricMeaning.of(now)));
        bySteps.setId("by-steps");
        byTime.setId("by-time");
        bySteps.setSelected(true);
        String changes = " (" + Command.AXIS.keys() + " changes)\n";
        Hint.set(bySteps, "Against steps" + changes + "Generator steps, the same for all lanes");
        Hint.set(byTime, "Against training time" + changes + "The time that each lane's own training steps took");
        SegmentedButton axis = new SegmentedButton(bySteps, byTime);
        axis.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                choices.otherAxis();
                show();
            }
        });
        note.getStyleClass().add("note");
        ComparisonModel comparison = model.comparison();
        note.textProperty().bind(noteWith(comparison.briefProperty()));
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        Hint.bind(note, noteWith(comparison.notesProperty()));
        return new FlowRow(
                        10,
                        List.of(metric, note),
                        Stream.concat(Stream.of(axis), choices.controls().stream())
                                .toList())
                .filledBy(note, LEAST_NOTE);
    }

    private StringBinding noteWith(ReadOnlyStringProperty compared) {
        return Bindings.createStringBinding(
                () -> note(compared.get()), pane.noteProperty(), metric.valueProperty(), compared);
    }

    /** What the chart says, and of measures of pictures what these are compared by. */
    private String note(String compared) {
        String said = pane.noteProperty().get();
        boolean pictures = metric.getValue() != null && metric.getValue().comparesPictures();
        return pictures ? (said + " " + compared).strip() : said;
    }

    private void metricChosen(Metric now) {
        if (now != null) {
            choices.otherValues();
            show();
        }
    }

    /** A name in the legend was clicked. */
    private void named(int place) {
        List<LaneModel> lanes = painted.lanes();
        if (place < lanes.size()) {
            choices.toggle(lanes.get(place));
        }
    }

    private void copyPicture() {
        Shown now = wanted();
        copies.picture(now.metric(), now.view(), () -> curves(now), now.floor(), theme);
    }

    private void copyNumbers() {
        Shown now = wanted();
        copies.numbers(now.metric(), now.view(), () -> curves(now));
    }

    /**
     * Offers what can be measured on this data.
     *
     * @param preset of the experiment, which says whether pictures are compared
     */
    public void setData(Dataset data, Preset preset) {
        List<Metric> fitting = Arrays.stream(Metric.values())
                .filter(each -> each.fits(preset, data))
                .toList();
        if (!metrics.equals(fitting)) {
            Metric before = metric.getValue();
            metrics.setAll(fitting);
            metric.setValue(fitting.contains(before) ? before : USUAL);
        }
    }

    /** Where the name of a curve stands in the legend, in the chart's coordinates; empty before the chart is drawn. */
    public Optional<Point2D> placeOfName(int curve) {
        return touch.placeOfName(curve);
    }

    /** The metric on show. */
    public Metric metric() {
        return metric.getValue();
    }

    /** Shows another metric. */
    public void choose(Metric wanted) {
        metric.setValue(wanted);
    }

    /** The other one of steps and time. */
    public void toggleAxis() {
        (bySteps.isSelected() ? byTime : bySteps).setSelected(true);
    }

    /** Draws anew in other colours. */
    public void setTheme(ChartTheme next) {
        theme = next;
        chart = new CurveChart(next);
        shown = null;
        show();
    }

    /** Shows what is new. */
    public void show() {
        if (chart == null || metric.getValue() == null) {
            return;
        }
        Shown next = wanted();
        if (!next.equals(shown)) {
            shown = next;
            choices.offer(next.lanes());
            CurveChart drawn = chart;
            ChartTheme colours = theme;
            pane.show(drawn.chart(), () -> {
                drawn.show(next.metric(), next.view(), curves(next), next.floor());
                drawn.mark(next.mark());
                painted = new Painted(drawn.readout(), next.view().axis(), next.lanes(), colours);
            });
        }
    }

    /** Whether it shows the curves as they are now, drawn to their end. */
    public boolean upToDate() {
        return pane.idle() && metric.getValue() != null && wanted().equals(shown);
    }

    private Shown wanted() {
        XAxis axis = byTime.isSelected() ? XAxis.SECONDS : XAxis.STEPS;
        Metric chosen = metric.getValue();
        List<LaneModel> lanes = beside.all();
        List<Integer> lengths =
                lanes.stream().map(lane -> lane.history().length(chosen)).toList();
        // Lanes were at a recorded step at different times.
        OptionalInt mark = axis == XAxis.STEPS ? model.history().stepProperty().get() : OptionalInt.empty();
        return new Shown(chosen, choices.view(axis), lanes, choices.hidden(), lengths, mark, floor(chosen, lengths));
    }

    /** Once there is a curve: the first pictures have the processor for themselves. */
    private Optional<Floor> floor(Metric chosen, List<Integer> lengths) {
        boolean curved = lengths.stream().anyMatch(length -> length > 1);
        Optional<Experiment> compared = model.experimentProperty().get().filter(open -> curved);
        compared.ifPresent(model.comparison()::ask);
        return compared.flatMap(open -> model.floors().of(open, chosen));
    }

    /** Copies whole histories, which takes the longer the more lanes there are: for the painter, not for the window's pulse. */
    private static List<LaneCurve> curves(Shown wanted) {
        return wanted.lanes().stream()
                .map(lane -> curve(lane, wanted.metric(), wanted.hidden().contains(lane)))
                .toList();
    }

    private static LaneCurve curve(LaneModel lane, Metric metric, boolean hidden) {
        boolean other = lane.run().isPresent();
        return new LaneCurve(
                lane.title(),
                lane.style(),
                lane.history().curve(metric),
                other ? List.of() : ChangeMark.of(lane.lane()),
                other,
                hidden);
    }
}
