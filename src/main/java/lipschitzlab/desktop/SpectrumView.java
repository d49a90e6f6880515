package lipschitzlab.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lipschitzlab.experiment.LayerSpectrum;
import lipschitzlab.export.ChartTheme;
import lipschitzlab.export.LaneSpectrum;
import lipschitzlab.export.SpectrumChart;

/** The singular values of the chosen layer on one lane's card, the other lanes' faint behind them. */
final class SpectrumView extends VBox {
    private static final double WIDE = 450;

    private final LaneModel lane;
    private final Label numbers = new Label();
    private final ChartPane pane;
    private SpectrumChart chart;
    private List<LayerSpectrum> shown = List.of();

    SpectrumView(LaneModel lane, ChartPane pane) {
        this.lane = lane;
        this.pane = pane;
        getStyleClass().add("spectrum-view");
        numbers.getStyleClass().add("numbers");
        numbers.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(pane, Priority.ALWAYS);
        setMinSize(0, 0);
        getChildren().setAll(numbers, pane);
    }

    /** Shows again, even what is shown already. */
    void forget() {
        shown = List.of();
    }

    /** Draws anew in other colours. */
    void setTheme(ChartTheme theme) {
        chart = new SpectrumChart(theme);
        shown = List.of();
    }

    /** Shows one layer of all lanes if it differs from what is shown. */
    void show(int layer, List<LaneModel> lanes) {
        List<LaneSpectrum> spectra = new ArrayList<>();
        int focus = -1;
        for (LaneModel each : lanes) {
            Optional<LayerSpectrum> spectrum = spectrumOf(each, layer);
            if (spectrum.isPresent()) {
                focus = each == lane ? spectra.size() : focus;
                spectra.add(new LaneSpectrum(each.title(), each.style(), spectrum.get()));
            }
        }
        List<LayerSpectrum> now = spectra.stream().map(LaneSpectrum::spectrum).toList();
        if (!spectra.isEmpty() && focus >= 0 && !now.equals(shown)) {
            shown = now;
            int focused = focus;
            SpectrumChart drawn = chart;
            pane.show(drawn.chart(), () -> drawn.show(now.get(focused).layer(), spectra, focused));
            numbers.setText(inWords(now.get(focus), getWidth() > WIDE));
            numbers.setTooltip(Actions.tooltip(explanation(now.get(focus))));
        }
    }

    private static Optional<LayerSpectrum> spectrumOf(LaneModel lane, int layer) {
        return lane.snapshotProperty()
                .get()
                .map(snapshot -> snapshot.spectra())
                .filter(spectra -> layer >= 0 && layer < spectra.size())
                .map(spectra -> spectra.get(layer));
    }

    private static String inWords(LayerSpectrum spectrum, boolean wide) {
        String text =
                "σ₁ " + Texts.number(spectrum.sigma()[0]) + "  ·  stable rank " + Texts.number(spectrum.stableRank());
        if (!wide || spectrum.estimatedNorm().isEmpty()) {
            return text;
        }
        return text + "  ·  before normalization " + Texts.number(spectrum.rawNorm()) + ", by the power iteration "
                + Texts.number(spectrum.estimatedNorm().getAsDouble());
    }

    private static String explanation(LayerSpectrum spectrum) {
        String raw = "Before the constraint's normalization the largest is " + Texts.number(spectrum.rawNorm());
        String estimate = spectrum.estimatedNorm().isPresent()
                ? ", by the power iteration "
                        + Texts.number(spectrum.estimatedNorm().getAsDouble())
                : "";
        return "The singular values of the weight that the layer really uses, the largest first, on a logarithmic axis."
                + " Faint: the other lanes.\n\nσ₁ is the largest. " + raw + estimate
                + ".\nThe stable rank ‖W‖²_F/σ₁² counts how many directions carry the layer.";
    }
}
