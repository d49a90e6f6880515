package lipschitzlab.compute.nd4j;

/**
 * Batch normalization in one operation.
 *
 * @param <T> an array as ND4J's operations take it
 */
interface BatchNormalization<T> extends AutoCloseable {
    /** z ← each channel of x to mean 0 and variance 1, times its gain, plus its shift. */
    void forward(T x, T gain, T shift, double epsilon, T z);

    /** What the gradient g of the forward pass's result gives for x, gain and shift. */
    void adjoints(T x, T gain, double epsilon, T g, T toX, T toGain, T toShift);

    @Override
    void close();
}
