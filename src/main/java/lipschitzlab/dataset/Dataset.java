package lipschitzlab.dataset;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.setting.Assignment;

/**
 * The real distribution that generators learn. Immutable: what is drawn depends on the stream alone, and several threads
 * may draw at once, each from its own stream.
 */
public interface Dataset {
    /** The id of the dataset's kind, such as {@code "eight-gaussians"}. */
    String name();

    /** The shape of one sample: {@code [2]} for points, {@code [channel, height, width]} for pictures. */
    Shape sampleShape();

    /**
     * Training samples, drawn independently (from a file: with replacement). Values of pictures lie in [−1, 1].
     *
     * @param size the number of samples, 1 or more
     * @return {@code [size, ...sampleShape]} in row-major order
     */
    float[] batch(int size, RandomStream random);

    /**
     * Samples that no training batch contains. A synthetic distribution simply draws anew; of a file every tenth sample
     * is kept aside for this and drawn with replacement.
     *
     * @param size the number of samples, 1 or more
     * @return {@code [size, ...sampleShape]} in row-major order
     */
    float[] heldOut(int size, RandomStream random);

    /** The names of the classes, in the order of their labels; empty for data without classes. */
    default List<String> classNames() {
        return List.of();
    }

    /** What {@link #batch} gives for an equal stream, with the class of each sample where the data have classes. */
    default LabelledSamples labelledBatch(int size, RandomStream random) {
        return LabelledSamples.unlabelled(batch(size, random));
    }

    /** What {@link #heldOut} gives for an equal stream, with the class of each sample where the data have classes. */
    default LabelledSamples labelledHeldOut(int size, RandomStream random) {
        return LabelledSamples.unlabelled(heldOut(size, random));
    }

    /**
     * Held-out samples, each once, with its class where the data have classes: a measure that looks for neighbours must not find
     * the same sample again. A synthetic distribution draws them anew.
     *
     * @param most the number of samples; there are fewer where fewer are held out
     */
    default LabelledSamples heldOutOnce(int most, RandomStream random) {
        return labelledHeldOut(most, random);
    }

    /** All training samples, where they come from a file; empty for data that are drawn anew. */
    default Optional<StoredSamples> stored() {
        return Optional.empty();
    }

    /** The modes, where the distribution is a mixture of Gaussians with known ones. */
    Optional<Mixture> mixture();

    /** The units of the table that points come from; none for data that have no units of their own. */
    default Optional<PlaneUnits> units() {
        return Optional.empty();
    }

    /** What was found out about a file while it was read, for a person: sentences. */
    default List<String> notes() {
        return List.of();
    }

    /** What was found out about a file, as values of its kind's settings: with these it reads the same again. */
    default List<Assignment<?>> found() {
        return List.of();
    }

    /**
     * The largest absolute value of a coordinate, always greater than 0: the size of a plot and the yardstick of
     * divergence. Where there is Gaussian noise, which has no largest value, 4 of its standard deviations are counted in.
     */
    double range();
}
