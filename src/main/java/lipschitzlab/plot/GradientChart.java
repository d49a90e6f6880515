package lipschitzlab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** The gradient of the critic's loss at each layer, in all lanes (Gulrajani et al. 2017, figure 1b, left). */
public final class GradientChart {
    private static final double DECADE = 10;

    private final LanePlot plot;

    /** An empty chart. */
    public GradientChart(ChartTheme theme) {
        plot = new LanePlot(theme);
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /**
     * Shows these gradients in place of those before; the chart tells its listeners once.
     *
     * @param focus the lane that stands out, by its index, the others faint
     * @throws IndexOutOfBoundsException if there is no lane of that index
     */
    public void show(List<LaneGradients> lanes, int focus) {
        List<LanePlot.Line> lines = new ArrayList<>();
        int longest = 1;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < lanes.size(); i++) {
            Trace trace = trace(lanes.get(i));
            longest = Math.max(longest, trace.y().length);
            least = Double.isNaN(trace.least()) ? least : Math.min(least, trace.least());
            most = Double.isNaN(trace.most()) ? most : Math.max(most, trace.most());
            lines.add(new LanePlot.Line(lanes.get(i).title(), lanes.get(i).style(), trace, i != focus));
        }
        // The first line is drawn on top.
        lines.add(0, lines.remove(focus));
        boolean any = most > 0;
        double low = any ? power(Math.floor(Math.log10(least))) : 1;
        double high = any ? Math.max(DECADE * low, power(Math.ceil(Math.log10(most)))) : DECADE;
        NumberAxis layer = plot.linear("layer, from the input");
        layer.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        layer.setRange(0.8, longest + 0.2);
        chart().setNotify(false);
        plot.setTitles("", "");
        plot.setLegendVisible(false);
        plot.setAxes(layer, plot.logarithmic("gradient norm, ‖∂loss/∂activation‖", low, high));
        plot.setLines(lines);
        chart().setNotify(true);
    }

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }

    private static Trace trace(LaneGradients lane) {
        double[] layers = new double[lane.layers().size()];
        double[] norms = new double[layers.length];
        Arrays.setAll(layers, i -> i + 1.0);
        Arrays.setAll(norms, i -> lane.layers().get(i).activation());
        return new Trace(layers, norms).withGaps().positive();
    }
}
