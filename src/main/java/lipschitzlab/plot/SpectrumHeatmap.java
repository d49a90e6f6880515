package lipschitzlab.plot;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A heatmap: the singular values of one layer of one lane over a run, the largest on top, step by step from left to right.
 * A layer that comes to use few of its directions darkens from below.
 */
public final class SpectrumHeatmap {
    private static final double BAR_WIDTH = 9;
    private static final RectangleInsets BESIDE_LABELS = new RectangleInsets(0, 4, 0, 2);

    /** What the horizontal axis takes, so that the bar ends where the cells end. */
    private static final double BELOW_PLOT = 40;

    private final LanePlot plot;

    /** An empty chart. */
    public SpectrumHeatmap(ChartTheme theme) {
        plot = new LanePlot(theme);
        plot.setLegendVisible(false);
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /**
     * Shows these spectra in place of those before; the chart tells its listeners once.
     *
     * @param title empty if there is none
     * @param scale the same for all lanes that are compared
     * @param end the step at which the axis ends, the same for all lanes that are compared
     * @param mark a step to mark with a line
     * @param changes what a person changed in the lane while it trained
     */
    public void show(
            String title, SpectrumTrack track, SigmaScale scale, int end, OptionalInt mark, List<ChangeMark> changes) {
        NumberAxis steps = plot.linear("generator steps");
        steps.setRange(0, Math.max(1, end));
        chart().setNotify(false);
        plot.setTitles(title, "");
        plot.setAxes(steps, indices(track.size()));
        plot.setContent(new HeatmapCells(track, scale));
        plot.setMarksOnColours(mark.stream().asDoubleStream().toArray());
        plot.setChangesOnColours(changes);
        chart().getSubtitles().stream()
                .filter(PaintScaleLegend.class::isInstance)
                .map(PaintScaleLegend.class::cast)
                .toList()
                .forEach(chart()::removeSubtitle);
        chart().addSubtitle(bar(scale));
        chart().setNotify(true);
    }

    private NumberAxis indices(int size) {
        NumberAxis axis = plot.linear("index, largest first");
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        axis.setInverted(true);
        axis.setRange(0.5, Math.max(1, size) + 0.5);
        return axis;
    }

    /** Every power of ten or, where there is no room for all, every second or fourth. */
    private static TickUnits decades() {
        TickUnits units = new TickUnits();
        for (int apart : new int[] {1, 2, 4}) {
            units.add(new NumberTickUnit(apart, new PowerFormat()));
        }
        return units;
    }

    private PaintScaleLegend bar(SigmaScale scale) {
        NumberAxis axis = plot.linear("singular value");
        axis.setStandardTickUnits(decades());
        axis.setTickLabelInsets(BESIDE_LABELS);
        axis.setRange(scale.low(), scale.high());
        PaintScaleLegend bar = new PaintScaleLegend(new SigmaPaints(scale), axis);
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setStripWidth(BAR_WIDTH);
        bar.setStripOutlineVisible(false);
        bar.setBackgroundPaint(null);
        bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        bar.setMargin(new RectangleInsets(0, 10, BELOW_PLOT, 0));
        return bar;
    }
}
