package lipschitzlab.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.dataset.Mixture;
import lipschitzlab.dataset.StoredSamples;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.sample.FeatureRows;

/** Pictures of noise with one row of high levels, which is their class: no two classes are near each other. */
final class BandedPictures implements Dataset {
    static final int SIDE = 4;
    static final int LENGTH = SIDE * SIDE;

    private static final float NOISE = 0.1f;

    private final int[] labels;
    private final int stored;

    /** @param labels the classes of samples, again and again */
    BandedPictures(int[] labels) {
        this(labels, 0);
    }

    /** @param stored how many training samples there are; 0 if they are drawn anew */
    BandedPictures(int[] labels, int stored) {
        this.labels = labels.clone();
        this.stored = stored;
    }

    /** Their pixels. */
    static FeatureNetwork features() {
        return new FeatureNetwork() {
            @Override
            public int dimension() {
                return LENGTH;
            }

            @Override
            public String words() {
                return "pixels";
            }

            @Override
            public String brief() {
                return words();
            }

            @Override
            public FeatureRows of(float[] pictures, Engine unused) {
                return new FeatureRows(pictures, LENGTH);
            }
        };
    }

    /** Pictures of one class. */
    static float[] of(int label, int count, RandomStream random) {
        float[] pictures = random.gaussians(count * LENGTH);
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = NOISE * pictures[i] + (i % LENGTH / SIDE == label ? 1 : 0);
        }
        return pictures;
    }

    @Override
    public String name() {
        return "bands";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(1, SIDE, SIDE);
    }

    @Override
    public List<String> classNames() {
        return List.of("top", "middle", "bottom");
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        return labelledBatch(size, random).values();
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return batch(size, random);
    }

    @Override
    public LabelledSamples labelledBatch(int size, RandomStream random) {
        float[] values = new float[size * LENGTH];
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = labels[i % labels.length];
            System.arraycopy(of(drawn[i], 1, random), 0, values, i * LENGTH, LENGTH);
        }
        return new LabelledSamples(values, drawn);
    }

    @Override
    public LabelledSamples labelledHeldOut(int size, RandomStream random) {
        return labelledBatch(size, random);
    }

    /** Each is known by its first level, which is its place. */
    @Override
    public Optional<StoredSamples> stored() {
        return stored == 0
                ? Optional.empty()
                : Optional.of(new StoredSamples() {
                    @Override
                    public int count() {
                        return stored;
                    }

                    @Override
                    public LabelledSamples samples(int first, int count) {
                        float[] values = new float[count * LENGTH];
                        int[] own = new int[count];
                        for (int i = 0; i < count; i++) {
                            values[i * LENGTH] = first + i;
                            own[i] = labels[(first + i) % labels.length];
                        }
                        return new LabelledSamples(values, own);
                    }
                });
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.empty();
    }

    @Override
    public double range() {
        return 1;
    }

    @Override
    public String toString() {
        return "bands " + Arrays.toString(labels);
    }
}
