package lipschitzlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.measurement.SurfaceReading;
import lipschitzlab.plot.style.ChartTheme;

/**
 * Arrows at generated points of the plane, along ∇D: where the critic's value rises, and so where the generator is pulled. One is half as
 * long as the longest where the slope is 1, in every lane, so that lanes compare; steep ones approach the longest.
 */
public final class SampleArrows {
    /** More would hide the points. */
    private static final int MOST = 80;

    /** The longest, as a share of the picture's side. */
    private static final double LONGEST = 0.13;

    /** A slope with a shorter arrow, in pixels, has none. */
    private static final double LEAST = 2;

    private static final double HEAD = 0.32;
    private static final double HEAD_ANGLE = 0.5;
    private static final float HALO = 3.2f;
    private static final float LINE = 1.5f;

    private SampleArrows() {}

    /**
     * A picture of {@link SamplePicture#points} with arrows on it.
     *
     * @param snapshot of the same picture; without a surface over the plane there are no arrows
     */
    public static Raster over(Raster picture, Snapshot snapshot, ChartTheme theme) {
        if (snapshot.surface().filter(surface -> !surface.line()).isEmpty()) {
            return picture;
        }
        Surface surface = snapshot.surface().orElseThrow();
        int side = picture.width();
        Path2D arrows = new Path2D.Double();
        float[] samples = snapshot.samples();
        int every = Math.max(1, snapshot.sampleCount() / MOST);
        for (int i = 0; i < snapshot.sampleCount(); i += every) {
            double x = samples[2 * i];
            double y = samples[2 * i + 1];
            SurfaceReading.at(surface, x, y).ifPresent(reading -> add(arrows, reading, x, y, surface.extent(), side));
        }
        BufferedImage image = picture.toImage();
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        stroke(pen, arrows, HALO, theme.background());
        stroke(pen, arrows, LINE, theme.foreground());
        pen.dispose();
        return new Raster(side, side, image.getRGB(0, 0, side, side, null, 0, side));
    }

    private static void stroke(Graphics2D pen, Path2D arrows, float width, Color colour) {
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setPaint(colour);
        pen.draw(arrows);
    }

    private static void add(Path2D arrows, SurfaceReading reading, double x, double y, double extent, int side) {
        double slope = reading.slope();
        double length = LONGEST * side * slope / (1 + slope);
        if (!(length >= LEAST)) {
            return;
        }
        double unit = side / (2 * extent);
        double startX = side / 2.0 + x * unit;
        double startY = side / 2.0 - y * unit;
        // Rows go down, the second coordinate goes up.
        double angle = Math.atan2(-reading.slopeY(), reading.slopeX());
        double tipX = startX + length * Math.cos(angle);
        double tipY = startY + length * Math.sin(angle);
        arrows.moveTo(startX, startY);
        arrows.lineTo(tipX, tipY);
        for (double turned : new double[] {angle + Math.PI - HEAD_ANGLE, angle + Math.PI + HEAD_ANGLE}) {
            arrows.moveTo(tipX, tipY);
            arrows.lineTo(tipX + HEAD * length * Math.cos(turned), tipY + HEAD * length * Math.sin(turned));
        }
    }
}
