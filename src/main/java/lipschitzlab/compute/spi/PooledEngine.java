package lipschitzlab.compute.spi;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.Shape;

/**
 * An {@link Engine} on one library's kernels. For each operation it says here, and nowhere else, which arguments fit, which shape
 * the result has, and which kernel computes it.
 *
 * @param <T> the library's own array
 */
public final class PooledEngine<T> extends PooledArrays<T> {
    private final ElementwiseKernels<T> elementwise;
    private final ProductKernels<T> products;
    private final SumKernels<T> sums;
    private final ConvolutionKernels<T> convolutions;
    private final NormalizationKernels<T> normalization;
    private final UpdateKernels<T> updates;
    private final FusedKernels<T> fused;

    /**
     * An engine that owns both.
     *
     * @param pool where results come from, and what the kernels take their temporary arrays from
     */
    public PooledEngine(ArrayPool<T> pool, Kernels<T> kernels) {
        super(pool, kernels);
        this.elementwise = kernels.elementwise();
        this.products = kernels.products();
        this.sums = kernels.sums();
        this.convolutions = kernels.convolutions();
        this.normalization = kernels.normalization();
        this.updates = kernels.updates();
        this.fused = kernels.fused();
    }

    // ------------------------------------------------------------------ element by element

    @Override
    public Array add(Array a, Array b) {
        return made(Expect.same(a, b), z -> elementwise.add(pooled(a), pooled(b), z));
    }

    @Override
    public Array multiplyScaled(Array a, Array b, double factor) {
        return made(Expect.same(a, b), z -> fused.multiplyScaled(pooled(a), pooled(b), factor, z));
    }

    @Override
    public Array divideScaled(Array a, Array b, double factor) {
        return made(Expect.same(a, b), z -> fused.divideScaled(pooled(a), pooled(b), factor, z));
    }

    @Override
    public Array interpolate(Array a, Array b, Array shares) {
        Shape shape = Expect.same(a, b);
        Expect.rows(shares, shape);
        return made(shape, z -> fused.interpolate(pooled(a), pooled(b), pooled(shares), z));
    }

    @Override
    public Array subtract(Array a, Array b) {
        return made(Expect.same(a, b), z -> elementwise.subtract(pooled(a), pooled(b), z));
    }

    @Override
    public Array multiply(Array a, Array b) {
        return made(Expect.same(a, b), z -> elementwise.multiply(pooled(a), pooled(b), z));
    }

    @Override
    public Array divide(Array a, Array b) {
        return made(Expect.same(a, b), z -> elementwise.divide(pooled(a), pooled(b), z));
    }

    @Override
    public Array scale(Array x, double factor) {
        return made(x.shape(), z -> elementwise.scale(pooled(x), factor, z));
    }

    @Override
    public Array addScalar(Array x, double term) {
        return made(x.shape(), z -> elementwise.addScalar(pooled(x), term, z));
    }

    @Override
    public Array square(Array x) {
        return made(x.shape(), z -> elementwise.square(pooled(x), z));
    }

    @Override
    public Array sqrt(Array x) {
        return made(x.shape(), z -> elementwise.sqrt(pooled(x), z));
    }

    @Override
    public Array exp(Array x) {
        return made(x.shape(), z -> elementwise.exp(pooled(x), z));
    }

    @Override
    public Array log(Array x) {
        return made(x.shape(), z -> elementwise.log(pooled(x), z));
    }

    @Override
    public Array reciprocal(Array x) {
        return made(x.shape(), z -> elementwise.reciprocal(pooled(x), z));
    }

    @Override
    public Array tanh(Array x) {
        return made(x.shape(), z -> elementwise.tanh(pooled(x), z));
    }

    @Override
    public Array sigmoid(Array x) {
        return made(x.shape(), z -> elementwise.sigmoid(pooled(x), z));
    }

    @Override
    public Array softplus(Array x) {
        return made(x.shape(), z -> elementwise.softplus(pooled(x), z));
    }

    @Override
    public Array leakyRelu(Array x, double slope) {
        return made(x.shape(), z -> elementwise.leakyRelu(pooled(x), slope, z));
    }

    @Override
    public Array leakyReluAdjoint(Array g, Array x, double slope) {
        return made(Expect.same(g, x), z -> elementwise.leakyReluAdjoint(pooled(g), pooled(x), slope, z));
    }

    // ------------------------------------------------------------------ products

