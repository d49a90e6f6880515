package lipschitzlab.plot.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.LanePlot;
import lipschitzlab.plot.Trace;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** What is known of one critic's Lipschitz constant over time: between the slope that was found and the certified bound. */
public final class GaugeChart {
    private static final float[] SOLID = {};
    private static final float[] LONG = {8, 4};
    private static final float[] DOTTED = {2, 3};

    private final LanePlot plot;

    /** An empty chart. */
    public GaugeChart(ChartTheme theme) {
        plot = new LanePlot(theme);
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /**
     * Shows one lane's gauge in place of that before; the chart tells its listeners once. What was found is a solid line, the
     * certified bound a dashed and the nominal one a dotted line.
     */
    public void show(Function<Metric, Curve> curves, LaneStyle style) {
        List<LanePlot.Line> lines = new ArrayList<>();
        add(lines, curves, Metric.LIPSCHITZ_FOUND, "found", style, SOLID);
        add(lines, curves, Metric.LIPSCHITZ_CERTIFIED, "certified", style, LONG);
        add(lines, curves, Metric.LIPSCHITZ_NOMINAL, "nominal", style, DOTTED);
        List<Trace> traces = lines.stream().map(LanePlot.Line::trace).toList();
        NumberAxis steps = plot.linear(XAxis.STEPS.title());
        double end = traces.stream().mapToDouble(GaugeChart::end).max().orElse(0);
        steps.setRange(0, end > 0 ? end : 1);
        chart().setNotify(false);
        plot.setTitles("", "");
        plot.setLegendVisible(false);
        plot.setAxes(steps, ValueRange.of(Metric.LIPSCHITZ_CERTIFIED, traces).axis(Metric.LIPSCHITZ_CERTIFIED, plot));
        plot.setLines(lines);
        chart().setNotify(true);
    }

    private static double end(Trace trace) {
        return trace.x().length == 0 ? 0 : trace.x()[trace.x().length - 1];
    }

    private static void add(
            List<LanePlot.Line> lines,
            Function<Metric, Curve> curves,
            Metric metric,
            String title,
            LaneStyle style,
            float[] dash) {
        Curve curve = curves.apply(metric);
        if (curve.values().length > 0) {
            Trace trace = new Trace(XAxis.STEPS.positions(curve), curve.values())
                    .withGaps()
                    .positive();
            lines.add(new LanePlot.Line(title, style.dashed(dash), trace, dash == DOTTED));
        }
    }
}
