package lipschitzlab.training;

import java.util.Arrays;
import java.util.Optional;
import lipschitzlab.measurement.ShownPictures;

/**
 * A square of latent points, the same at every step and in every lane. Its corners are the latent points of the first four pictures
 * that a card's are made of; its edges and the lines between them are great circles, as {@link LatentPaths} are.
 */
public final class LatentWalk {
    private static final int CORNERS = 4;

    /**
     * A point of the square, and the class of the picture that is made of it.
     *
     * @param x from 0 on the left to 1
     * @param y from 0 at the top to 1
     * @param label counts only where networks read classes
     */
    public record Place(double x, double y, int label) {}

    private LatentWalk() {}

    /**
     * The picture that a lane's generator makes of a point. It is made among those of a card, in place of the first: batch
     * normalization judges a sample by those beside it. Truncation is of the corners and of those pictures.
     *
     * @return one sample; nothing of a lane without such a generator
     */
    public static Optional<float[]> sample(LaneTraining training, Place place, SampleSource source) {
        return source.generator(training).map(generator -> {
            ShownPictures shown =
                    new ShownPictures(training.classes().conditioning().classes());
            int latent = generator.latent();
            int rows = generator.firstPass(shown.count());
            float[] noise = source.latents(training.seed(), shown.count() * latent);
            float[] point = point(noise, latent, place);
            System.arraycopy(point, 0, noise, 0, latent);
            float[] made = generator.samples(Arrays.copyOf(noise, rows * latent), labels(shown, rows, place.label()));
            return Arrays.copyOf(made, made.length / rows);
        });
    }

    /** The latent point itself, for a look at it; nothing of a generator without noise. */
    static Optional<float[]> latent(LaneTraining training, Place place) {
        return training.generator() instanceof TrainedGenerator generator
                ? Optional.of(point(
                        SampleSource.USUAL.latents(training.seed(), CORNERS * generator.latent()),
                        generator.latent(),
                        place))
                : Optional.empty();
    }

    private static int[] labels(ShownPictures shown, int rows, int chosen) {
        int[] inPlace = shown.labels();
        if (inPlace.length == 0) {
            return inPlace;
        }
        int[] labels = new int[rows];
        Arrays.setAll(labels, made -> made == 0 ? chosen : inPlace[shown.place(made)]);
        return labels;
    }

    /** @param corners {@code [4, latent]} or more: upper left, upper right, lower left, lower right */
    static float[] point(float[] corners, int latent, Place place) {
        float[] ends = new float[2 * latent];
        for (int edge = 0; edge < 2; edge++) {
            float[] pair = Arrays.copyOfRange(corners, 2 * edge * latent, 2 * (edge + 1) * latent);
            System.arraycopy(LatentPaths.point(pair, latent, place.x()), 0, ends, edge * latent, latent);
        }
        return LatentPaths.point(ends, latent, place.y());
    }
}
