package lipschitzlab.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import lipschitzlab.measurement.ShownPictures;

/** The samples that a card shows of a lane: of one latent batch, the same at every step, in every lane and of either generator. */
final class ShownSamples {
    private static final int POINTS = 1000;

    private final LaneProbe probe;

    ShownSamples(LaneProbe probe) {
        this.probe = probe;
    }

    /** The generator's, row-major. */
    float[] newest() {
        return shown((count, labels) -> Optional.of(probe.samples(count, labels, SampleUse.SHOWN)))
                .orElseThrow();
    }

    /** The averaged generator's, if one is kept. */
    Optional<float[]> averaged() {
        return shown((count, labels) -> probe.averagedSamples(count, labels, SampleUse.SHOWN));
    }

    /** @param generator makes so many samples of these classes */
    private Optional<float[]> shown(BiFunction<Integer, int[], Optional<float[]>> generator) {
        LaneTraining training = probe.training();
        if (training.data().sampleShape().rank() == 1) {
            return generator.apply(POINTS, training.classes().of(SampleUse.SHOWN, POINTS, training.seed()));
        }
        ShownPictures pictures =
                new ShownPictures(training.classes().conditioning().classes());
        int[] inPlace = pictures.labels();
        int[] inTurn = new int[inPlace.length];
        Arrays.setAll(inTurn, made -> inPlace[pictures.place(made)]);
        return generator.apply(pictures.count(), inTurn).map(made -> placed(pictures, made));
    }

    private static float[] placed(ShownPictures pictures, float[] made) {
        int length = made.length / pictures.count();
        float[] placed = new float[made.length];
        for (int i = 0; i < pictures.count(); i++) {
            System.arraycopy(made, i * length, placed, pictures.place(i) * length, length);
        }
        return placed;
    }
}
