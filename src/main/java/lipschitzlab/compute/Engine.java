package lipschitzlab.compute;

import java.util.List;

/**
 * The primitive operations on arrays of 32-bit floats. An engine instance belongs to one lane: it is used by one thread at a
 * time, remembers which arrays were made in which scope, and shares no mutable state with other instances, so that lanes run
 * in parallel.
 *
 * <p>Unless said otherwise an operation makes a new array, its inputs stay as they are, and arrays of unequal or unfitting
 * shape are an {@link IllegalArgumentException} that states expected and found. Arrays made while a {@link Scope} is open are
 * freed when it closes unless they were {@linkplain #keep kept}. Arrays made outside of any scope live until
 * {@linkplain #free freed}.
 */
public interface Engine extends AutoCloseable {
    /** What runs this engine, such as "ND4J 1.0.0-M2.1 on the CPU, 1 thread per lane". */
    String description();

    // ------------------------------------------------------------------ lifetime

    /** Opens a scope; scopes nest, and close in the reverse order. */
    Scope openScope();

    /** Takes an array out of the open scopes: it lives until it is freed. Returns an array that owns its numbers. */
    Array keep(Array array);

    /** Frees a kept array; it must not be used again. */
    void free(Array array);

    /** How many arrays this engine has made and not yet freed. */
    int liveArrays();

    /** What this engine has been asked for since it was made. */
    EngineCounts counts();

    /** Frees everything that this engine still holds. */
    @Override
    void close();

    // ------------------------------------------------------------------ host and device

    /** A new array with these numbers in row-major order. */
    Array of(float[] numbers, Shape shape);

    /** A new array in which every element is {@code value}. */
    Array full(Shape shape, double value);

    /** An array in which every element is {@code value}, shared with whoever asks for the same: it must not be changed. */
    Array constant(Shape shape, double value);

    /** The numbers in row-major order; waits until they are computed. */
    float[] read(Array array);

    /**
     * The numbers of several arrays, each as {@link #read} gives them; waits once for all of them, and where a card has them, they
     * come in one transfer.
     */
    List<float[]> readAll(List<Array> arrays);

    /** Overwrites {@code target} with these numbers. */
    void write(Array target, float[] numbers);

    /** Overwrites {@code target} with the numbers of {@code source}, of the same shape. */
    void copy(Array source, Array target);

    // ------------------------------------------------------------------ element by element

    /** a + b, equal shapes. */
    Array add(Array a, Array b);

    /** factor · a · b element by element, equal shapes. */
    Array multiplyScaled(Array a, Array b, double factor);

    /** factor · a / b element by element, equal shapes. */
    Array divideScaled(Array a, Array b, double factor);

    /**
     * Points between those of a and b: each row is share · a + (1 − share) · b.
     *
     * @param b of a's shape, {@code [n, …]}
     * @param shares one for each row, {@code [n]}
     */
    Array interpolate(Array a, Array b, Array shares);

    /** a − b, equal shapes. */
    Array subtract(Array a, Array b);

    /** a · b element by element, equal shapes. */
    Array multiply(Array a, Array b);

    /** a / b element by element, equal shapes. */
    Array divide(Array a, Array b);

    /** factor · x. */
    Array scale(Array x, double factor);

    /** x + term. */
    Array addScalar(Array x, double term);

    /** x². */
    Array square(Array x);

    /** √x; a negative element gives NaN. */
    Array sqrt(Array x);

    /** eˣ. */
    Array exp(Array x);

    /** ln x. */
    Array log(Array x);

    /** 1/x. */
    Array reciprocal(Array x);

    /** tanh x. */
    Array tanh(Array x);

    /** 1/(1+e⁻ˣ). */
    Array sigmoid(Array x);

    /** ln(1+eˣ), without overflow for large x. */
    Array softplus(Array x);

    /** Leaky ReLU: x where x > 0, {@code slope}·x elsewhere; slope 0 is ReLU. */
    Array leakyRelu(Array x, double slope);

    /** g times leaky ReLU's derivative at x: g where x > 0, {@code slope}·g elsewhere; equal shapes. */
    Array leakyReluAdjoint(Array g, Array x, double slope);

