package lipschitzlab.training;

import java.util.Optional;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;

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
     * @return row-major {@code [paths·points, …sample]}; nothing of a generator without noise
     */
    public static Optional<float[]> samples(LaneTraining training, int paths, int points, int[] labels) {
        if (training.generator() instanceof TrainedGenerator generator) {
            RandomStream random = RandomStream.of(training.seed(), RandomPurpose.SHOWN_LATENT);
            float[] ends = random.gaussians(2 * paths * generator.latent());
            return Optional.of(generator.samples(between(ends, generator.latent(), points), labels));
        }
        return Optional.empty();
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
            int first = 2 * path * latent;
            double angle = angle(ends, first, first + latent, latent);
            for (int point = 0; point < points; point++) {
                double t = point / (points - 1.0);
                double start = share(1 - t, angle);
                double end = share(t, angle);
                int place = (path * points + point) * latent;
                for (int i = 0; i < latent; i++) {
                    all[place + i] = (float) (start * ends[first + i] + end * ends[first + latent + i]);
                }
            }
        }
        return all;
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
