package lipschitzlab.desktop.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.desktop.card.CardCharts;
import lipschitzlab.desktop.card.CardDrawing;
import lipschitzlab.desktop.card.ChartStyle;
import lipschitzlab.desktop.model.Differences;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.lesson.CardView;
import lipschitzlab.lesson.Lesson.View;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.ChangeMark;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.card.CardPicture;
import lipschitzlab.plot.card.CardsPage;
import lipschitzlab.plot.card.SamplePlot;
import lipschitzlab.plot.card.SamplesPage;
import lipschitzlab.plot.curve.CurveChart;
import lipschitzlab.plot.curve.LaneCurve;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.preset.SharedSettings;
import org.jfree.chart.JFreeChart;

/**
 * Pictures of cards as they are on show. Each method takes hold of what is shown, on the window's thread; what it returns paints it, on
 * any other.
 */
public final class CardPictures {
    /** In a place of this height a chart keeps the names of its axes. */
    private static final double ROOMY = 240;

    private final LabModel model;
    private final Supplier<View> view;
    private final Supplier<ChartTheme> theme;

    /** @param view what the window shows now */
    public CardPictures(LabModel model, Supplier<View> view, Supplier<ChartTheme> theme) {
        this.model = model;
        this.view = view;
        this.theme = theme;
    }

    /** What one card shows, taken at one moment. */
    private record Shown(
            LaneModel lane,
            Optional<Snapshot> snapshot,
            String step,
            List<CardPicture.Measured> numbers,
            String failure,
            String heading,
            Optional<CardDrawing> chart) {}

    /** The colours that the window has. */
    ChartTheme theme() {
        return theme.get();
    }

    /** One card alone. */
    Supplier<CardsPage> one(Experiment experiment, LaneModel lane) {
        return page(experiment, List.of(lane), false);
    }

    /** All cards. */
    Supplier<CardsPage> all(Experiment experiment) {
        return page(experiment, List.copyOf(model.lanes()), false);
    }

    /** All cards above the curves. */
    Supplier<CardsPage> everything(Experiment experiment) {
        return page(experiment, List.copyOf(model.lanes()), true);
    }

    private Supplier<CardsPage> page(Experiment experiment, List<LaneModel> lanes, boolean withCurves) {
        View seen = view.get();
        ChartTheme colours = theme.get();
        List<LaneModel> all = List.copyOf(model.lanes());
        List<Snapshot> snapshots = all.stream()
                .flatMap(lane -> lane.snapshotProperty().get().stream())
                .toList();
        List<Shown> shown =
                lanes.stream().map(lane -> shown(lane, all, seen, colours)).toList();
        String heading = lanes.size() == 1 ? "" : experiment.preset().title();
        String below = Differences.inWords(experiment.preset());
        Optional<Floor> floor = model.floors().of(experiment, seen.curve());
        return () -> {
            float[] real = SamplePicture.realPoints(
                    experiment.data(), experiment.preset().shared().get(SharedSettings.SEED));
            List<CardPicture> cards = new ArrayList<>();
            shown.forEach(
                    card -> cards.add(painted(card, snapshots, experiment.data().units(), real, seen, colours)));
            Optional<JFreeChart> curves =
                    withCurves ? Optional.of(curves(all, seen, colours, floor)) : Optional.empty();
            return new CardsPage(heading, below, cards, curves, SamplesPage.source(experiment));
        };
    }

    private Shown shown(LaneModel lane, List<LaneModel> all, View seen, ChartTheme colours) {
        int layer = seen.layer().orElse(0) - 1;
        Optional<Snapshot> snapshot = lane.onCard();
        int step = snapshot.map(Snapshot::step).orElse(lane.stepProperty().get());
        String recorded = lane.recordedProperty().get().isPresent() ? ", as recorded" : "";
        String averaged = lane.averagedProperty().get() ? ", averaged generator" : "";
        return new Shown(
                lane,
                snapshot,
                SamplesPage.step(step, lane.horizonProperty().get()) + recorded + averaged,
                lane.factsProperty().get().stream()
                        .map(fact -> new CardPicture.Measured(fact.value(), fact.name()))
                        .toList(),
                lane.failureProperty()
                        .get()
                        .map(why -> why.cause() + " " + why.remedy())
                        .orElse(""),
                heading(seen.card(), layer, snapshot),
                // Of its own: the one on the card is drawn on another thread.
                new CardCharts(lane, colours).drawing(seen.card(), layer, all));
    }

    private static String heading(CardView card, int layer, Optional<Snapshot> snapshot) {
        List<LayerSpectrum> layers = snapshot.map(Snapshot::spectra).orElse(List.of());
        return card.ofLayer() && layer >= 0 && layer < layers.size()
                ? card.title() + ", layer " + layers.get(layer).layer()
                : card.title();
    }

    private static CardPicture painted(
            Shown card, List<Snapshot> all, Optional<PlaneUnits> units, float[] real, View seen, ChartTheme colours) {
        return new CardPicture(
                card.lane().title(),
                card.lane().style(),
                card.step(),
                card.numbers(),
                card.snapshot().map(snapshot -> SamplePlot.of(
                                snapshot,
                                all,
                                real,
                                seen.surfaceQuantity(),
                                card.lane().style(),
                                colours)
                        .in(units)),
                card.chart().map(chart -> {
                    chart.change().run();
                    ChartStyle.shorten(chart.chart(), ROOMY, ROOMY);
                    return new CardPicture.Chart(
                            card.heading(), chart.words() + others(seen.card(), all), chart.chart());
                }),
                card.failure());
    }

    /** What the faint lines are. */
    private static String others(CardView card, List<Snapshot> all) {
        boolean compares = card == CardView.MATRIX || card == CardView.OPERATOR || card == CardView.GRADIENTS;
        return compares && all.size() > 1 ? "  ·  faint: the other lanes" : "";
    }

    private static JFreeChart curves(List<LaneModel> lanes, View seen, ChartTheme colours, Optional<Floor> floor) {
        CurveChart chart = new CurveChart(colours);
        chart.show(
                seen.curve(),
                XAxis.STEPS,
                lanes.stream()
                        .map(lane -> new LaneCurve(
                                lane.title(),
                                lane.style(),
                                lane.lane().history().curve(seen.curve()),
                                ChangeMark.of(lane.lane())))
                        .toList(),
                floor);
        return chart.chart();
    }
}
