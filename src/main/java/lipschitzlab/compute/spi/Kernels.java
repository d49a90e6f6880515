package lipschitzlab.compute.spi;

import java.util.OptionalLong;

/**
 * How one library computes the operations of {@link lipschitzlab.compute.Engine}, by family. A kernel gets arrays whose shapes
 * were checked, and writes into the last of them; it neither changes the others, unless its
 * description says so, nor keeps any of them. What it needs besides it takes from the engine's pool in a scope of its own. What
 * the library refuses is a {@link RuntimeException} with the library's words.
 *
 * @param <T> the library's own array
 */
public interface Kernels<T> extends AutoCloseable {
    /** What runs them, such as "ND4J on the CPU, 1 thread per lane". */
    String description();

    /** Makes the calling thread compute the way that this engine was asked to; called before the first kernel on a thread. */
    void prepareThread();

    /** Between the processor's memory and the arrays. */
    TransferKernels<T> transfer();

    /** Element by element. */
    ElementwiseKernels<T> elementwise();

    /** Products and norms. */
    ProductKernels<T> products();

    /** Sums and their adjoints. */
    SumKernels<T> sums();

    /** The convolution and its adjoints. */
    ConvolutionKernels<T> convolutions();

    /** Batch normalization. */
    NormalizationKernels<T> normalization();

    /** Updates in place. */
    UpdateKernels<T> updates();

    /** What is made of several of the others. */
    FusedKernels<T> fused();

    /** How many calls of the library that start work there were, where they are counted. */
    default OptionalLong launches() {
        return OptionalLong.empty();
    }

    /** Gives back what the kernels themselves hold; the arrays are not theirs. */
    @Override
    void close();
}
