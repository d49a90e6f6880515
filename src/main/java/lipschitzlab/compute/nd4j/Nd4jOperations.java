package lipschitzlab.compute.nd4j;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.Storage;
import lipschitzlab.compute.spi.UpdateKernels;

/**
 * What the kernels ask of ND4J, on arrays whose shapes were checked. Each operation writes its result into an array that is
 * there already. What ND4J refuses is a {@link RuntimeException} with its own words.
 *
 * @param <T> an array as the operations take it
 */
public interface Nd4jOperations<T> {
    /** How arrays are made. */
    Storage<T> storage();

    /** Copies an array's numbers, in row-major order, to {@code numbers}, which has room for all of them. */
    void read(T array, float[] numbers);

    /** Overwrites an array with as many numbers as it has, in row-major order. */
    void write(T array, float[] numbers);

    /** z ← x, equal lengths. */
    void copy(T x, T z);

    /** z ← x ∘ y; y has the shape of x, or one element, or the rank of x and on each axis its size or 1. */
    void pairwise(Pairwise operation, T x, T y, T z);

    /** z ← f(x), equal shapes. */
    void transform(Transform operation, T x, T z);

    /** z ← f(x, number), equal shapes. */
    void scalar(ScalarOperation operation, T x, double number, T z);

    /** z ← the product of two matrices, each transposed first if so asked. */
    void product(T a, boolean transposeA, T b, boolean transposeB, T z);

    /** z ← x·weight + bias: {@code [n, in]}, {@code [in, out]} and {@code [out]} to {@code [n, out]}; ones is n ones. */
    void dense(T x, T weight, T bias, T ones, T z);

    /** Convolutions whose temporary arrays come from this pool. */
    Nd4jConvolutions<T> convolutions(ArrayPool<T> pool);

    /** Activations, whose temporary arrays come from this pool. */
    Activations<T> activations(ArrayPool<T> pool);

    /** Batch normalization in one operation, whose temporary arrays come from this pool, where there is such an operation. */
    Optional<BatchNormalization<T>> batchNormalization(ArrayPool<T> pool);

    /** Updates in place, whose temporary arrays come from this pool. */
    UpdateKernels<T> updates(ArrayPool<T> pool);

    /** One of ND4J's operations by name. */
    void custom(CustomOperation operation, List<T> inputs, List<T> outputs);

    /** Gives back what the operations themselves hold. */
    void close();
}