    // ------------------------------------------------------------------ products

    /**
     * The matrix product of a and b, each transposed first if so asked.
     *
     * @param a {@code [n, k]}, or {@code [k, n]} if transposed
     * @param b {@code [k, m]}, or {@code [m, k]} if transposed
     * @return {@code [n, m]}
     */
    Array matmul(Array a, boolean transposeA, Array b, boolean transposeB);

    /**
     * x·w + bias in one operation.
     *
     * @param x {@code [n, in]}
     * @param weight {@code [in, out]}
     * @param bias {@code [out]}
     * @return {@code [n, out]}
     */
    Array dense(Array x, Array weight, Array bias);

    /** The dot product ⟨a, b⟩ over all elements, equal shapes; returns {@code [1]}. */
    Array dot(Array a, Array b);

    /** s·x, where s is an array of one element. */
    Array multiplyScalar(Array x, Array s);

    /** x/‖x‖₂ over all elements; where the norm is below 1e-12, x/1e-12. */
    Array normalize(Array x);

    /** Each array as {@link #normalize} gives it, for less than they cost one by one where a library takes them together. */
    List<Array> normalizeEach(List<Array> arrays);

    /** The sum of the squares of all elements; returns {@code [1]}. */
    Array squaredNorm(Array x);

    /** factor · x · s, where s is an array of one element. */
    Array multiplyScalarScaled(Array x, Array s, double factor);

    /** x/s, where s is an array of one element. */
    Array divideScalar(Array x, Array s);

    /**
     * The products of g with the derivatives of {@link #divideScalar}.
     *
     * @param g of x's shape
     * @return those with respect to x and s: g/s, and −⟨g, x⟩/s² as {@code [1]}
     */
    List<Array> divideScalarAdjoints(Array g, Array x, Array s);

    // ------------------------------------------------------------------ sums and their adjoints

    /** weight · the mean of all elements; returns {@code [1]}. */
    Array mean(Array x, double weight);

    /** weight · s/n as every element of an array of this shape, of n elements: the adjoint of {@link #mean}. */
    Array spread(Array s, double weight, Shape shape);

    /** Each array plus that of the others at its place, equal shapes. */
    List<Array> addEach(List<Array> arrays, List<Array> others);

    /** The sum of all elements; returns {@code [1]}. */
    Array sum(Array x);

    /** Broadcasts {@code s}, an array of one element, to this shape. */
    Array broadcast(Array s, Shape shape);

    /** The sum of each row, {@code [n, …]} to {@code [n]}. */
    Array rowSum(Array x);

    /** Broadcasts each element of {@code [n]} along its row, to a shape {@code [n, …]}. */
    Array broadcastRows(Array v, Shape shape);

    /** The sum over all axes but the second, {@code [n, c]} or {@code [n, c, h, w]} to {@code [c]}. */
    Array channelSum(Array x);

    /** Broadcasts each element of {@code [c]} over all axes but the second, to {@code [n, c]} or {@code [n, c, h, w]}. */
    Array broadcastChannels(Array v, Shape shape);

    /** x + v along the second axis: x is {@code [n, c]} or {@code [n, c, h, w]}, v is {@code [c]}. */
    Array addChannels(Array x, Array v);

    /** x · v along the second axis: x is {@code [n, c]} or {@code [n, c, h, w]}, v is {@code [c]}. */
    Array multiplyChannels(Array x, Array v);

    // ------------------------------------------------------------------ shapes

    /**
     * The same numbers in another shape of the same length. The result may share its numbers with x, which must be neither
     * changed nor freed while the result is in use; {@link #keep} separates them.
     */
    Array reshape(Array x, Shape shape);

    /** The arrays below each other along the first axis. */
    Array concatRows(List<Array> arrays);

    /** {@code count} rows of x from {@code first} on; may share its numbers with x, as {@link #reshape}. */
    Array sliceRows(Array x, int first, int count);

    /** x with {@code before} rows of zeros above and {@code after} below: the adjoint of {@link #sliceRows}. */
    Array padRows(Array x, int before, int after);

