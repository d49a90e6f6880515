package lipschitzlab.diagnostic;

import java.util.OptionalInt;
import lipschitzlab.dataset.Mixture;

/**
 * How well samples cover a mixture of Gaussians, of the plane or of a line. The first two numbers say how many modes are served, the
 * last two how precisely; neither pair means much without the other. A uniform ring serves all of 8 modes evenly with
 * 8 % of high quality, and a uniform square almost all of 25 with 3 %; a generator stuck in one mode may be of the highest quality.
 * So noise has balanced modes too, and they are counted only where {@value #LEAST_HIGH_QUALITY} of the samples or more are
 * of high quality.
 *
 * <p>A sample is of <em>high quality</em> within 3σ of its nearest mode (VEEGAN, Srivastava et al. 2017);
 * samples of the mixture itself are so with probability 1 − exp(−9/2) = 98.9 %, not 100 %; on a line with 99.7 %.
 *
 * @param modes modes captured: those with one high-quality sample or more
 * @param balancedModes captured modes that have at least a quarter of their fair share of the high-quality samples: with H
 *     high-quality samples and K modes, at least H / (4K) of them. Strays do not count here, as they do in {@code modes}. Empty where fewer
 *     than {@value #LEAST_HIGH_QUALITY} of all samples are of high quality
 * @param highQuality the share of all samples that is of high quality, from 0 to 1
 * @param nearMode the share of all samples within {@value #NEAR} of the nearest mode, in the units of the plane, from 0 to 1
 */
public record ModeCoverage(int modes, OptionalInt balancedModes, double highQuality, double nearMode) {
    /** The number of samples that VEEGAN counts on, and on which numbers are comparable. */
    public static final int USUAL_SAMPLES = 2_500;

    /** The share of high-quality samples below which balanced modes say nothing. */
    public static final double LEAST_HIGH_QUALITY = 0.1;

    private static final double HIGH_QUALITY_SIGMAS = 3;
    private static final double NEAR = 0.1;
    private static final double BALANCED_SHARE = 0.25;

    /**
     * Counts.
     *
     * @param points {@code [sample, coordinate]} in row-major order; a point that is not finite is near no mode
     * @throws IllegalArgumentException if there is no point, or a part of one
     */
    public static ModeCoverage of(float[] points, Mixture mixture) {
        double[][] modes = mixture.modes();
        int length = modes[0].length;
        if (points.length == 0 || points.length % length != 0) {
            throw new IllegalArgumentException(
                    "expected points of " + length + " coordinates, found " + points.length + " numbers");
        }
        double limit = HIGH_QUALITY_SIGMAS * mixture.sigma();
        int[] counts = new int[modes.length];
        int near = 0;
        for (int i = 0; i < points.length; i += length) {
            int mode = nearest(points, i, modes);
            double distance = distance(points, i, modes[mode]);
            near += distance <= NEAR ? 1 : 0;
            counts[mode] += distance <= limit ? 1 : 0;
        }
        return of(counts, near, points.length / length);
    }

    private static ModeCoverage of(int[] counts, int near, int samples) {
        int highQuality = 0;
        for (int count : counts) {
            highQuality += count;
        }
        double enough = BALANCED_SHARE * highQuality / counts.length;
        int captured = 0;
        int balanced = 0;
        for (int count : counts) {
            captured += count > 0 ? 1 : 0;
            balanced += count > 0 && count >= enough ? 1 : 0;
        }
        double share = (double) highQuality / samples;
        return new ModeCoverage(
                captured,
                share < LEAST_HIGH_QUALITY ? OptionalInt.empty() : OptionalInt.of(balanced),
                share,
                (double) near / samples);
    }

    private static int nearest(float[] points, int start, double[][] modes) {
        int nearest = 0;
        for (int k = 1; k < modes.length; k++) {
            if (distance(points, start, modes[k]) < distance(points, start, modes[nearest])) {
                nearest = k;
            }
        }
        return nearest;
    }

    private static double distance(float[] points, int start, double[] mode) {
        double squares = 0;
        for (int k = 0; k < mode.length; k++) {
            double away = points[start + k] - mode[k];
            squares += away * away;
        }
        return Math.sqrt(squares);
    }
}