    @Override
    public Array matmul(Array a, boolean transposeA, Array b, boolean transposeB) {
        Shape shape = Expect.product(a.shape(), transposeA, b.shape(), transposeB);
        return made(shape, z -> products.matmul(pooled(a), transposeA, pooled(b), transposeB, z));
    }

    @Override
    public Array dense(Array x, Array weight, Array bias) {
        Shape shape = Expect.dense(x, weight, bias);
        return made(shape, z -> products.dense(pooled(x), pooled(weight), pooled(bias), z));
    }

    @Override
    public Array dot(Array a, Array b) {
        Expect.same(a, b);
        return made(Shape.of(1), z -> products.dot(pooled(a), pooled(b), z));
    }

    @Override
    public Array multiplyScalar(Array x, Array s) {
        Expect.scalar(s);
        return made(x.shape(), z -> products.multiplyScalar(pooled(x), pooled(s), z));
    }

    @Override
    public Array normalize(Array x) {
        return made(x.shape(), z -> products.normalize(pooled(x), z));
    }

    @Override
    public List<Array> normalizeEach(List<Array> arrays) {
        started();
        List<PooledArray<T>> results = new ArrayList<>(arrays.size());
        arrays.forEach(array -> results.add(take(array.shape())));
        products.normalize(pooled(arrays), results);
        return List.copyOf(results);
    }

    @Override
    public Array squaredNorm(Array x) {
        return made(Shape.of(1), z -> fused.squaredNorm(pooled(x), z));
    }

    @Override
    public Array multiplyScalarScaled(Array x, Array s, double factor) {
        Expect.scalar(s);
        return made(x.shape(), z -> fused.multiplyScalarScaled(pooled(x), pooled(s), factor, z));
    }

    @Override
    public Array divideScalar(Array x, Array s) {
        Expect.scalar(s);
        return made(x.shape(), z -> fused.divideScalar(pooled(x), pooled(s), z));
    }

    @Override
    public List<Array> divideScalarAdjoints(Array g, Array x, Array s) {
        Expect.scalar(s);
        started();
        PooledArray<T> toX = take(Expect.same(g, x));
        PooledArray<T> toS = take(Shape.of(1));
        fused.divideScalarAdjoints(pooled(g), pooled(x), pooled(s), toX, toS);
        return List.of(toX, toS);
    }

    // ------------------------------------------------------------------ sums and their adjoints

    @Override
    public Array mean(Array x, double weight) {
        return made(Shape.of(1), z -> fused.mean(pooled(x), weight, z));
    }

    @Override
    public Array spread(Array s, double weight, Shape shape) {
        Expect.scalar(s);
        return made(shape, z -> fused.spread(pooled(s), weight, z));
    }

    @Override
    public List<Array> addEach(List<Array> arrays, List<Array> others) {
        Expect.same(arrays, others);
        started();
        List<Result<T>> results = new ArrayList<>(arrays.size());
        arrays.forEach(array -> results.add(result(array.shape())));
        fused.addEach(pooled(arrays), pooled(others), results);
        return results.stream().<Array>map(Result::array).toList();
    }

    @Override
    public Array sum(Array x) {
        return made(Shape.of(1), z -> sums.sum(pooled(x), z));
    }

    @Override
    public Array broadcast(Array s, Shape shape) {
        Expect.scalar(s);
        return made(shape, z -> sums.broadcast(pooled(s), z));
    }

    @Override
    public Array rowSum(Array x) {
        return made(Shape.of(x.shape().size(0)), z -> sums.rowSum(pooled(x), z));
    }

    @Override
    public Array broadcastRows(Array v, Shape shape) {
        Expect.rows(v, shape);
        return made(shape, z -> sums.broadcastRows(pooled(v), z));
    }

    @Override
    public Array channelSum(Array x) {
        Expect.channels(x.shape());
        return made(Shape.of(x.shape().size(1)), z -> sums.channelSum(pooled(x), z));
    }

    @Override
    public Array broadcastChannels(Array v, Shape shape) {
        Expect.channels(shape, v);
        return made(shape, z -> sums.broadcastChannels(pooled(v), z));
    }

    @Override
    public Array addChannels(Array x, Array v) {
        Expect.channels(x.shape(), v);
        return made(x.shape(), z -> sums.addChannels(pooled(x), pooled(v), z));
    }

