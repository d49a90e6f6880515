package lipschitzlab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** The singular values of one layer in all lanes, in a chart that can be updated at any time. */
public final class SpectrumChart {
    private static final int DECADES = 4;

    private final LanePlot plot;

    /** An empty chart. */
    public SpectrumChart(ChartTheme theme) {
        plot = new LanePlot(theme);
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /**
     * Shows these spectra in place of those before; the chart tells its listeners once. The axis shows four decades from the
     * largest value down.
     *
     * @param layer the layer's name, the title if all lanes stand out
     * @param focus the lane that stands out, by its index, the others faint, and whose numbers stand above; −1 if all stand
     *     out, with a legend
     * @throws IndexOutOfBoundsException if there is no lane of that index
     */
    public void show(String layer, List<LaneSpectrum> lanes, int focus) {
        boolean all = focus < 0;
        List<LanePlot.Line> lines = new ArrayList<>();
        double top = 1e-6;
        int longest = 1;
        for (int i = 0; i < lanes.size(); i++) {
            LaneSpectrum lane = lanes.get(i);
            Trace trace = trace(lane.spectrum());
            top = Double.isNaN(trace.most()) ? top : Math.max(top, trace.most());
            longest = Math.max(longest, trace.y().length);
            String title = all ? lane.title() + " (" + rank(lane.spectrum()) + ")" : lane.title();
            lines.add(new LanePlot.Line(title, lane.style(), trace, !all && i != focus));
        }
        if (!all) {
            // The first line is drawn on top.
            lines.add(0, lines.remove(focus));
        }
        double high = Math.pow(10, Math.ceil(Math.log10(top) - 1e-9));
        chart().setNotify(false);
        plot.setTitles(
                all ? layer : "",
                all ? "stable ranks in brackets" : numbers(lanes.get(focus).spectrum()));
        plot.setLegendVisible(all);
        plot.setAxes(horizontal(longest), plot.logarithmic("singular value", high / Math.pow(10, DECADES), high));
        plot.setLines(lines);
        chart().setNotify(true);
    }

    private NumberAxis horizontal(int longest) {
        NumberAxis axis = plot.linear("index, largest first");
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        double margin = Math.max(0.5, 0.02 * longest);
        axis.setRange(1 - margin, longest + margin);
        return axis;
    }

    /** Values from 1 on; what is 0 lies far below the axis, so that the line falls out of sight instead of ending. */
    private static Trace trace(LayerSpectrum spectrum) {
        double[] index = new double[spectrum.sigma().length];
        Arrays.setAll(index, i -> i + 1.0);
        double[] sigma = Arrays.stream(spectrum.sigma())
                .map(value -> value <= 0 ? Double.MIN_NORMAL : value)
                .toArray();
        return new Trace(index, sigma).withGaps();
    }

    private static String rank(LayerSpectrum spectrum) {
        return String.format(Locale.ROOT, "%.1f", spectrum.stableRank());
    }

    /** Such as "σ₁ = 1.000 · stable rank 18.3 · power iteration's σ 3.102, exact 3.103". */
    private static String numbers(LayerSpectrum spectrum) {
        double largest = spectrum.sigma().length == 0 ? Double.NaN : spectrum.sigma()[0];
        String text = String.format(Locale.ROOT, "σ₁ = %.4g · stable rank %s", largest, rank(spectrum));
        if (spectrum.estimatedNorm().isEmpty()) {
            return text;
        }
        return text
                + String.format(
                        Locale.ROOT,
                        " · power iteration's σ %.4g, exact %.4g",
                        spectrum.estimatedNorm().getAsDouble(),
                        spectrum.rawNorm());
    }
}
