package lipschitzlab.plot;

import lipschitzlab.diagnostic.PlaneMap;
import lipschitzlab.measurement.Surface;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.DivergingScale;
import lipschitzlab.plot.style.Pixels;

/**
 * A critic's surface as a map: the diverging scale, kept pale so that points stay visible, with contour lines. Between the
 * surface's points it is interpolated bilinearly.
 */
public final class SurfacePainter {
    private static final double PALE = 0.5;

    /** Heights are drawn as asinh(30·height)/asinh(30): a gentle critic and a steep one both show on one scale. */
    private static final double COMPRESSION = 30;

    private static final double CONTOUR_STEP = 0.125;
    private static final double MAX_HEIGHT = 1e6;
    private static final double LINE_OPACITY = 0.16;
    private static final double MIDDLE_LINE_OPACITY = 0.5;

    private final int side;
    private final float[] heights;
    private final int size;
    private final int line;
    private final DivergingScale scale;

    private SurfacePainter(float[] heights, int size, int side, ChartTheme theme) {
        this.side = side;
        this.size = size;
        this.heights = heights;
        this.line = theme.foreground().getRGB();
        this.scale = DivergingScale.of(theme);
    }

    /** Of a critic's values, seen from their median. */
    static SurfacePainter ofValues(Surface surface, double surfaceScale, int side, ChartTheme theme) {
        return new SurfacePainter(relative(surface.values(), surfaceScale), surface.size(), side, theme);
    }

    /** Of a critic's slopes, seen from 1, by powers of ten. */
    static SurfacePainter ofSlopes(PlaneMap map, int decades, int side, ChartTheme theme) {
        float[] heights = new float[map.slopes().length];
        for (int i = 0; i < heights.length; i++) {
            double height = Math.log10(map.slopes()[i]) / decades;
            heights[i] = Double.isNaN(height) ? 0 : (float) Math.max(-MAX_HEIGHT, Math.min(MAX_HEIGHT, height));
        }
        return new SurfacePainter(heights, map.size(), side, theme);
    }

    /** Heights above the median in units of the scale, compressed. */
    private static float[] relative(float[] values, double scale) {
        float median = (float) FiniteValues.median(values);
        float[] heights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            double height = Math.max(-MAX_HEIGHT, Math.min(MAX_HEIGHT, (values[i] - median) / scale));
            heights[i] = Double.isNaN(height) ? 0 : (float) compressed(height);
        }
        return heights;
    }

    /** Where a height in units of the scale lies on the colour bar: −1 and 1 are its ends. */
    public static double compressed(double height) {
        return asinh(COMPRESSION * height) / asinh(COMPRESSION);
    }

    /** The colour of a place on the colour bar, as it lies below points. */
    public static int barColour(double place, ChartTheme theme) {
        return DivergingScale.of(theme).argb(PALE * place);
    }

    private static double asinh(double value) {
        return Math.signum(value) * Math.log(Math.abs(value) + Math.sqrt(value * value + 1));
    }

    /** Paints every pixel of a square of {@code side·side}. */
    void paint(int[] argb) {
        float cellsPerPixel = (size - 1) / (float) side;
        for (int y = 0; y < side; y++) {
            float row = (side - y - 0.5f) * cellsPerPixel;
            int below = Math.min((int) row, size - 2);
            float up = row - below;
            for (int x = 0; x < side; x++) {
                float column = (x + 0.5f) * cellsPerPixel;
                int left = Math.min((int) column, size - 2);
                float right = column - left;
                int corner = below * size + left;
                float bottomLeft = heights[corner];
                float bottomRight = heights[corner + 1];
                float topLeft = heights[corner + size];
                float topRight = heights[corner + size + 1];
                float bottom = bottomLeft + right * (bottomRight - bottomLeft);
                float top = topLeft + right * (topRight - topLeft);
                float height = bottom + up * (top - bottom);
                float slopeX = (1 - up) * (bottomRight - bottomLeft) + up * (topRight - topLeft);
                float slopeY = top - bottom;
                double slope = Math.sqrt(slopeX * slopeX + slopeY * slopeY) * cellsPerPixel;
                int background = scale.argb(PALE * height);
                argb[y * side + x] = Pixels.over(background, line, contour(height, slope));
            }
        }
    }

    /**
     * How much ink a contour line leaves on a pixel.
     *
     * @param slope the change of height to the next pixel
     */
    private static double contour(double height, double slope) {
        double level = Math.rint(height / CONTOUR_STEP);
        double away = Math.abs(height - level * CONTOUR_STEP);
        if (away >= slope || Math.abs(height) > 1 + CONTOUR_STEP / 2) {
            return 0;
        }
        double coverage = 1 - away / slope;
        double crowding = Math.max(0, 1 - 4 * slope / CONTOUR_STEP);
        return level == 0 ? coverage * MIDDLE_LINE_OPACITY : coverage * crowding * LINE_OPACITY;
    }
}
