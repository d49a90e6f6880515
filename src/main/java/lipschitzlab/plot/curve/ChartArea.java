package lipschitzlab.plot.curve;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.LegendItemEntity;
import org.jfree.chart.plot.XYPlot;

/**
 * Where things lie on a chart that has been drawn, so that a pointer on it can be understood.
 *
 * @param plot the place between the axes, in pixels
 * @param horizontal what the horizontal axis shows
 * @param upright what the upright axis shows
 * @param names where the curves' names stand in the legend, in their order
 */
public record ChartArea(Rectangle2D plot, Span horizontal, Span upright, List<Rectangle2D> names) {
    /** The part of an axis that is shown, and by which scale. */
    public record Span(double low, double high, boolean logarithmic) {
        static Span of(ValueAxis axis) {
            return new Span(axis.getLowerBound(), axis.getUpperBound(), axis instanceof LogAxis);
        }

        /** How far along the axis a value lies, from 0 to 1. */
        double share(double value) {
            return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        }

        double value(double share) {
            return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
        }
    }

    /**
     * Of a chart as it was drawn last.
     *
     * @param info what the drawing told
     * @param enlarged pixels in one unit of the drawing
     */
    public static ChartArea of(JFreeChart chart, ChartRenderingInfo info, double enlarged) {
        XYPlot plot = chart.getXYPlot();
        List<Rectangle2D> names = new ArrayList<>();
        for (Object entity : info.getEntityCollection().getEntities()) {
            if (entity instanceof LegendItemEntity name) {
                names.add(times(name.getArea().getBounds2D(), enlarged));
            }
        }
        return new ChartArea(
                times(info.getPlotInfo().getDataArea(), enlarged),
                Span.of(plot.getDomainAxis()),
                Span.of(plot.getRangeAxis()),
                List.copyOf(names));
    }

    private static Rectangle2D times(Rectangle2D place, double factor) {
        return new Rectangle2D.Double(
                factor * place.getX(), factor * place.getY(), factor * place.getWidth(), factor * place.getHeight());
    }

    /** Whether a pixel lies between the axes. */
    public boolean contains(double x, double y) {
        return plot.contains(x, y);
    }

    /** The value of the horizontal axis at a pixel. */
    public double placeAt(double x) {
        return horizontal.value((x - plot.getX()) / plot.getWidth());
    }

    /** The value of the upright axis at a pixel. */
    public double valueAt(double y) {
        return upright.value((plot.getMaxY() - y) / plot.getHeight());
    }

    /** The pixel of a value of the horizontal axis. */
    public double xOf(double place) {
        return plot.getX() + plot.getWidth() * horizontal.share(place);
    }

    /** The pixel of a value of the upright axis; NaN or infinite where the axis has none for it. */
    public double yOf(double value) {
        return plot.getMaxY() - plot.getHeight() * upright.share(value);
    }
}
