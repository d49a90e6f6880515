package lipschitzlab.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.inspection.MeasuredWeight;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** The singular values of one matrix beside those that a random matrix of its shape and variance has. */
public final class RandomMatrixChart {
    private static final float[] SOLID = {};
    private static final double ROOM = 1.06;

    private final LanePlot plot;
    private final LaneStyle measured;
    private final LaneStyle random;

    /** An empty chart. */
    public RandomMatrixChart(ChartTheme theme) {
        plot = new LanePlot(theme);
        measured = style(Palette.of(ConstraintKind.SPECTRAL_NORM), 0);
        random = style(theme.secondary(), 1);
    }

    private static LaneStyle style(Color colour, int marker) {
        return new LaneStyle(colour, SOLID, Palette.marker(marker));
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /** Shows a matrix in place of that before; the chart tells its listeners once. */
    public void show(MeasuredWeight weight) {
        double[] sigma = weight.sigma();
        double[] expected = weight.randomValues();
        double most = Math.max(sigma[0], expected[0]);
        NumberAxis index = plot.linear("index, largest first");
        index.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        double margin = Math.max(0.5, 0.02 * sigma.length);
        index.setRange(1 - margin, sigma.length + margin);
        NumberAxis values = plot.linear("singular value");
        values.setRange(0, most > 0 && Double.isFinite(most) ? ROOM * most : 1);
        chart().setNotify(false);
        plot.setTitles(
                weight.name(),
                String.format(Locale.ROOT, "σ₁ = %.4g · stable rank %.2f", weight.largest(), weight.stableRank()));
        plot.setLegendVisible(true);
        plot.setAxes(index, values);
        plot.setLines(List.of(
                new LanePlot.Line("this matrix", measured, trace(sigma), false),
                new LanePlot.Line("a random one", random, trace(expected), false)));
        chart().setNotify(true);
    }

    private static Trace trace(double[] sigma) {
        double[] index = new double[sigma.length];
        Arrays.setAll(index, i -> i + 1.0);
        return new Trace(index, sigma).withGaps();
    }
}
