package lipschitzlab.desktop.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import lipschitzlab.constraint.WeightClipping;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.diagnostic.CircularSpectrum;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.lesson.CardView;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.ChangeMark;
import lipschitzlab.plot.GradientChart;
import lipschitzlab.plot.LaneGradients;
import lipschitzlab.plot.LaneSpectrum;
import lipschitzlab.plot.SigmaScale;
import lipschitzlab.plot.SpectrumChart;
import lipschitzlab.plot.SpectrumHeatmap;
import lipschitzlab.plot.SpectrumTrack;
import lipschitzlab.plot.WeightChart;
import lipschitzlab.plot.curve.GaugeChart;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.setting.Values;

/** The charts of one lane's card, one for each view. A drawing is empty while what it shows is not yet measured. */
public final class CardCharts {

    private final LaneModel lane;
    private final SpectrumChart spectrum;
    private final SpectrumHeatmap heatmap;
    private final WeightChart weights;
    private final GradientChart gradients;
    private final GaugeChart gauge;

    public CardCharts(LaneModel lane, ChartTheme theme) {
        this.lane = lane;
        this.spectrum = new SpectrumChart(theme);
        this.heatmap = new SpectrumHeatmap(theme);
        this.weights = new WeightChart(theme);
        this.gradients = new GradientChart(theme);
        this.gauge = new GaugeChart(theme);
    }

    /**
     * What to show.
     *
     * @param layer the layer's place among the critic's layers
     * @param lanes all lanes
     */
    public Optional<CardDrawing> drawing(CardView view, int layer, List<LaneModel> lanes) {
        return switch (view) {
            case MATRIX -> spectrum(lanes, each -> spectrumOf(each, layer), CardWords::ofMatrix);
            case OPERATOR -> spectrum(lanes, each -> operatorOf(each, layer), CardWords::ofOperator);
            case STRIP -> heatmap(layer, lanes);
            case WEIGHTS -> weights(layer);
            case GRADIENTS -> gradients(lanes);
            case GAUGE -> gauge();
        };
    }

    private Optional<CardDrawing> spectrum(
            List<LaneModel> lanes,
            Function<LaneModel, Optional<LayerSpectrum>> of,
            Function<LayerSpectrum, CardWords> words) {
        List<LaneSpectrum> spectra = new ArrayList<>();
        int focus = -1;
        for (LaneModel each : lanes) {
            Optional<LayerSpectrum> found = of.apply(each);
            if (found.isPresent()) {
                focus = each == lane ? spectra.size() : focus;
                spectra.add(new LaneSpectrum(each.title(), each.style(), found.get()));
            }
        }
        if (focus < 0) {
            return Optional.empty();
        }
        int focused = focus;
        LayerSpectrum own = spectra.get(focus).spectrum();
        CardWords said = words.apply(own);
        return Optional.of(new CardDrawing(
                spectrum.chart(),
                () -> spectrum.show(own.layer(), spectra, focused),
                said.line(),
                said.help(),
                spectra.stream().map(LaneSpectrum::spectrum).toList()));
    }

    private Optional<CardDrawing> heatmap(int layer, List<LaneModel> lanes) {
        SpectrumTrack own = trackOf(lane, layer);
        if (own.steps().length == 0) {
            return Optional.empty();
        }
        List<SpectrumTrack> all =
                lanes.stream().map(each -> trackOf(each, layer)).toList();
        int end = all.stream().mapToInt(SpectrumTrack::end).max().orElse(0);
        OptionalInt mark = lane.recordedProperty().get();
        List<ChangeMark> changes = ChangeMark.of(lane.lane());
        CardWords said = CardWords.ofSpectraOverTime(own);
        return Optional.of(new CardDrawing(
                heatmap.chart(),
                () -> heatmap.show("", own, SigmaScale.of(all), end, mark, changes),
                said.line(),
                said.help(),
                List.of(
                        layer,
                        mark,
                        changes,
                        all.stream().map(SpectrumTrack::newest).toList())));
    }

    private static SpectrumTrack trackOf(LaneModel lane, int layer) {
        return SpectrumTrack.of(lane.history().spectra(), layer);
    }

    private static <T> Optional<T> at(LaneModel lane, int layer, Function<Snapshot, List<T>> of) {
        return lane.snapshotProperty()
                .get()
                .map(of)
                .filter(list -> layer >= 0 && layer < list.size())
                .map(list -> list.get(layer));
    }

    private static Optional<LayerSpectrum> spectrumOf(LaneModel lane, int layer) {
        return at(lane, layer, Snapshot::spectra);
    }

    /** The layer's spectrum as an operator, beside the numbers that it has as a matrix. */
    private static Optional<LayerSpectrum> operatorOf(LaneModel lane, int layer) {
        return spectrumOf(lane, layer)
                .flatMap(matrix -> lane.snapshotProperty().get().orElseThrow().details().operators().stream()
                        .filter(operator -> operator.layer().equals(matrix.layer()))
                        .findFirst()
                        .map(CircularSpectrum::sigma)
                        .map(matrix::asOperator));
    }

    private Optional<CardDrawing> weights(int layer) {
        Optional<WeightHistogram> found =
                at(lane, layer, snapshot -> snapshot.details().weights());
        return found.map(histogram -> {
            Values values = lane.valuesProperty().get();
            OptionalDouble bound = values.declares(WeightClipping.BOUND)
                    ? OptionalDouble.of(values.get(WeightClipping.BOUND))
                    : OptionalDouble.empty();
            CardWords said = CardWords.ofWeights(histogram, bound);
            return new CardDrawing(
                    weights.chart(),
                    () -> weights.show(lane.title(), lane.style(), histogram, bound),
                    said.line(),
                    said.help(),
                    List.of(histogram, bound));
        });
    }

    private Optional<CardDrawing> gradients(List<LaneModel> lanes) {
        List<LaneGradients> all = new ArrayList<>();
        int focus = -1;
        for (LaneModel each : lanes) {
            List<LayerGradient> layers = each.snapshotProperty()
                    .get()
                    .map(snapshot -> snapshot.details().gradients())
                    .orElse(List.of());
            if (!layers.isEmpty()) {
                focus = each == lane ? all.size() : focus;
                all.add(new LaneGradients(each.title(), each.style(), layers));
            }
        }
        if (focus < 0) {
            return Optional.empty();
        }
        int focused = focus;
        CardWords said = CardWords.ofGradients(all.get(focus).layers());
        return Optional.of(new CardDrawing(
                gradients.chart(),
                () -> gradients.show(all, focused),
                said.line(),
                said.help(),
                all.stream().map(LaneGradients::layers).toList()));
    }

    private Optional<CardDrawing> gauge() {
        LaneHistory history = lane.history();
        if (history.length(Metric.LIPSCHITZ_FOUND) == 0) {
            return Optional.empty();
        }
        CardWords said = CardWords.ofGauge(history);
        return Optional.of(new CardDrawing(
                gauge.chart(),
                () -> gauge.show(history::curve, lane.style()),
                said.line(),
                said.help(),
                List.of(history, history.length(Metric.LIPSCHITZ_FOUND))));
    }
}
