package lipschitzlab.desktop;

import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;

/** A chart that fills its place, to be looked at only. */
final class ChartPane extends Region {
    private ChartCanvas canvas;

    ChartPane() {
        setMinSize(0, 0);
    }

    /** Shows another chart. */
    void setChart(JFreeChart chart) {
        canvas = new ChartCanvas(chart);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().setAll(canvas);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (canvas != null) {
            canvas.setWidth(snapSizeX(getWidth()));
            canvas.setHeight(snapSizeY(getHeight()));
        }
    }
}
