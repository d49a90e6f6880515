package lipschitzlab.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * The cells of a heatmap as one picture, since tens of thousands of rectangles would make a vector file of megabytes. Each
 * point of time has the colours of the nearest recorded step; before the first and after the last there are none.
 */
final class HeatmapCells extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    /** Pixels of the picture for a point of the page. */
    private static final int SHARPNESS = 3;

    private final transient SpectrumTrack track;
    private final transient SigmaScale scale;

    HeatmapCells(SpectrumTrack track, SigmaScale scale) {
        this.track = track;
        this.scale = scale;
    }

    @Override
    public void draw(
            Graphics2D pen,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis steps,
            ValueAxis indices,
            int renderer,
            PlotRenderingInfo info) {
        int width = (int) (SHARPNESS * area.getWidth());
        int height = (int) (SHARPNESS * area.getHeight());
        if (width > 0 && height > 0 && track.size() > 0) {
            BufferedImage image = raster(width, height, steps.getUpperBound()).toImage();
            pen.drawImage(
                    image,
                    (int) Math.round(area.getX()),
                    (int) Math.round(area.getY()),
                    (int) Math.round(area.getWidth()),
                    (int) Math.round(area.getHeight()),
                    null);
        }
    }

    /**
     * The cells from step 0 on.
     *
     * @param end the step at the right edge
     */
    Raster raster(int width, int height, double end) {
        int[] argb = new int[width * height];
        int last = Math.max(track.end(), track.steps()[0] + 1);
        int record = 0;
        int[] colours = colours(record);
        for (int x = 0; x < width; x++) {
            double step = (x + 0.5) / width * end;
            while (record + 1 < track.steps().length && nearer(record + 1, record, step)) {
                record++;
                colours = colours(record);
            }
            if (step >= track.steps()[0] && step <= last) {
                paint(argb, x, width, height, colours);
            }
        }
        return new Raster(width, height, argb);
    }

    private boolean nearer(int one, int other, double step) {
        return Math.abs(track.steps()[one] - step) < Math.abs(track.steps()[other] - step);
    }

    private int[] colours(int record) {
        return Arrays.stream(track.sigma()[record]).mapToInt(scale::argb).toArray();
    }

    private static void paint(int[] argb, int x, int width, int height, int[] colours) {
        for (int y = 0; y < height; y++) {
            argb[y * width + x] = colours[(int) ((y + 0.5) / height * colours.length)];
        }
    }
}
