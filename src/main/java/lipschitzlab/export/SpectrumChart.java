package lipschitzlab.export;

import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.DefaultXYDataset;

/** The singular values of one layer in all lanes, in a chart that can be shown anew at any time. */
public final class SpectrumChart {
    private final JFreeChart chart;

    /** An empty chart. */
    public SpectrumChart(ChartTheme theme) {
        chart = ChartFactory.createXYLineChart("", "index", "singular value", new DefaultXYDataset());
        chart.setBackgroundPaint(theme.background());
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return chart;
    }

    /**
     * Shows these spectra in place of those before; the chart tells its listeners once.
     *
     * @param layer the layer's name
     * @param focus the lane that stands out, by its index, the others faint; −1 if all do
     */
    public void show(String layer, List<LaneSpectrum> lanes, int focus) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (LaneSpectrum lane : lanes) {
            double[] sigma = lane.spectrum().sigma();
            double[] index = new double[sigma.length];
            java.util.Arrays.setAll(index, i -> i + 1.0);
            dataset.addSeries(lane.title(), new double[][] {index, sigma});
        }
        chart.getXYPlot().setDataset(dataset);
    }
}
