package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.spi.NormalizationKernels;

/**
 * Batch normalization, by whatever does it best.
 *
 * @param <T> an array as ND4J's operations take it
 */
public interface BatchNormalization<T> extends NormalizationKernels<T>, AutoCloseable {
    /** Gives back what this itself holds; nothing by default. */
    @Override
    default void close() {}
}
