package lipschitzlab.compute.spi;

/**
 * What is computed element by element, on arrays of one shape, as {@link lipschitzlab.compute.Engine} describes it.
 *
 * @param <T> the library's own array
 */
public interface ElementwiseKernels<T> {
    /** z ← a + b. */
    void add(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z);

    /** z ← a − b. */
    void subtract(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z);

    /** z ← a · b. */
    void multiply(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z);

    /** z ← a / b. */
    void divide(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z);

    /** z ← factor · x. */
    void scale(PooledArray<T> x, double factor, PooledArray<T> z);

    /** z ← x + term. */
    void addScalar(PooledArray<T> x, double term, PooledArray<T> z);

    /** z ← x². */
    void square(PooledArray<T> x, PooledArray<T> z);

    /** z ← √x. */
    void sqrt(PooledArray<T> x, PooledArray<T> z);

    /** z ← eˣ. */
    void exp(PooledArray<T> x, PooledArray<T> z);

    /** z ← ln x. */
    void log(PooledArray<T> x, PooledArray<T> z);

    /** z ← 1/x. */
    void reciprocal(PooledArray<T> x, PooledArray<T> z);

    /** z ← tanh x. */
    void tanh(PooledArray<T> x, PooledArray<T> z);

    /** z ← 1/(1+e⁻ˣ). */
    void sigmoid(PooledArray<T> x, PooledArray<T> z);

    /** z ← ln(1+eˣ), without overflow for large x. */
    void softplus(PooledArray<T> x, PooledArray<T> z);

    /** z ← x where x > 0, slope·x elsewhere. */
    void leakyRelu(PooledArray<T> x, double slope, PooledArray<T> z);

    /** z ← g where x > 0, slope·g elsewhere. */
    void leakyReluAdjoint(PooledArray<T> g, PooledArray<T> x, double slope, PooledArray<T> z);
}
