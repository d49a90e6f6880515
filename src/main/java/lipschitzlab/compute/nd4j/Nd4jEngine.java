package lipschitzlab.compute.nd4j;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ArrayPool;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.PooledArray;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/**
 * The operations of {@link Engine} by ND4J's own, on arrays from a pool.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class Nd4jEngine<T> implements Engine {
    private static final double SMALLEST_NORM = 1e-12;
    private static final CustomOperation ADD_CHANNELS = new CustomOperation("biasadd", List.of(), List.of(true));

    private final Operations<T> operations;
    private final ArrayPool<T> pool;
    private final Sums<T> sums;
    private final Convolutions<T> convolutions;
    private final Activations<T> activations;
    private final Optional<BatchNormalization<T>> batchNormalization;
    private final int threads;
    private Thread limited;

    /** An engine that computes by these operations with that many native threads. */
    Nd4jEngine(Operations<T> operations, int threads) {
        this.operations = operations;
        this.pool = new ArrayPool<>(operations.storage());
        this.sums = new Sums<>(operations, pool);
        this.convolutions = operations.convolutions(pool);
        this.activations = operations.activations(pool);
        this.batchNormalization = operations.batchNormalization(pool);
        this.threads = threads;
        Nd4jRuntime.limitOpenBlas(threads);
    }

    /** An engine on the backend that ND4J found, whose operations use that many native threads. */
    static Engine on(int threads) {
        return Nd4jRuntime.onCard()
                ? new Nd4jEngine<>(new ExecutionerOperations(), threads)
                : new Nd4jEngine<>(new CpuOperations(), threads);
    }

    @Override
    public String description() {
        return Nd4jRuntime.onCard()
                ? "ND4J on an NVIDIA card"
                : "ND4J on the CPU, " + threads + (threads == 1 ? " thread" : " threads") + " per lane";
    }

    // ------------------------------------------------------------------ lifetime

    @Override
    public Scope openScope() {
        return pool.open();
    }

    /** Every operation comes through here first, on whichever thread the lane runs now. */
    private PooledArray<T> take(Shape shape) {
        if (limited != Thread.currentThread()) {
            limited = Thread.currentThread();
            Nd4jRuntime.limitThreads(threads);
        }
        return pool.take(shape);
    }

    @Override
    public Array keep(Array array) {
        PooledArray<T> kept = pooled(array);
        if (kept.isView()) {
            PooledArray<T> copy = take(kept.shape());
            copy(kept, copy);
            kept = copy;
        }
        pool.keep(kept);
        return kept;
    }

    @Override
    public void free(Array array) {
        pool.release(pooled(array));
    }

    @Override
    public int liveArrays() {
        return pool.live();
    }

    @Override
    public void close() {
        convolutions.close();
        activations.close();
        batchNormalization.ifPresent(BatchNormalization::close);
        pool.closeAll();
        operations.close();
    }

    // ------------------------------------------------------------------ host and device

    @Override
    public Array of(float[] numbers, Shape shape) {
        PooledArray<T> array = take(shape);
        write(array, numbers);
        return array;
    }

    @Override
    public Array full(Shape shape, double value) {
        PooledArray<T> array = take(shape);
        operations.withNumber(WithNumber.SET, array.data(), value, array.data());
        return array;
    }

    @Override
    public float[] read(Array array) {
        float[] numbers = new float[array.shape().length()];
        operations.read(data(array), numbers);
        return numbers;
    }

    @Override
    public void write(Array target, float[] numbers) {
        Expect.numbers(numbers, target.shape());
        operations.write(data(target), numbers);
    }

    @Override
    public void copy(Array source, Array target) {
        Expect.same(source, target);
        operations.copy(data(source), data(target));
    }

    // ------------------------------------------------------------------ element by element

    @Override
    public Array add(Array a, Array b) {
        return pairwise(Pairwise.ADD, a, b);
    }

    @Override
    public Array subtract(Array a, Array b) {
        return pairwise(Pairwise.SUBTRACT, a, b);
    }

    @Override
    public Array multiply(Array a, Array b) {
        return pairwise(Pairwise.MULTIPLY, a, b);
    }

    @Override
    public Array divide(Array a, Array b) {
        return pairwise(Pairwise.DIVIDE, a, b);
    }

    @Override
    public Array scale(Array x, double factor) {
        return withNumber(WithNumber.MULTIPLY, x, factor);
    }

    @Override
    public Array shift(Array x, double term) {
        return withNumber(WithNumber.ADD, x, term);
    }

    @Override
    public Array square(Array x) {
        return transform(Transform.SQUARE, x);
    }

    @Override
    public Array sqrt(Array x) {
        return transform(Transform.SQRT, x);
    }

    @Override
    public Array exp(Array x) {
        return transform(Transform.EXP, x);
    }

    @Override
    public Array log(Array x) {
        return transform(Transform.LOG, x);
    }

    @Override
    public Array reciprocal(Array x) {
        return transform(Transform.RECIPROCAL, x);
    }

    @Override
    public Array tanh(Array x) {
        return transform(Transform.TANH, x);
    }

    @Override
    public Array sigmoid(Array x) {
        return transform(Transform.SIGMOID, x);
    }

    /** max(x, 0) + ln(1 + e^−|x|): ND4J's own softplus overflows for x above 88. */
    @Override
    public Array softplus(Array x) {
        PooledArray<T> z = take(x.shape());
        try (Scope temporaries = pool.open()) {
            Array positive = leakyRelu(x, 0);
            Array size = subtract(scale(positive, 2), x);
            Array rest = log(shift(exp(scale(size, -1)), 1));
            operations.pairwise(Pairwise.ADD, data(positive), data(rest), z.data());
        }
        return z;
    }

    @Override
    public Array leakyRelu(Array x, double slope) {
        PooledArray<T> z = take(x.shape());
        activations.leakyRelu(data(x), slope, z.data());
        return z;
    }

    @Override
    public Array leakyReluAdjoint(Array g, Array x, double slope) {
        Expect.same(g, x);
        PooledArray<T> z = take(x.shape());
        activations.leakyReluAdjoint(data(g), data(x), slope, z.data());
        return z;
    }

    // ------------------------------------------------------------------ products

    @Override
    public Array matmul(Array a, boolean transposeA, Array b, boolean transposeB) {
        PooledArray<T> z = take(Expect.product(a.shape(), transposeA, b.shape(), transposeB));
        operations.product(data(a), transposeA, data(b), transposeB, z.data());
        return z;
    }

    @Override
    public Array dense(Array x, Array weight, Array bias) {
        PooledArray<T> z = take(Expect.dense(x, weight, bias));
        operations.dense(data(x), data(weight), data(bias), sums.ones(x.shape().size(0)), z.data());
        return z;
    }

    @Override
    public Array inner(Array a, Array b) {
        Expect.same(a, b);
        PooledArray<T> z = take(Shape.of(1));
        int length = a.shape().length();
        operations.product(flat(a, 1, length), false, flat(b, length, 1), false, flat(z, 1, 1));
        return z;
    }

    @Override
    public Array scaleBy(Array x, Array s) {
        Expect.scalar(s);
        PooledArray<T> z = take(x.shape());
        operations.pairwise(Pairwise.MULTIPLY, data(x), flat(s, 1), z.data());
        return z;
    }

    @Override
    public Array normalize(Array x) {
        PooledArray<T> z = take(x.shape());
        try (Scope temporaries = pool.open()) {
            T norm = data(sqrt(inner(x, x)));
            operations.withNumber(WithNumber.MAX, norm, SMALLEST_NORM, norm);
            operations.pairwise(Pairwise.DIVIDE, data(x), norm, z.data());
        }
        return z;
    }

    // ------------------------------------------------------------------ sums and their adjoints

    @Override
    public Array sum(Array x) {
        PooledArray<T> z = take(Shape.of(1));
        sums.sum(pooled(x), z);
        return z;
    }

    @Override
    public Array fill(Array s, Shape shape) {
        Expect.scalar(s);
        PooledArray<T> z = take(shape);
        sums.fill(pooled(s), z);
        return z;
    }

    @Override
    public Array rowSum(Array x) {
        PooledArray<T> z = take(Shape.of(x.shape().size(0)));
        sums.rowSum(pooled(x), z);
        return z;
    }

    @Override
    public Array rowFill(Array v, Shape shape) {
        Expect.rows(v, shape);
        PooledArray<T> z = take(shape);
        sums.rowFill(pooled(v), z);
        return z;
    }

    @Override
    public Array channelSum(Array x) {
        Expect.channels(x.shape());
        PooledArray<T> z = take(Shape.of(x.shape().size(1)));
        sums.channelSum(pooled(x), z);
        return z;
    }

    @Override
    public Array channelFill(Array v, Shape shape) {
        Expect.channels(shape, v);
        PooledArray<T> z = take(shape);
        sums.channelFill(pooled(v), z);
        return z;
    }

    @Override
    public Array addChannels(Array x, Array v) {
        Expect.channels(x.shape(), v);
        PooledArray<T> z = take(x.shape());
        operations.custom(ADD_CHANNELS, List.of(data(x), data(v)), List.of(z.data()));
        return z;
    }

    @Override
    public Array multiplyChannels(Array x, Array v) {
        Expect.channels(x.shape(), v);
        int channels = x.shape().size(1);
        PooledArray<T> z = take(x.shape());
        T factors = x.shape().rank() == 2 ? flat(v, 1, channels) : flat(v, 1, channels, 1, 1);
        operations.pairwise(Pairwise.MULTIPLY, data(x), factors, z.data());
        return z;
    }

    // ------------------------------------------------------------------ shapes

    @Override
    public Array reshape(Array x, Shape shape) {
        Expect.reshaping(x, shape);
        return pooled(x).view(shape, 0);
    }

    @Override
    public Array concatRows(List<Array> arrays) {
        PooledArray<T> z = take(Expect.concatenation(arrays));
        long offset = 0;
        for (Array array : arrays) {
            operations.copy(data(array), z.view(array.shape(), offset).data());
            offset += array.shape().length();
        }
        return z;
    }

    @Override
    public Array sliceRows(Array x, int first, int count) {
        Expect.slice(x, first, count);
        return pooled(x)
                .view(x.shape().withRows(count), (long) first * x.shape().rowLength());
    }

    @Override
    public Array padRows(Array x, int before, int after) {
        Expect.padding(before, after);
        PooledArray<T> z = take(x.shape().withRows(before + x.shape().size(0) + after));
        operations.withNumber(WithNumber.SET, z.data(), 0, z.data());
        operations.copy(
                data(x),
                z.view(x.shape(), (long) before * x.shape().rowLength()).data());
        return z;
    }

    // ------------------------------------------------------------------ convolutions

    @Override
    public Array conv2d(Array x, Array weight, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        Expect.shape(x, geometry.inputShape(batch));
        Expect.shape(weight, geometry.weightShape());
        PooledArray<T> z = take(geometry.outputShape(batch));
        convolutions.forward(pooled(x), pooled(weight), z, geometry);
        return z;
    }

    @Override
    public Array conv2dWithBias(Array x, Array weight, Array bias, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        Expect.shape(x, geometry.inputShape(batch));
        Expect.shape(weight, geometry.weightShape());
        Expect.shape(bias, Shape.of(geometry.outputChannels()));
        PooledArray<T> z = take(geometry.outputShape(batch));
        convolutions.forward(pooled(x), pooled(weight), pooled(bias), z, geometry);
        return z;
    }

    @Override
    public Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry) {
        int batch = y.shape().size(0);
        Expect.shape(y, geometry.outputShape(batch));
        Expect.shape(weight, geometry.weightShape());
        PooledArray<T> z = take(geometry.inputShape(batch));
        convolutions.input(pooled(y), pooled(weight), z, geometry);
        return z;
    }

    @Override
    public Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        Expect.shape(x, geometry.inputShape(batch));
        Expect.shape(y, geometry.outputShape(batch));
        PooledArray<T> z = take(geometry.weightShape());
        convolutions.weight(pooled(x), pooled(y), z, geometry);
        return z;
    }

    @Override
    public List<Array> conv2dAdjoints(Array x, Array weight, Array y, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        Expect.shape(x, geometry.inputShape(batch));
        Expect.shape(weight, geometry.weightShape());
        Expect.shape(y, geometry.outputShape(batch));
        PooledArray<T> toInput = take(geometry.inputShape(batch));
        PooledArray<T> toWeight = take(geometry.weightShape());
        convolutions.adjoints(pooled(x), pooled(weight), pooled(y), toInput, toWeight, geometry);
        return List.of(toInput, toWeight);
    }

    // ------------------------------------------------------------------ batch normalization

    @Override
    public Array batchNormalize(Array x, Array gain, Array shift, double epsilon) {
        Expect.channels(x.shape(), gain);
        Expect.channels(x.shape(), shift);
        PooledArray<T> z = take(x.shape());
        if (batchNormalization.isPresent()) {
            batchNormalization.get().forward(data(x), data(gain), data(shift), epsilon, z.data());
        } else {
            try (Scope temporaries = pool.open()) {
                copy(ComposedNormalization.of(this, x, gain, shift, epsilon), z);
            }
        }
        return z;
    }

    @Override
    public List<Array> batchNormalizeAdjoints(Array x, Array gain, double epsilon, Array g) {
        Expect.channels(x.shape(), gain);
        Expect.same(x, g);
        List<PooledArray<T>> z = List.of(take(x.shape()), take(gain.shape()), take(gain.shape()));
        if (batchNormalization.isPresent()) {
            batchNormalization
                    .get()
                    .adjoints(
                            data(x),
                            data(gain),
                            epsilon,
                            data(g),
                            z.get(0).data(),
                            z.get(1).data(),
                            z.get(2).data());
        } else {
            try (Scope temporaries = pool.open()) {
                List<Array> made = ComposedNormalization.adjoints(this, x, gain, epsilon, g);
                for (int i = 0; i < z.size(); i++) {
                    copy(made.get(i), z.get(i));
                }
            }
        }
        return List.copyOf(z);
    }

    // ------------------------------------------------------------------ updates in place

    @Override
    public void descend(Array parameter, Array gradient, double rate) {
        Expect.same(parameter, gradient);
        try (Scope temporaries = pool.open()) {
            operations.descend(data(parameter), data(gradient), rate, scratch(parameter));
        }
    }

    @Override
    public void adam(
            Array parameter,
            Array gradient,
            Array firstMoment,
            Array secondMoment,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            int iteration) {
        Expect.same(parameter, gradient);
        Expect.same(parameter, firstMoment);
        Expect.same(parameter, secondMoment);
        AdamStep step = new AdamStep(rate, beta1, beta2, epsilon, iteration);
        try (Scope temporaries = pool.open()) {
            operations.adam(
                    step, data(parameter), data(gradient), data(firstMoment), data(secondMoment), scratch(parameter));
        }
    }

    @Override
    public void rmsProp(Array parameter, Array gradient, Array meanSquare, double rate, double decay, double epsilon) {
        Expect.same(parameter, gradient);
        Expect.same(parameter, meanSquare);
        try (Scope temporaries = pool.open()) {
            operations.rmsProp(
                    data(parameter), data(gradient), data(meanSquare), rate, decay, epsilon, scratch(parameter));
        }
    }

    @Override
    public void clamp(Array array, double low, double high) {
        operations.clamp(data(array), low, high);
    }

    // ------------------------------------------------------------------ helpers

    private PooledArray<T> pairwise(Pairwise operation, Array a, Array b) {
        Expect.same(a, b);
        PooledArray<T> z = take(a.shape());
        operations.pairwise(operation, data(a), data(b), z.data());
        return z;
    }

    private PooledArray<T> transform(Transform operation, Array x) {
        PooledArray<T> z = take(x.shape());
        operations.transform(operation, data(x), z.data());
        return z;
    }

    private PooledArray<T> withNumber(WithNumber operation, Array x, double number) {
        PooledArray<T> z = take(x.shape());
        operations.withNumber(operation, data(x), number, z.data());
        return z;
    }

    @SuppressWarnings("unchecked")
    private PooledArray<T> pooled(Array array) {
        return (PooledArray<T>) array;
    }

    private T data(Array array) {
        return pooled(array).data();
    }

    private T flat(Array array, int... sizes) {
        return pooled(array).view(Shape.of(sizes), 0).data();
    }

    private T scratch(Array like) {
        return take(like.shape()).data();
    }
}
