package lipschitzlab.desktop.card;

import java.awt.Color;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** Charts in small places. */
public final class ChartStyle {
    private static final RectangleInsets SMALL_PADDING = new RectangleInsets(4, 0, 2, 8);

    /** Around a colour bar, so that it ends where the plot beside it ends. */
    private static final double BAR_LEFT = 6;

    private static final double BELOW_NAMED_AXIS = 38;
    private static final double BELOW_UNNAMED_AXIS = 22;
    private static final double ROOMY = 240;
    private static final double TINY = 84;

    /** The numbers and the name of the axis below a plot. */
    private static final double BELOW_PLOT = 42;

    /** The numbers and the name of the axis beside it. */
    private static final double BESIDE_PLOT = 56;

    private static final double LEGEND = 20;

    /** A chart so many times as wide as high has its legend at the right. */
    private static final double WIDE = 2.5;

    private static final RectangleInsets AROUND_PLOT = new RectangleInsets(2, 8, 0, 4);
    private static final int VEIL = 190;
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private ChartStyle() {}

    /**
     * Takes titles away, since the controls above a chart say the same. The axes keep their names: in a small place that of the
     * upright one lies in the plot's upper corner, and in a tiny one both do.
     *
     * @return what the chart says below its title; empty if nothing
     */
    public static String shorten(JFreeChart chart, double width, double height) {
        chart.setPadding(SMALL_PADDING);
        chart.getTitle().setVisible(false);
        double room = height - BELOW_PLOT;
        for (Title title : subtitles(chart)) {
            boolean legend = title instanceof LegendTitle;
            title.setVisible((legend || title instanceof PaintScaleLegend) && title.isVisible());
            if (legend) {
                title.setMargin(RectangleInsets.ZERO_INSETS);
                boolean aside = height < ROOMY && width > WIDE * height;
                title.setPosition(aside ? RectangleEdge.RIGHT : RectangleEdge.BOTTOM);
                ((LegendTitle) title).setVerticalAlignment(aside ? VerticalAlignment.TOP : VerticalAlignment.BOTTOM);
                room -= title.isVisible() && !aside ? LEGEND : 0;
            }
        }
        XYPlot plot = chart.getXYPlot();
        plot.setInsets(AROUND_PLOT);
        List<?> annotations = plot.getAnnotations();
        annotations.stream()
                .filter(XYTitleAnnotation.class::isInstance)
                .map(XYTitleAnnotation.class::cast)
                .toList()
                .forEach(plot::removeAnnotation);
        if (length(plot.getDomainAxis()) > width - BESIDE_PLOT) {
            shorten(plot.getDomainAxis());
        }
        if (height < TINY) {
            within(plot, plot.getDomainAxis(), 1, 0, RectangleAnchor.BOTTOM_RIGHT);
        }
        if (length(plot.getRangeAxis()) > room) {
            shorten(plot.getRangeAxis());
        }
        if (length(plot.getRangeAxis()) > room) {
            within(plot, plot.getRangeAxis(), 1, 1, RectangleAnchor.TOP_RIGHT);
        }
        for (Title title : subtitles(chart)) {
            if (title instanceof PaintScaleLegend bar && height < ROOMY) {
                bar.getAxis().setLabel(null);
                bar.setMargin(0, BAR_LEFT, height < TINY ? BELOW_UNNAMED_AXIS : BELOW_NAMED_AXIS, 0);
            }
        }
        return note(chart);
    }

    /** Leaves what is counted, without its unit. */
    private static void shorten(ValueAxis axis) {
        axis.setLabel(axis.getLabel().split(",")[0]);
    }

    private static double length(ValueAxis axis) {
        String label = axis.getLabel();
        return label == null
                ? 0
                : axis.getLabelFont().getStringBounds(label, METRICS).getWidth();
    }

    /** Moves an axis' name into the plot, on a veil through which lines can still be seen. */
    private static void within(XYPlot plot, ValueAxis axis, double x, double y, RectangleAnchor corner) {
        String label = axis.getLabel();
        if (label != null && !label.isEmpty()) {
            axis.setLabel(null);
            Color paper = (Color) plot.getChart().getBackgroundPaint();
            TextTitle name = new TextTitle(label, axis.getTickLabelFont());
            name.setPaint(axis.getLabelPaint());
            name.setBackgroundPaint(new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), VEIL));
            name.setPadding(0, 2, 0, 2);
            plot.addAnnotation(new XYTitleAnnotation(x, y, name, corner), false);
        }
    }

    /** What the chart says below its title; empty if nothing. */
    private static String note(JFreeChart chart) {
        return subtitles(chart).stream()
                .filter(TextTitle.class::isInstance)
                .map(title -> ((TextTitle) title).getText())
                .findFirst()
                .orElse("");
    }

    private static List<Title> subtitles(JFreeChart chart) {
        Title[] titles = new Title[chart.getSubtitleCount()];
        Arrays.setAll(titles, chart::getSubtitle);
        return List.of(titles);
    }
}
