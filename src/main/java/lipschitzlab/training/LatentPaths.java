package lipschitzlab.training;

import java.util.Arrays;
import java.util.Optional;

/**
 * Paths between pairs of latent points along great circles (White 2016, section 2.1), on which points keep about the length that
 * training's have. The pairs are the first of those that cards show, the same at every step and in every lane.
 */
public final class LatentPaths {
    private LatentPaths() {}

    /**
     * What a lane's generator makes along some paths.
     *
     * @param paths how many, 1 or more
     * @param points on each, its ends among them; 2 or more
     * @param labels the class of each point, if the network reads classes; otherwise none
     * @param source its truncation is of the paths' ends
     * @return row-major {@code [paths·points, …sample]}; nothing of a lane without such a generator
     */
    public static Optional<float[]> samples(
            LaneTraining training, int paths, int points, int[] labels, SampleSource source) {
        return source.generator(training).map(generator -> {
            float[] ends = source.latents(training.seed(), 2 * paths * generator.latent());
            return generator.samples(between(ends, generator.latent(), points), labels);
        });
    }

    /**
     * Points along the paths.
     *
     * @param ends {@code [2·paths, latent]}: the first path's two, then the second's
     * @return {@code [paths·points, latent]}
     */
    static float[] between(float[] ends, int latent, int points) {
        int paths = ends.length / (2 * latent);
        float[] all = new float[paths * points * latent];
        for (int path = 0; path < paths; path++) {
            float[] pair = Arrays.copyOfRange(ends, 2 * path * latent, 2 * (path + 1) * latent);
            for (int point = 0; point < points; point++) {
                float[] made = point(pair, latent, point / (points - 1.0));
                System.arraycopy(made, 0, all, (path * points + point) * latent, latent);
            }
        }
        return all;
    }

    /**
     * One point of a path.
     *
     * @param ends {@code [2, latent]}
     * @param t 0 at the first end, 1 at the second
     */
    static float[] point(float[] ends, int latent, double t) {
        double angle = angle(ends, 0, latent, latent);
        double start = share(1 - t, angle);
        double end = share(t, angle);
        float[] made = new float[latent];
        for (int i = 0; i < latent; i++) {
            made[i] = (float) (start * ends[i] + end * ends[latent + i]);
        }
        return made;
    }

    private static double share(double t, double angle) {
        return Math.sin(angle) < 1e-6 ? t : Math.sin(t * angle) / Math.sin(angle);
    }

    private static double angle(float[] numbers, int one, int other, int length) {
        double dot = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < length; i++) {
            dot += (double) numbers[one + i] * numbers[other + i];
            square += (double) numbers[one + i] * numbers[one + i];
            otherSquare += (double) numbers[other + i] * numbers[other + i];
        }
        return Math.acos(Math.max(-1, Math.min(1, dot / Math.sqrt(square * otherSquare))));
    }
}