    @Override
    public Array multiplyChannels(Array x, Array v) {
        Expect.channels(x.shape(), v);
        return made(x.shape(), z -> sums.multiplyChannels(pooled(x), pooled(v), z));
    }

    // ------------------------------------------------------------------ convolutions

    @Override
    public Array conv2d(Array x, Array weight, ConvolutionGeometry geometry) {
        Shape shape = Expect.convolution(x, weight, geometry);
        return madeOrAdopted(shape, z -> convolutions.forward(pooled(x), pooled(weight), geometry, z));
    }

    @Override
    public Array conv2dWithBias(Array x, Array weight, Array bias, ConvolutionGeometry geometry) {
        Shape shape = Expect.convolution(x, weight, geometry);
        Expect.shape(bias, Shape.of(geometry.outputChannels()));
        return madeOrAdopted(shape, z -> convolutions.forward(pooled(x), pooled(weight), pooled(bias), geometry, z));
    }

    @Override
    public Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry) {
        Shape shape = Expect.convolutionToInput(y, weight, geometry);
        return madeOrAdopted(shape, z -> convolutions.input(pooled(y), pooled(weight), geometry, z));
    }

    @Override
    public Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry) {
        Shape shape = Expect.convolutionToWeight(x, y, geometry);
        return madeOrAdopted(shape, z -> convolutions.weight(pooled(x), pooled(y), geometry, z));
    }

    @Override
    public List<Array> conv2dAdjoints(Array x, Array weight, Array y, ConvolutionGeometry geometry) {
        Expect.shape(y, Expect.convolution(x, weight, geometry));
        started();
        Result<T> toInput = result(x.shape());
        Result<T> toWeight = result(weight.shape());
        convolutions.adjoints(pooled(x), pooled(weight), pooled(y), geometry, toInput, toWeight);
        return List.of(toInput.array(), toWeight.array());
    }

    // ------------------------------------------------------------------ batch normalization

    @Override
    public Array batchNormalize(Array x, Array gain, Array shift, double epsilon) {
        Expect.channels(x.shape(), gain);
        Expect.channels(x.shape(), shift);
        return made(x.shape(), z -> normalization.forward(pooled(x), pooled(gain), pooled(shift), epsilon, z));
    }

    @Override
    public List<Array> batchNormalizeAdjoints(Array x, Array gain, double epsilon, Array g) {
        Expect.channels(x.shape(), gain);
        started();
        PooledArray<T> toX = take(Expect.same(x, g));
        PooledArray<T> toGain = take(gain.shape());
        PooledArray<T> toShift = take(gain.shape());
        normalization.adjoints(pooled(x), pooled(gain), epsilon, pooled(g), toX, toGain, toShift);
        return List.of(toX, toGain, toShift);
    }

    @Override
    public Array normalizeRows(Array x, double epsilon) {
        return made(x.shape(), z -> fused.normalizeRows(pooled(x), epsilon, z));
    }

    @Override
    public Array normalizeRowsAdjoint(Array x, double epsilon, Array g) {
        return made(Expect.same(x, g), z -> fused.normalizeRowsAdjoint(pooled(x), epsilon, pooled(g), z));
    }

    // ------------------------------------------------------------------ updates in place

    @Override
    public void sgd(List<Array> parameters, List<Array> gradients, double rate) {
        Expect.same(parameters, gradients);
        started();
        updates.sgd(pooled(parameters), pooled(gradients), rate);
    }

    @Override
    public void adam(
            List<Array> parameters,
            List<Array> gradients,
            List<Array> firstMoments,
            List<Array> secondMoments,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            int iteration) {
        Expect.same(parameters, gradients);
        Expect.same(parameters, firstMoments);
        Expect.same(parameters, secondMoments);
        started();
        updates.adam(
                new AdamStep(rate, beta1, beta2, epsilon, iteration),
                pooled(parameters),
                pooled(gradients),
                pooled(firstMoments),
                pooled(secondMoments));
    }

    @Override
    public void rmsProp(
            List<Array> parameters,
            List<Array> gradients,
            List<Array> meanSquares,
            double rate,
            double decay,
            double epsilon) {
        Expect.same(parameters, gradients);
        Expect.same(parameters, meanSquares);
        started();
        updates.rmsProp(pooled(parameters), pooled(gradients), pooled(meanSquares), rate, decay, epsilon);
    }

    @Override
    public void clamp(List<Array> arrays, double low, double high) {
        started();
        updates.clamp(pooled(arrays), low, high);
    }
}
