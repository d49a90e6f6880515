package lipschitzlab.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.dataset.Mixture;
import lipschitzlab.dataset.StoredSamples;
import org.junit.jupiter.api.Test;

/** The training samples nearest to a generated one. */
class NearestSamplesTest {
    private static final PixelDistance PIXELS = new PixelDistance();

    /** Grey pictures of 2 × 2 pixels; that in place i has the value −1 + i / 1000 everywhere, and is dark or light. */
    private record Greys(int count, boolean kept) implements Dataset {
        @Override
        public String name() {
            return "greys";
        }

        @Override
        public Shape sampleShape() {
            return Shape.of(1, 2, 2);
        }

        @Override
        public float[] batch(int size, RandomStream random) {
            return samples(0, size).values();
        }

        @Override
        public float[] heldOut(int size, RandomStream random) {
            return batch(size, random);
        }

        @Override
        public List<String> classNames() {
            return List.of("dark", "light");
        }

        @Override
        public LabelledSamples labelledBatch(int size, RandomStream random) {
            return samples(0, size);
        }

        private LabelledSamples samples(int first, int size) {
            float[] values = new float[4 * size];
            int[] labels = new int[size];
            for (int i = 0; i < size; i++) {
                Arrays.fill(values, 4 * i, 4 * i + 4, -1 + (first + i) / 1000f);
                labels[i] = first + i < 1000 ? 0 : 1;
            }
            return new LabelledSamples(values, labels);
        }

        @Override
        public Optional<StoredSamples> stored() {
            return kept
                    ? Optional.of(new StoredSamples() {
                        @Override
                        public int count() {
                            return count;
                        }

                        @Override
                        public LabelledSamples samples(int first, int size) {
                            return Greys.this.samples(first, size);
                        }
                    })
                    : Optional.empty();
        }

        @Override
        public Optional<Mixture> mixture() {
            return Optional.empty();
        }

        @Override
        public double range() {
            return 1;
        }
    }

    private static float[] grey(double value) {
        float[] picture = new float[4];
        Arrays.fill(picture, (float) value);
        return picture;
    }

    private static NearestSamples nearest(Dataset data, double value) {
        return NearestSamples.search(data, 1, grey(value), 3, PIXELS, searched -> true)
                .orElseThrow();
    }

    @Test
    void theNearestAreFoundAmongAllThatAreTrainedOnWithTheirClasses() {
        NearestSamples found = nearest(new Greys(2000, true), 0.5);
        assertThat(found.searched()).isEqualTo(2000);
        assertThat(found.stored()).isTrue();
        assertThat(found.neighbours())
                .extracting(NearestSamples.Neighbour::className)
                .containsOnly("light");
        assertThat(found.neighbours().get(0).sample()[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(found.neighbours().get(0).distance()).isCloseTo(0, within(1e-3));
        // One thousandth of a unit is 0.1275 levels.
        assertThat(found.neighbours().get(1).distance()).isCloseTo(0.1275, within(1e-3));
        assertThat(found.neighbours().get(2).distance()).isCloseTo(0.1275, within(1e-3));
    }

    @Test
    void ofDataThatAreDrawnAnewSomeAreDrawnAndThatIsSaid() {
        NearestSamples found = nearest(new Greys(2000, false), -1);
        assertThat(found.stored()).isFalse();
        assertThat(found.searched()).isEqualTo(NearestSamples.DRAWN);
        assertThat(found.neighbours().get(0).distance()).isCloseTo(0, within(1e-3));
    }

    @Test
    void blackIsAsFarFromWhiteAsThereAreLevels() {
        assertThat(PIXELS.from(grey(-1)).to(0, grey(1))).containsExactly(255);
        float[] half = {1, 1, -1, -1};
        assertThat(PIXELS.from(grey(-1)).to(0, half)[0]).isCloseTo(255 / Math.sqrt(2), within(1e-9));
    }

    @Test
    void aSearchThatIsNoLongerWantedEnds() {
        int[] asked = {0};
        Optional<NearestSamples> found =
                NearestSamples.search(new Greys(2000, true), 1, grey(0), 3, PIXELS, searched -> ++asked[0] < 3);
        assertThat(found).isEmpty();
        assertThat(asked[0]).isEqualTo(3);
    }
}
