package lipschitzlab.desktop;

import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleInsets;

/** Charts in small places. */
final class ChartLooks {
    private static final RectangleInsets SMALL_PADDING = new RectangleInsets(4, 0, 2, 8);

    /** Around a colour bar, so that it ends where the plot beside it ends. */
    private static final double BAR_LEFT = 6;

    private static final double BELOW_NAMED_AXIS = 38;
    private static final double BELOW_UNNAMED_AXIS = 22;
    private static final double ROOMY = 240;
    private static final double TINY = 150;

    private ChartLooks() {}

    /**
     * Takes titles away, since the controls above a chart say the same, and in a small place the axes' labels too, so that the
     * room is the curves'.
     */
    static void shorten(JFreeChart chart, double height) {
        chart.setPadding(SMALL_PADDING);
        chart.getTitle().setVisible(false);
        for (Title title : subtitles(chart)) {
            boolean legendHasRoom = height >= TINY && title instanceof LegendTitle;
            title.setVisible(legendHasRoom && title.isVisible());
        }
        if (height < ROOMY) {
            chart.getXYPlot().getRangeAxis().setLabel(null);
        }
        if (height < TINY) {
            chart.getXYPlot().getDomainAxis().setLabel(null);
        }
        for (Title title : subtitles(chart)) {
            if (title instanceof PaintScaleLegend bar && height < ROOMY) {
                bar.getAxis().setLabel(null);
                bar.setMargin(0, BAR_LEFT, height < TINY ? BELOW_UNNAMED_AXIS : BELOW_NAMED_AXIS, 0);
            }
        }
    }

    /** What the chart says below its title; empty if nothing. */
    static String note(JFreeChart chart) {
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
