package lipschitzlab.desktop;

import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A chart that fills its place. Where the place is small it goes without titles and axis labels, which the controls above it
 * say as well, and leaves the room to the curves. Draws once for each change.
 */
final class ChartPane extends Region {
    private static final double ROOMY = 300;
    private static final RectangleInsets SMALL_PADDING = new RectangleInsets(4, 0, 2, 8);

    private final ChartViewer viewer = new ChartViewer();
    private Runnable last = () -> {};
    private boolean roomy;

    ChartPane() {
        setMinSize(0, 0);
        viewer.setMinSize(0, 0);
        viewer.getCanvas().setDomainZoomable(false);
        viewer.getCanvas().setRangeZoomable(false);
        getChildren().add(viewer);
    }

    /** Shows another chart. */
    void setChart(JFreeChart chart) {
        viewer.setChart(chart);
        last = () -> {};
    }

    /** Lets something change the chart, and draws it. */
    void change(Runnable change) {
        last = change;
        JFreeChart chart = viewer.getChart();
        chart.removeChangeListener(viewer.getCanvas());
        change.run();
        if (!roomy) {
            shorten(chart);
        }
        chart.addChangeListener(viewer.getCanvas());
        viewer.getCanvas().draw();
    }

    private static void shorten(JFreeChart chart) {
        chart.setPadding(SMALL_PADDING);
        chart.getTitle().setVisible(false);
        for (Title title : titles(chart)) {
            title.setVisible(!(title instanceof TextTitle) && title.isVisible());
        }
        chart.getXYPlot().getRangeAxis().setLabel(null);
    }

    private static Iterable<Title> titles(JFreeChart chart) {
        Title[] titles = new Title[chart.getSubtitleCount()];
        java.util.Arrays.setAll(titles, chart::getSubtitle);
        return java.util.List.of(titles);
    }

    /** What the chart says below its title; empty if nothing. */
    String note() {
        for (Title title : titles(viewer.getChart())) {
            if (title instanceof TextTitle text) {
                return text.getText();
            }
        }
        return "";
    }

    @Override
    protected void layoutChildren() {
        viewer.resizeRelocate(0, 0, snapSizeX(getWidth()), snapSizeY(getHeight()));
        boolean roomyNow = getHeight() > ROOMY;
        if (roomyNow != roomy && viewer.getChart() != null) {
            roomy = roomyNow;
            change(last);
        }
    }
}
