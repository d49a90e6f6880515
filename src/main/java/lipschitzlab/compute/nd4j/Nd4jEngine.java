package lipschitzlab.compute.nd4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ArrayPool;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.PooledArray;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.DivOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.RmsPropUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** The operations of {@link Engine} by ND4J's own, on arrays from a pool. */
public final class Nd4jEngine implements Engine {
    private static final double SMALLEST_NORM = 1e-12;

    private final ArrayPool<INDArray> pool = new ArrayPool<>(new Nd4jStorage());
    private final ScalarOperations scalars = new ScalarOperations();
    private final Map<Integer, PooledArray<INDArray>> ones = new HashMap<>();
    private final int threads;
    private Thread limited;

    /** An engine whose operations use that many native threads. */
    public Nd4jEngine(int threads) {
        this.threads = threads;
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
    private PooledArray<INDArray> take(Shape shape) {
        if (limited != Thread.currentThread()) {
            limited = Thread.currentThread();
            Nd4jRuntime.limitThreads(threads);
        }
        return pool.take(shape);
    }

    @Override
    public Array keep(Array array) {
        PooledArray<INDArray> kept = pooled(array);
        if (kept.isView()) {
            PooledArray<INDArray> copy = take(kept.shape());
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
        pool.closeAll();
        scalars.close();
        ones.clear();
    }

    // ------------------------------------------------------------------ host and device

    @Override
    public Array of(float[] numbers, Shape shape) {
        PooledArray<INDArray> array = take(shape);
        write(array, numbers);
        return array;
    }

    @Override
    public Array full(Shape shape, double value) {
        PooledArray<INDArray> array = take(shape);
        scalars.set(value, array.data());
        return array;
    }

    @Override
    public float[] read(Array array) {
        float[] numbers = new float[array.shape().length()];
        HostNumbers.read(data(array), numbers);
        return numbers;
    }

    @Override
    public void write(Array target, float[] numbers) {
        Expect.numbers(numbers, target.shape());
        HostNumbers.write(data(target), numbers);
    }

    @Override
    public void copy(Array source, Array target) {
        Expect.same(source, target);
        data(target).assign(data(source));
    }

    // ------------------------------------------------------------------ element by element

    @Override
    public Array add(Array a, Array b) {
        PooledArray<INDArray> z = pairwise(a, b);
        run(new AddOp(data(a), data(b), z.data()));
        return z;
    }

    @Override
    public Array subtract(Array a, Array b) {
        PooledArray<INDArray> z = pairwise(a, b);
        run(new SubOp(data(a), data(b), z.data()));
        return z;
    }

    @Override
    public Array multiply(Array a, Array b) {
        PooledArray<INDArray> z = pairwise(a, b);
        run(new MulOp(data(a), data(b), z.data()));
        return z;
    }

    @Override
    public Array divide(Array a, Array b) {
        PooledArray<INDArray> z = pairwise(a, b);
        run(new DivOp(data(a), data(b), z.data()));
        return z;
    }

    @Override
    public Array scale(Array x, double factor) {
        PooledArray<INDArray> z = take(x.shape());
        scalars.multiply(data(x), factor, z.data());
        return z;
    }

    @Override
    public Array shift(Array x, double term) {
        PooledArray<INDArray> z = take(x.shape());
        scalars.add(data(x), term, z.data());
        return z;
    }

    @Override
    public Array square(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        run(new Square(data(x), z.data()));
        return z;
    }

    @Override
    public Array sqrt(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        run(new Sqrt(data(x), z.data()));
        return z;
    }

    @Override
    public Array exp(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        run(new Exp(data(x), z.data()));
        return z;
    }

    @Override
    public Array log(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        run(new Log(data(x), z.data()));
        return z;
    }

    @Override
    public Array reciprocal(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        run(new Reciprocal(data(x), z.data()));
        return z;
    }

    @Override
    public Array tanh(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        run(new Tanh(data(x), z.data()));
        return z;
    }

    @Override
    public Array sigmoid(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        run(new Sigmoid(data(x), z.data()));
        return z;
    }

    /** max(x, 0) + ln(1 + e^−|x|): ND4J's own softplus overflows for x above 88. */
    @Override
    public Array softplus(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        try (Scope temporaries = pool.open()) {
            Array positive = multiply(x, leakyMask(x, 0));
            Array size = multiply(x, leakyMask(x, -1));
            Array rest = log(shift(exp(scale(size, -1)), 1));
            run(new AddOp(data(positive), data(rest), z.data()));
        }
        return z;
    }

    @Override
    public Array leakyMask(Array x, double slope) {
        PooledArray<INDArray> z = take(x.shape());
        scalars.leakyMask(data(x), slope, z.data());
        return z;
    }

    // ------------------------------------------------------------------ products

    @Override
    public Array matmul(Array a, boolean transposeA, Array b, boolean transposeB) {
        PooledArray<INDArray> z = take(Expect.product(a.shape(), transposeA, b.shape(), transposeB));
        multiplyInto(data(a), transposeA, data(b), transposeB, z.data());
        return z;
    }

    private static void multiplyInto(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray z) {
        run(custom("matmul", z, a, b)
                .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
                .build());
    }

    @Override
    public Array dense(Array x, Array weight, Array bias) {
        PooledArray<INDArray> z = take(Expect.dense(x, weight, bias));
        run(custom("xw_plus_b", z.data(), data(x), data(weight), data(bias)).build());
        return z;
    }

    @Override
    public Array inner(Array a, Array b) {
        Expect.same(a, b);
        PooledArray<INDArray> z = take(Shape.of(1));
        int length = a.shape().length();
        multiplyInto(flat(a, 1, length), false, flat(b, length, 1), false, flat(z, 1, 1));
        return z;
    }

    @Override
    public Array scaleBy(Array x, Array s) {
        Expect.scalar(s);
        PooledArray<INDArray> z = take(x.shape());
        run(new MulOp(data(x), flat(s, 1), z.data()));
        return z;
    }

    @Override
    public Array normalize(Array x) {
        PooledArray<INDArray> z = take(x.shape());
        try (Scope temporaries = pool.open()) {
            INDArray norm = data(sqrt(inner(x, x)));
            scalars.max(norm, SMALLEST_NORM, norm);
            run(new DivOp(data(x), norm, z.data()));
        }
        return z;
    }

    // ------------------------------------------------------------------ sums and their adjoints

    @Override
    public Array sum(Array x) {
        PooledArray<INDArray> z = take(Shape.of(1));
        int length = x.shape().length();
        multiplyInto(flat(x, 1, length), false, onesColumn(length), false, flat(z, 1, 1));
        return z;
    }

    @Override
    public Array fill(Array s, Shape shape) {
        Expect.scalar(s);
        PooledArray<INDArray> z = take(shape);
        int length = shape.length();
        multiplyInto(onesColumn(length), false, flat(s, 1, 1), false, flat(z, length, 1));
        return z;
    }

    @Override
    public Array rowSum(Array x) {
        int rows = x.shape().size(0);
        int length = x.shape().rowLength();
        PooledArray<INDArray> z = take(Shape.of(rows));
        multiplyInto(flat(x, rows, length), false, onesColumn(length), false, flat(z, rows, 1));
        return z;
    }

    @Override
    public Array rowFill(Array v, Shape shape) {
        int rows = shape.size(0);
        Expect.rows(v, shape);
        PooledArray<INDArray> z = take(shape);
        multiplyInto(flat(v, rows, 1), false, onesColumn(shape.rowLength()), true, flat(z, rows, shape.rowLength()));
        return z;
    }

    @Override
    public Array channelSum(Array x) {
        Expect.channels(x.shape());
        int rows = x.shape().size(0);
        int channels = x.shape().size(1);
        int pixels = x.shape().rowLength() / channels;
        PooledArray<INDArray> z = take(Shape.of(channels));
        if (pixels == 1) {
            multiplyInto(onesColumn(rows), true, flat(x, rows, channels), false, flat(z, 1, channels));
        } else {
            int rowLength = channels * pixels;
            try (Scope temporaries = pool.open()) {
                PooledArray<INDArray> overRows = take(Shape.of(channels, pixels));
                multiplyInto(onesColumn(rows), true, flat(x, rows, rowLength), false, flat(overRows, 1, rowLength));
                multiplyInto(overRows.data(), false, onesColumn(pixels), false, flat(z, channels, 1));
            }
        }
        return z;
    }

    @Override
    public Array channelFill(Array v, Shape shape) {
        Expect.channels(shape, v);
        int rows = shape.size(0);
        int channels = shape.size(1);
        int pixels = shape.rowLength() / channels;
        PooledArray<INDArray> z = take(shape);
        try (Scope temporaries = pool.open()) {
            INDArray row = flat(v, 1, channels);
            if (pixels > 1) {
                PooledArray<INDArray> spread = take(Shape.of(channels, pixels));
                multiplyInto(flat(v, channels, 1), false, onesColumn(pixels), true, spread.data());
                row = flat(spread, 1, channels * pixels);
            }
            multiplyInto(onesColumn(rows), false, row, false, flat(z, rows, channels * pixels));
        }
        return z;
    }

    @Override
    public Array addChannels(Array x, Array v) {
        Expect.channels(x.shape(), v);
        PooledArray<INDArray> z = take(x.shape());
        run(custom("biasadd", z.data(), data(x), data(v))
                .addBooleanArguments(true)
                .build());
        return z;
    }

    @Override
    public Array multiplyChannels(Array x, Array v) {
        Expect.channels(x.shape(), v);
        int channels = x.shape().size(1);
        PooledArray<INDArray> z = take(x.shape());
        INDArray factors = x.shape().rank() == 2 ? flat(v, 1, channels) : flat(v, 1, channels, 1, 1);
        run(new MulOp(data(x), factors, z.data()));
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
        PooledArray<INDArray> z = take(Expect.concatenation(arrays));
        long offset = 0;
        for (Array array : arrays) {
            z.view(array.shape(), offset).data().assign(data(array));
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
        PooledArray<INDArray> z = take(x.shape().withRows(before + x.shape().size(0) + after));
        scalars.set(0, z.data());
        z.view(x.shape(), (long) before * x.shape().rowLength()).data().assign(data(x));
        return z;
    }

    // ------------------------------------------------------------------ convolutions

    @Override
    public Array conv2d(Array x, Array weight, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        Expect.shape(x, geometry.inputShape(batch));
        Expect.shape(weight, geometry.weightShape());
        PooledArray<INDArray> z = take(geometry.outputShape(batch));
        run(convolution("conv2d", geometry, List.of(data(x), data(weight)), List.of(z.data())));
        return z;
    }

    @Override
    public Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry) {
        int batch = y.shape().size(0);
        Expect.shape(y, geometry.outputShape(batch));
        Expect.shape(weight, geometry.weightShape());
        PooledArray<INDArray> z = take(geometry.inputShape(batch));
        if (deconvolutionGivesInput(geometry)) {
            run(convolution("deconv2d", geometry, List.of(data(y), data(weight)), List.of(z.data())));
        } else {
            // The forward pass left out a last row that did not fill a stride; deconv2d knows of none, so its adjoint
            // it is.
            try (Scope temporaries = pool.open()) {
                PooledArray<INDArray> unusedInput = take(geometry.inputShape(batch));
                PooledArray<INDArray> unusedGradient = take(geometry.weightShape());
                run(convolution(
                        "conv2d_bp",
                        geometry,
                        List.of(unusedInput.data(), data(weight), data(y)),
                        List.of(z.data(), unusedGradient.data())));
            }
        }
        return z;
    }

    private static boolean deconvolutionGivesInput(ConvolutionGeometry g) {
        int height = (g.outputHeight() - 1) * g.stride() + g.kernel() - 2 * g.padding();
        int width = (g.outputWidth() - 1) * g.stride() + g.kernel() - 2 * g.padding();
        return height == g.inputHeight() && width == g.inputWidth();
    }

    @Override
    public Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        Expect.shape(x, geometry.inputShape(batch));
        Expect.shape(y, geometry.outputShape(batch));
        PooledArray<INDArray> z = take(geometry.weightShape());
        // ND4J computes both adjoints at once or none.
        try (Scope temporaries = pool.open()) {
            PooledArray<INDArray> unusedWeight = take(geometry.weightShape());
            PooledArray<INDArray> unusedGradient = take(geometry.inputShape(batch));
            run(convolution(
                    "conv2d_bp",
                    geometry,
                    List.of(data(x), unusedWeight.data(), data(y)),
                    List.of(unusedGradient.data(), z.data())));
        }
        return z;
    }

    private static CustomOp convolution(
            String name, ConvolutionGeometry g, List<INDArray> inputs, List<INDArray> outputs) {
        int nchw = 0;
        int explicitPadding = 0;
        int weightsAsOutInKernel = 1;
        return DynamicCustomOp.builder(name)
                .addInputs(inputs.toArray(INDArray[]::new))
                .addOutputs(outputs.toArray(INDArray[]::new))
                .addIntegerArguments(
                        g.kernel(),
                        g.kernel(),
                        g.stride(),
                        g.stride(),
                        g.padding(),
                        g.padding(),
                        1,
                        1,
                        explicitPadding,
                        nchw,
                        weightsAsOutInKernel)
                .build();
    }

    // ------------------------------------------------------------------ updates in place

    @Override
    public void descend(Array parameter, Array gradient, double rate) {
        Expect.same(parameter, gradient);
        try (Scope temporaries = pool.open()) {
            subtractInPlace(parameter, data(scale(gradient, rate)));
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
        // ND4J adds ε to √v, the paper's algorithm 1 to √(v/(1−β₂ᵗ)): the same step with ε scaled.
        double scaledEpsilon = epsilon * Math.sqrt(1 - Math.pow(beta2, iteration));
        INDArray m = data(firstMoment);
        INDArray v = data(secondMoment);
        try (Scope temporaries = pool.open()) {
            INDArray update = take(parameter.shape()).data();
            run(new AdamUpdater(data(gradient), v, m, update, v, m, rate, beta1, beta2, scaledEpsilon, iteration - 1));
            subtractInPlace(parameter, update);
        }
    }

    @Override
    public void rmsProp(Array parameter, Array gradient, Array meanSquare, double rate, double decay, double epsilon) {
        Expect.same(parameter, gradient);
        Expect.same(parameter, meanSquare);
        INDArray state = data(meanSquare);
        try (Scope temporaries = pool.open()) {
            INDArray update = take(parameter.shape()).data();
            run(new RmsPropUpdater(data(gradient), state, update, state, rate, decay, epsilon));
            subtractInPlace(parameter, update);
        }
    }

    private static void subtractInPlace(Array target, INDArray term) {
        run(new SubOp(data(target), term, data(target)));
    }

    @Override
    public void clamp(Array array, double low, double high) {
        run(custom("clipbyvalue", data(array), data(array))
                .addFloatingPointArguments(low, high)
                .build());
    }

    // ------------------------------------------------------------------ helpers

    private static DynamicCustomOp.DynamicCustomOpsBuilder custom(String name, INDArray output, INDArray... inputs) {
        return DynamicCustomOp.builder(name).addInputs(inputs).addOutputs(output);
    }

    private static void run(Op op) {
        MemoryGuard.guard(() -> Nd4j.getExecutioner().exec(op));
    }

    private static void run(CustomOp op) {
        MemoryGuard.guard(() -> Nd4j.getExecutioner().exec(op));
    }

    private PooledArray<INDArray> pairwise(Array a, Array b) {
        Expect.same(a, b);
        return take(a.shape());
    }

    @SuppressWarnings("unchecked")
    private static PooledArray<INDArray> pooled(Array array) {
        return (PooledArray<INDArray>) array;
    }

    private static INDArray data(Array array) {
        return pooled(array).data();
    }

    private static INDArray flat(Array array, int... sizes) {
        return pooled(array).view(Shape.of(sizes), 0).data();
    }

    private INDArray onesColumn(int length) {
        return ones.computeIfAbsent(length, n -> {
                    PooledArray<INDArray> column = pool.takeForever(Shape.of(n, 1));
                    scalars.set(1, column.data());
                    return column;
                })
                .data();
    }
}
