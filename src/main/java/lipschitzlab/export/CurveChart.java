package lipschitzlab.export;

import java.util.List;
import lipschitzlab.experiment.Metric;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.DefaultXYDataset;

/** One metric of all lanes over time, in a chart that can be shown anew at any time. */
public final class CurveChart {
    private final JFreeChart chart;

    /** An empty chart. */
    public CurveChart(ChartTheme theme) {
        chart = ChartFactory.createXYLineChart("", "", "", new DefaultXYDataset());
        chart.setBackgroundPaint(theme.background());
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return chart;
    }

    /** Shows these curves in place of those before; the chart tells its listeners once. */
    public void show(Metric metric, XAxis axis, List<LaneCurve> curves) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (LaneCurve curve : curves) {
            dataset.addSeries(
                    curve.title(),
                    new double[][] {axis.positions(curve.curve()), curve.curve().values()});
        }
        chart.getXYPlot().setDataset(dataset);
    }
}
