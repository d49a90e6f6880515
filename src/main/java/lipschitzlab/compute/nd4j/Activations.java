package lipschitzlab.compute.nd4j;

/**
 * Leaky ReLU.
 *
 * @param <T> an array as ND4J's operations take it
 */
public interface Activations<T> extends AutoCloseable {
    /** z ← x where x > 0, slope·x elsewhere; equal shapes. */
    void leakyRelu(T x, double slope, T z);

    /** z ← g where x > 0, slope·g elsewhere; equal shapes. */
    void leakyReluAdjoint(T g, T x, double slope, T z);

    /** Gives back what this itself holds; nothing by default. */
    @Override
    default void close() {}
}
