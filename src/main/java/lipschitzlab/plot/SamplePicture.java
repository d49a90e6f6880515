package lipschitzlab.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.measurement.SlopeMap;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.plot.style.Pixels;
import lipschitzlab.statistic.Quantiles;

/** Pictures of what a lane's generator makes: points over the critic's surface, or a grid of images. */
public final class SamplePicture {
    private static final int REAL_POINTS = 1000;
    private static final double SCALE_QUANTILE = 0.98;
    private static final double MARGIN = 1.5;

    /** A real point's radius by the picture's side. */
    private static final double DOT = 1.0 / 300;

    private static final int MAX_DECADES = 3;

    /** Half of a cross's width by the picture's side. */
    private static final double CROSS = 1.0 / 180;

    private static final double CROSS_STROKE = 0.5;
    private static final double CROSS_OPACITY = 0.45;

    private static final double REAL_OPACITY = 0.55;

    /** A generated point's radius by a real one's. */
    private static final double GENERATED = 1.6;

    private static final double HALO = 1;
    private static final double HALO_OPACITY = 0.8;

    private SamplePicture() {}

    /**
     * Real points for {@link #points}, the same at each call.
     *
     * @return {@code [1000, 2]}, row-major; of numbers on a line the curve of their density, as {@link LinePicture#density} gives it;
     *     empty for images
     */
    public static float[] realPoints(Dataset data, long seed) {
        boolean plane = data.sampleShape().rank() == 1 && data.sampleShape().length() == 2;
        if (data.sampleShape().length() == 1 && data.mixture().isPresent()) {
            return LinePicture.density(data.mixture().get(), MARGIN * data.range());
        }
        return plane ? data.heldOut(REAL_POINTS, RandomStream.of(seed, RandomPurpose.SHOWN_REAL)) : new float[0];
    }

    /**
     * The critic's surface with real and generated points on it, or of numbers on a line a {@link LinePicture}; y points up. Heights are counted from the surface's own median,
     * where the bold contour line runs, and compressed towards the ends of the scale.
     *
     * @param snapshot of a lane on data of the plane or of a line
     * @param realPoints as of {@link #realPoints}
     * @param surfaceScale on the plane the deviation from the surface's median that has the scale's full colour
     * @param side the picture's width and height in pixels
     */
    public static Raster points(
            Snapshot snapshot, float[] realPoints, double surfaceScale, int side, ChartTheme theme, Color laneColour) {
        if (snapshot.sampleShape().length() == 1) {
            return LinePicture.of(snapshot, realPoints, side, theme, laneColour);
        }
        int[] argb = new int[side * side];
        Arrays.fill(argb, theme.background().getRGB());
        snapshot.surface().ifPresent(surface -> SurfacePainter.ofValues(surface, surfaceScale, side, theme)
                .paint(argb));
        double extent = extent(snapshot, realPoints);
        paintPoints(argb, snapshot.samples(), realPoints, extent, side, theme, laneColour);
        return new Raster(side, side, argb);
    }

    /** Half of the side of the square of the plane that {@link #points} shows. */
    public static double extent(Snapshot snapshot, float[] realPoints) {
        return snapshot.surface().map(Surface::extent).orElseGet(() -> MARGIN * reach(realPoints));
    }

    /**
     * The critic's slope ‖∇D‖ with real and generated points on it, and, as small crosses, points between them; y points up.
     * Slopes are drawn by powers of ten; the bold contour line runs where the slope is 1.
     *
     * @param slope of a lane on 2-D data
     * @param realPoints {@code [n, 2]}, row-major
     * @param decades how many powers of ten above and below 1 have the scale's full colours
     * @param side the picture's width and height in pixels
     */
    public static Raster slopes(
            Snapshot snapshot,
            SlopeMap slope,
            float[] realPoints,
            int decades,
            int side,
            ChartTheme theme,
            Color laneColour) {
        int[] argb = new int[side * side];
        SurfacePainter.ofSlopes(slope.map(), decades, side, theme).paint(argb);
        double extent = slope.map().extent();
        double unit = side / (2 * extent);
        int cross = theme.foreground().getRGB();
        double reach = Math.max(2, CROSS * side);
        for (int i = 0; i + 1 < slope.between().length; i += 2) {
            float[] point = {slope.between()[i], slope.between()[i + 1]};
            for (double step = -reach; step <= reach; step += 1) {
                float[] along = {(float) (point[0] + step / unit), point[1], point[0], (float) (point[1] + step / unit)
                };
                scatter(argb, side, along, unit, CROSS_STROKE, cross, CROSS_OPACITY);
            }
        }
        paintPoints(argb, snapshot.samples(), realPoints, extent, side, theme, laneColour);
        return new Raster(side, side, argb);
    }

    private static void paintPoints(
            int[] argb,
            float[] samples,
            float[] realPoints,
            double extent,
            int side,
            ChartTheme theme,
            Color laneColour) {
        double unit = side / (2 * extent);
        double dot = side * DOT;
        int halo = theme == ChartTheme.LIGHT ? 0xFFFFFFFF : 0xFF000000;
        int ink = theme.ink(laneColour).getRGB();
        scatter(argb, side, realPoints, unit, dot, Palette.real(theme).getRGB(), REAL_OPACITY);
        for (int i = 0; i + 1 < samples.length; i += 2) {
            float[] point = {samples[i], samples[i + 1]};
            scatter(argb, side, point, unit, GENERATED * dot + HALO, halo, HALO_OPACITY);
            scatter(argb, side, point, unit, GENERATED * dot, ink, 1);
        }
    }