    // ------------------------------------------------------------------ convolutions

    /**
     * The convolution (cross-correlation) of x with weight.
     *
     * @param x {@code geometry.inputShape(n)}
     * @param weight {@code geometry.weightShape()}
     * @return {@code geometry.outputShape(n)}
     */
    Array conv2d(Array x, Array weight, ConvolutionGeometry geometry);

    /**
     * {@link #conv2d} with a number added to each channel of the output, for less than the two cost apart where a library
     * computes them together.
     *
     * @param bias {@code [out]}
     */
    Array conv2dWithBias(Array x, Array weight, Array bias, ConvolutionGeometry geometry);

    /**
     * The convolution's adjoint with respect to its input, which is a transposed convolution.
     *
     * @param y {@code geometry.outputShape(n)}
     * @param weight {@code geometry.weightShape()}
     * @return {@code geometry.inputShape(n)}
     */
    Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry);

    /**
     * The convolution's adjoint with respect to its weight.
     *
     * @param x {@code geometry.inputShape(n)}
     * @param y {@code geometry.outputShape(n)}
     * @return {@code geometry.weightShape()}
     */
    Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry);

    /**
     * Both of the convolution's adjoints, for less than they cost apart where a library computes them together.
     *
     * @param x {@code geometry.inputShape(n)}
     * @param weight {@code geometry.weightShape()}
     * @param y {@code geometry.outputShape(n)}
     * @return what {@link #conv2dInput} and {@link #conv2dWeight} give, in this order
     */
    default List<Array> conv2dAdjoints(Array x, Array weight, Array y, ConvolutionGeometry geometry) {
        Expect.shape(y, Expect.convolution(x, weight, geometry));
        return List.of(conv2dInput(y, weight, geometry), conv2dWeight(x, y, geometry));
    }

    // ------------------------------------------------------------------ batch normalization

    /**
     * Batch normalization (Ioffe and Szegedy 2015, algorithm 1): each channel of x to mean 0 and variance 1 over the other axes,
     * then times its gain, plus its shift.
     *
     * @param x {@code [n, c]} or {@code [n, c, h, w]}
     * @param gain {@code [c]}
     * @param shift {@code [c]}
     * @param epsilon is added to the variance before the root; above 0
     * @return of x's shape
     */
    Array batchNormalize(Array x, Array gain, Array shift, double epsilon);

    /**
     * The products of g with the derivatives of {@link #batchNormalize}.
     *
     * @param g of x's shape
     * @return those with respect to x, gain and shift, of their shapes
     */
    List<Array> batchNormalizeAdjoints(Array x, Array gain, double epsilon, Array g);

    /** Each row of x, {@code [n, …]}, to mean 0 and variance 1; epsilon is added to the variance. */
    Array normalizeRows(Array x, double epsilon);

    /** The product of g, of x's shape, with the derivative of {@link #normalizeRows} at x. */
    Array normalizeRowsAdjoint(Array x, double epsilon, Array g);

    // ------------------------------------------------------------------ updates in place

    /**
     * One step of gradient descent, in place: parameter ← parameter − rate · gradient.
     *
     * @param gradients one for each of the parameters, of its shape; likewise below
     */
    void sgd(List<Array> parameters, List<Array> gradients, double rate);

    /**
     * One step of Adam (Kingma and Ba 2015, algorithm 1) for all parameters, in place on them and on both moments.
     *
     * @param iteration the number of this step, from 1
     */
    void adam(
            List<Array> parameters,
            List<Array> gradients,
            List<Array> firstMoments,
            List<Array> secondMoments,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            int iteration);

    /** One step of RMSProp: s ← decay·s + (1−decay)·g², parameter ← parameter − rate·g/(√s + ε), in place. */
    void rmsProp(
            List<Array> parameters,
            List<Array> gradients,
            List<Array> meanSquares,
            double rate,
            double decay,
            double epsilon);

    /** Every element of each array into [low, high], in place. */
    void clamp(List<Array> arrays, double low, double high);
}
