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
    private final LaneModel lane;
    private final Label numbers = new Label();
    private final ChartPane pane = new ChartPane();
    private SpectrumChart chart;
    private List<LayerSpectrum> shown = List.of();

    SpectrumView(LaneModel lane) {
        this.lane = lane;
        getStyleClass().add("spectrum-view");
        numbers.getStyleClass().add("numbers");
        numbers.setMinHeight(USE_PREF_SIZE);
        numbers.setTooltip(Actions.tooltip("σ₁ is the largest singular value of the weight that the layer really uses;"
                + " before it is that of the weight before normalization. The stable rank, ‖W‖²_F/σ₁², counts how many"
                + " directions carry the layer."));
        VBox.setVgrow(pane, Priority.ALWAYS);
        setMinSize(0, 0);
        getChildren().setAll(numbers, pane);
    }

    /** Draws anew in other colours. */
    void setTheme(ChartTheme theme) {
        chart = new SpectrumChart(theme);
        pane.setChart(chart.chart());
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
            chart.show(now.get(focus).layer(), spectra, focus);
            numbers.setText(inWords(now.get(focus)));
        }
    }

    private static Optional<LayerSpectrum> spectrumOf(LaneModel lane, int layer) {
        return lane.snapshotProperty()
                .get()
                .map(snapshot -> snapshot.spectra())
                .filter(spectra -> layer >= 0 && layer < spectra.size())
                .map(spectra -> spectra.get(layer));
    }

    private static String inWords(LayerSpectrum spectrum) {
        double used = spectrum.sigma()[0];
        boolean normalized = Math.abs(spectrum.rawNorm() / used - 1) > 1e-3;
        String before = normalized ? " (before it " + Texts.number(spectrum.rawNorm()) + ")" : "";
        return "σ₁ " + Texts.number(used) + before + "  ·  stable rank " + Texts.number(spectrum.stableRank());
    }
}