    /**
     * One scale for the slopes of all lanes, which are in one unit: as many powers of ten above and below 1 as hold nearly all
     * slopes of the middle lane.
     *
     * @return 1, 2 or 3
     */
    public static int slopeDecades(List<Snapshot> snapshots) {
        double[] spreads = snapshots.stream()
                .flatMap(snapshot -> snapshot.slope().stream())
                .mapToDouble(SamplePicture::decades)
                .toArray();
        double middle = spreads.length == 0 ? 1 : Quantiles.median(spreads);
        return (int) Math.max(1, Math.min(MAX_DECADES, Math.ceil(middle)));
    }

    private static double decades(SlopeMap slope) {
        double[] sizes = FiniteValues.finite(slope.map().slopes())
                .filter(value -> value > 0)
                .map(value -> Math.abs(Math.log10(value)))
                .toArray();
        return sizes.length == 0 ? 1 : Quantiles.of(SCALE_QUANTILE, sizes);
    }

    private static void scatter(
            int[] argb, int side, float[] points, double unit, double radius, int ink, double opacity) {
        double centre = side / 2.0;
        for (int i = 0; i + 1 < points.length; i += 2) {
            double x = centre + points[i] * unit;
            double y = centre - points[i + 1] * unit;
            if (Math.abs(x - centre) < side && Math.abs(y - centre) < side) {
                Pixels.disc(argb, side, x, y, radius, ink, opacity);
            }
        }
    }

    private static double reach(float[] points) {
        return FiniteValues.finite(points).map(Math::abs).max().orElse(1);
    }

    /**
     * One scale for the surfaces of all lanes. A critic is free up to a constant, so each surface is seen from its own median.
     * Of each lane the 98th percentile of the distance from it counts, and of the lanes their median (by ratio), so that a
     * lane that explodes saturates by itself and leaves the others readable.
     *
     * @return greater than 0; 1 if no snapshot has a surface that varies
     */
    public static double surfaceScale(List<Snapshot> snapshots) {
        double[] spreads = snapshots.stream()
                .flatMap(snapshot -> snapshot.surface().stream())
                .mapToDouble(SamplePicture::spread)
                .filter(spread -> spread > 0 && Double.isFinite(spread))
                .toArray();
        if (spreads.length == 0) {
            return 1;
        }
        // Of an even count by ratio midway between the two lanes in the middle.
        return Math.sqrt(Quantiles.median(spreads)) * Math.sqrt(Quantiles.fromAbove(0.5, spreads));
    }

    private static double spread(Surface surface) {
        double median = FiniteValues.median(surface.values());
        double[] distances = FiniteValues.finite(surface.values())
                .map(value -> Math.abs(value - median))
                .toArray();
        return distances.length == 0 ? 0 : Quantiles.of(SCALE_QUANTILE, distances);
    }

    /**
     * Generated images in a grid, each pixel a square; one channel is grey, three are red, green and blue. Values in [−1, 1]
     * run from black to white.
     *
     * @param columns images side by side
     * @param scale pixels of the picture for a pixel of an image
     * @param gap transparent pixels between images
     */
    public static Raster grid(Snapshot snapshot, int columns, int scale, int gap) {
        int channels = snapshot.sampleShape().size(0);
        int height = snapshot.sampleShape().size(1);
        int width = snapshot.sampleShape().size(2);
        int count = snapshot.sampleCount();
        int rows = (count + columns - 1) / columns;
        int pictureWidth = columns * (width * scale + gap) - gap;
        int pictureHeight = rows * (height * scale + gap) - gap;
        int[] argb = new int[pictureWidth * pictureHeight];
        int plane = width * height;
        for (int sample = 0; sample < count; sample++) {
            int left = sample % columns * (width * scale + gap);
            int top = sample / columns * (height * scale + gap);
            int first = sample * channels * plane;
            for (int pixel = 0; pixel < plane; pixel++) {
                int colour = colour(snapshot.samples(), first + pixel, channels < 3 ? 0 : plane);
                int corner = (top + pixel / width * scale) * pictureWidth + left + pixel % width * scale;
                for (int row = 0; row < scale; row++) {
                    int start = corner + row * pictureWidth;
                    Arrays.fill(argb, start, start + scale, colour);
                }
            }
        }
        return new Raster(pictureWidth, pictureHeight, argb);
    }

    /**
     * One of a snapshot's samples.
     *
     * @param place from 0
     */
    public static float[] sample(Snapshot snapshot, int place) {
        int length = snapshot.sampleShape().length();
        return Arrays.copyOfRange(snapshot.samples(), place * length, (place + 1) * length);
    }

    private static int colour(float[] samples, int first, int plane) {
        return 0xFF000000
                | level(samples[first]) << 16
                | level(samples[first + plane]) << 8
                | level(samples[first + 2 * plane]);
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round((value + 1) * 127.5f)));
    }
}
