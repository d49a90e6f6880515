package lipschitzlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.diagnostic.PlaneMap;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.setting.NumberSetting;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A critic's values over the plane for print: bands of the diverging scale between contour lines of equal distance, so that lines
 * are dense where the critic is steep, and real points on them. All of it is vectors.
 */
public final class SurfacePanel {
    /** The width of the space for the vertical axis and the height of that for the horizontal one, in points. */
    public static final int AXIS = 42;

    private static final double PALE = 0.7;
    private static final BasicStroke LINE = new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int LINE_ALPHA = 110;
    private static final BasicStroke DOT = new BasicStroke(2.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int DOT_ALPHA = 190;
    private static final int SMALLEST_PLAIN = -3;

    private final ChartTheme theme;
    private final XYPlot plot = new XYPlot();
    private double step;

    public SurfacePanel(ChartTheme theme) {
        this.theme = theme;
        plot.setRenderer(new XYLineAndShapeRenderer());
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(theme.secondary());
        plot.setOutlineStroke(new BasicStroke(1f));
    }

    /**
     * Shows a critic.
     *
     * @param contours about how many lines
     * @param real {@code [n, 2]}, row-major
     * @param below whether the horizontal axis has labels
     * @param beside whether the vertical axis has its name
     */
    public JFreeChart show(PlaneMap map, int contours, float[] real, boolean below, boolean beside) {
        setAxes(map.extent(), below, beside);
        paint(map, contours);
        plot.addAnnotation(new XYShapeAnnotation(dots(real), DOT, alpha(Palette.real(theme), DOT_ALPHA)), false);
        return chart();
    }

    /** What stands in the place of a critic that there is not, since its lane stopped by itself. */
    public JFreeChart missing() {
        setAxes(1, false, false);
        plot.setNoDataMessage("this lane stopped by itself");
        plot.setNoDataMessageFont(theme.labelFont());
        plot.setNoDataMessagePaint(theme.secondary());
        return chart();
    }

    private JFreeChart chart() {
        JFreeChart chart = new JFreeChart(null, theme.titleFont(), plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBackgroundPaint(null);
        return chart;
    }

    /** The distance of two contour lines in words; nothing if the critic is constant. */
    public Optional<String> distance() {
        if (!(step > 0)) {
            return Optional.empty();
        }
        int power = (int) Math.floor(Math.log10(step) + 1e-9);
        long digit = Math.round(step / Math.pow(10, power));
        String plain = NumberSetting.format(digit / Math.pow(10, -power));
        String small = (digit == 1 ? "" : digit + "·") + PowersOfTen.raised(power);
        return Optional.of("contours every " + (power < SMALLEST_PLAIN ? small : plain));
    }

    private void setAxes(double extent, boolean below, boolean beside) {
        plot.setDomainAxis(axis("x₁", extent, below, below));
        plot.setRangeAxis(axis("x₂", extent, true, beside));
        AxisSpace under = new AxisSpace();
        under.setBottom(below ? AXIS : 0);
        plot.setFixedDomainAxisSpace(under);
        AxisSpace left = new AxisSpace();
        left.setLeft(AXIS);
        plot.setFixedRangeAxisSpace(left);
    }

    private NumberAxis axis(String label, double extent, boolean ticks, boolean named) {
        NumberAxis axis = new NumberAxis(named ? label : "");
        axis.setRange(-extent, extent);
        axis.setTickUnit(new NumberTickUnit(1, java.text.NumberFormat.getIntegerInstance(Locale.ROOT)));
        axis.setLabelFont(theme.labelFont());
        axis.setLabelPaint(theme.secondary());
        axis.setTickLabelFont(theme.smallFont());
        axis.setTickLabelPaint(theme.secondary());
        axis.setTickLabelsVisible(ticks);
        axis.setTickMarkPaint(theme.secondary());
        axis.setAxisLinePaint(theme.secondary());
        return axis;
    }

    private void paint(PlaneMap map, int contours) {
        List<Double> levels = levels(map.values(), contours);
        plot.setBackgroundPaint(band(0, levels.size()));
        Contours outlines = new Contours(map.size(), map.extent(), map.values());
        Color line = alpha(theme.foreground(), LINE_ALPHA);
        for (int i = 0; i < levels.size(); i++) {
            Path2D region = outlines.above(levels.get(i));
            Color fill = band(i + 1, levels.size());
            plot.addAnnotation(new XYShapeAnnotation(region, LINE, line, fill), false);
        }
    }

    private Color band(int index, int levels) {
        double place = (2 * index + 1.0) / (levels + 1) - 1;
        return new Color(Palette.diverging(PALE * place, theme));
    }

    /** Multiples of a round step between the smallest and the largest value; none if one is not a number. */
    private List<Double> levels(float[] values, int contours) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        step = most > least && most - least < Double.POSITIVE_INFINITY ? round((most - least) / contours) : 0;
        List<Double> levels = new ArrayList<>();
        for (double k = Math.floor(least / step) + 1; step > 0 && k * step < most; k++) {
            levels.add(k * step);
        }
        return levels;
    }

    /** The nearest of 1, 2 and 5 times a power of ten, by ratio. */
    private static double round(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / decade;
        double nearest = digit < Math.sqrt(2) ? 1 : digit < Math.sqrt(10) ? 2 : digit < Math.sqrt(50) ? 5 : 10;
        return nearest * decade;
    }

    /** Lines of no length, which a round pen draws as dots. */
    private static Path2D dots(float[] points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i + 1 < points.length; i += 2) {
            path.moveTo(points[i], points[i + 1]);
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static Color alpha(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
