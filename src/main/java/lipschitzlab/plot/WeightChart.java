package lipschitzlab.plot;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import lipschitzlab.diagnostic.Histogram;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** How the weights of one layer of one lane are distributed (Gulrajani et al. 2017, figure 1b, right). */
public final class WeightChart {
    private static final double MARGIN = 1.06;

    private final LanePlot plot;

    /** An empty chart. */
    public WeightChart(ChartTheme theme) {
        plot = new LanePlot(theme);
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /**
     * Shows this distribution in place of that before; the chart tells its listeners once.
     *
     * @param bound c of weights that are clipped to [−c, c]; marked at both ends
     */
    public void show(String lane, LaneStyle style, WeightHistogram weights, OptionalDouble bound) {
        Trace outline = outline(weights.histogram());
        double top = Math.max(1e-3, outline.most());
        double reach = MARGIN * Math.max(weights.histogram().high(), bound.orElse(0));
        NumberAxis share = plot.linear("share of weights");
        share.setNumberFormatOverride(percent(top));
        share.setRange(0, MARGIN * top);
        NumberAxis weight = plot.linear("weight");
        weight.setRange(-reach, reach);
        chart().setNotify(false);
        plot.setTitles("", weights.layer());
        plot.setLegendVisible(false);
        plot.setAxes(weight, share);
        plot.setMarks(bound.isPresent() ? new double[] {-bound.getAsDouble(), bound.getAsDouble()} : new double[0]);
        plot.setLines(List.of(new LanePlot.Line(lane, style.dashed(), outline, false)));
        chart().setNotify(true);
    }

    private static NumberFormat percent(double top) {
        NumberFormat format = NumberFormat.getPercentInstance(Locale.ROOT);
        format.setMaximumFractionDigits(top < 0.05 ? 1 : 0);
        return format;
    }

    /** Along the tops of the bins, as shares of all weights. */
    private static Trace outline(Histogram histogram) {
        int bins = histogram.counts().length;
        double all = Math.max(1, Arrays.stream(histogram.counts()).sum() + histogram.outside());
        double[] x = new double[2 * bins + 2];
        double[] y = new double[2 * bins + 2];
        for (int bin = 0; bin < bins; bin++) {
            x[2 * bin + 1] = histogram.edge(bin);
            x[2 * bin + 2] = histogram.edge(bin + 1);
            y[2 * bin + 1] = histogram.counts()[bin] / all;
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        x[0] = histogram.low();
        x[2 * bins + 1] = histogram.high();
        return new Trace(x, y);
    }
}
