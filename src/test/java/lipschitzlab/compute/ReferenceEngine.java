package lipschitzlab.compute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * The engine that the others are checked against: plain loops in double precision, written to be read and not to be fast.
 * {@link #ofDoubles} and {@link #readDoubles} reach its numbers without rounding them to 32 bits, which finite differences
 * need. It is stricter than {@link Engine} asks: an array used after it was freed is an {@link IllegalStateException}, an
 * array of another engine an {@link IllegalArgumentException}.
 */
public final class ReferenceEngine implements Engine {
    private static final double SMALLEST_NORM = 1e-12;

    private final Set<Numbers> unscoped = new HashSet<>();
    private final Deque<Set<Numbers>> scopes = new ArrayDeque<>();

    /** The numbers of one array; {@code values} is empty once the array is dead. */
    private static final class Numbers implements Array {
        private final ReferenceEngine owner;
        private final Shape shape;
        private double[] values;
        private boolean dead;

        private Numbers(ReferenceEngine owner, double[] values, Shape shape) {
            this.owner = owner;
            this.values = values;
            this.shape = shape;
        }

        @Override
        public Shape shape() {
            return shape;
        }

        private void die() {
            dead = true;
            values = new double[0];
        }
    }

    @Override
    public String description() {
        return "reference in plain Java, double precision";
    }

    // ------------------------------------------------------------------ lifetime

    @Override
    public Scope openScope() {
        Set<Numbers> scope = new HashSet<>();
        scopes.push(scope);
        return new Scope() {
            private boolean closed;

            @Override
            public void close() {
                if (closed) {
                    return;
                }
                if (scopes.peek() != scope) {
                    throw new IllegalStateException(
                            "expected scopes to close in the reverse order of opening, found an inner scope still open");
                }
                closed = true;
                scopes.pop().forEach(Numbers::die);
            }
        };
    }

    @Override
    public Array keep(Array array) {
        Numbers numbers = numbers(array);
        forget(numbers);
        unscoped.add(numbers);
        return numbers;
    }

    @Override
    public void free(Array array) {
        Numbers numbers = numbers(array);
        forget(numbers);
        numbers.die();
    }

    @Override
    public int liveArrays() {
        return unscoped.size() + scopes.stream().mapToInt(Set::size).sum();
    }

    @Override
    public void close() {
        unscoped.forEach(Numbers::die);
        unscoped.clear();
        scopes.forEach(scope -> scope.forEach(Numbers::die));
        scopes.clear();
    }

    private void forget(Numbers numbers) {
        unscoped.remove(numbers);
        scopes.forEach(scope -> scope.remove(numbers));
    }

    private Numbers numbers(Array array) {
        if (!(array instanceof Numbers numbers) || numbers.owner != this) {
            throw new IllegalArgumentException("expected an array of this engine, found one of another");
        }
        if (numbers.dead) {
            throw new IllegalStateException(
                    "expected a live array, found one that was freed, of shape " + numbers.shape);
        }
        return numbers;
    }

    private Array made(double[] values, Shape shape) {
        if (values.length != shape.length()) {
            throw new IllegalArgumentException("expected numbers for " + shape + ", found " + values.length);
        }
        Numbers numbers = new Numbers(this, values, shape);
        (scopes.isEmpty() ? unscoped : scopes.peek()).add(numbers);
        return numbers;
    }

    /** The live numbers themselves, not a copy. */
    private double[] values(Array array) {
        return numbers(array).values;
    }

    // ------------------------------------------------------------------ host and device

    /** A new array with these numbers in row-major order, unrounded. */
    public Array ofDoubles(double[] numbers, Shape shape) {
        return made(numbers.clone(), shape);
    }

    /** The numbers in row-major order, unrounded. */
    public double[] readDoubles(Array array) {
        return values(array).clone();
    }

    @Override
    public Array of(float[] numbers, Shape shape) {
        Expect.numbers(numbers, shape);
        return made(widened(numbers), shape);
    }

    @Override
    public Array full(Shape shape, double value) {
        double[] result = new double[shape.length()];
        Arrays.fill(result, value);
        return made(result, shape);
    }

    @Override
    public Array constant(Shape shape, double value) {
        return full(shape, value);
    }

    @Override
    public Array multiplyScaled(Array a, Array b, double factor) {
        return composed(() -> scale(multiply(a, b), factor));
    }

    @Override
    public Array divideScaled(Array a, Array b, double factor) {
        return composed(() -> scale(divide(a, b), factor));
    }

    @Override
    public Array interpolate(Array a, Array b, Array shares) {
        return composed(() -> add(multiply(broadcastRows(shares, a.shape()), subtract(a, b)), b));
    }

    @Override
    public Array squaredNorm(Array x) {
        return composed(() -> sum(square(x)));
    }

    @Override
    public Array multiplyScalarScaled(Array x, Array s, double factor) {
        return composed(() -> scale(multiplyScalar(x, s), factor));
    }

    @Override
    public Array normalizeRows(Array x, double epsilon) {
        return composed(() -> {
            Array centred = centred(x);
            return multiply(centred, broadcastRows(inverseDeviation(centred, epsilon), x.shape()));
        });
    }

    @Override
    public Array normalizeRowsAdjoint(Array x, double epsilon, Array g) {
        Expect.same(x, g);
        return composed(() -> {
            Array normal = normalizeRows(x, epsilon);
            Array along = multiply(normal, broadcastRows(rowMean(multiply(g, normal)), x.shape()));
            Array inverse = inverseDeviation(centred(x), epsilon);
            return multiply(subtract(centred(g), along), broadcastRows(inverse, x.shape()));
        });
    }

    private Array rowMean(Array x) {
        return scale(rowSum(x), 1.0 / x.shape().rowLength());
    }

    private Array centred(Array x) {
        return subtract(x, broadcastRows(rowMean(x), x.shape()));
    }

    private Array inverseDeviation(Array centred, double epsilon) {
        return reciprocal(sqrt(addScalar(rowMean(square(centred)), epsilon)));
    }

    @Override
    public Array divideScalar(Array x, Array s) {
        return composed(() -> multiplyScalar(x, reciprocal(s)));
    }

    @Override
    public List<Array> divideScalarAdjoints(Array g, Array x, Array s) {
        Expect.same(g, x);
        Expect.scalar(s);
        Array toS = composed(() -> scale(divide(dot(g, x), square(reshape(s, Shape.of(1)))), -1));
        return List.of(divideScalar(g, s), toS);
    }

    @Override
    public Array mean(Array x, double weight) {
        return composed(() -> scale(sum(x), weight / x.shape().length()));
    }

    @Override
    public Array spread(Array s, double weight, Shape shape) {
        return composed(() -> scale(broadcast(s, shape), weight / shape.length()));
    }

    /** What is made of other operations, without what they leave on the way. */
    private Array composed(Supplier<Array> operations) {
        Numbers result;
        try (Scope temporaries = openScope()) {
            result = numbers(operations.get());
            scopes.peek().remove(result);
        }
        (scopes.isEmpty() ? unscoped : scopes.peek()).add(result);
        return result;
    }

    @Override
    public List<Array> addEach(List<Array> arrays, List<Array> others) {
        Expect.same(arrays, others);
        List<Array> sums = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            sums.add(add(arrays.get(i), others.get(i)));
        }
        return sums;
    }

    @Override
    public List<float[]> readAll(List<Array> arrays) {
        return arrays.stream().map(this::read).toList();
    }

    /** Nothing is counted here. */
    @Override
    public EngineCounts counts() {
        return new EngineCounts(0, OptionalLong.empty(), 0, 0);
    }

    @Override
    public List<Array> normalizeEach(List<Array> arrays) {
        return arrays.stream().map(this::normalize).toList();
    }

    @Override
    public float[] read(Array array) {
        double[] values = values(array);
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    @Override
    public void write(Array target, float[] numbers) {
        double[] values = values(target);
        Expect.numbers(numbers, target.shape());
        System.arraycopy(widened(numbers), 0, values, 0, values.length);
    }

    @Override
    public void copy(Array source, Array target) {
        Expect.same(source, target);
        System.arraycopy(values(source), 0, values(target), 0, source.shape().length());
    }

    private static double[] widened(float[] numbers) {
        double[] result = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            result[i] = numbers[i];
        }
        return result;
    }

    // ------------------------------------------------------------------ element by element

    @Override
    public Array add(Array a, Array b) {
        return each(a, b, (p, q) -> p + q);
    }

    @Override
    public Array subtract(Array a, Array b) {
        return each(a, b, (p, q) -> p - q);
    }

    @Override
    public Array multiply(Array a, Array b) {
        return each(a, b, (p, q) -> p * q);
    }

    @Override
    public Array divide(Array a, Array b) {
        return each(a, b, (p, q) -> p / q);
    }

    @Override
    public Array scale(Array x, double factor) {
        return each(x, p -> factor * p);
    }

    @Override
    public Array addScalar(Array x, double term) {
        return each(x, p -> p + term);
    }

    @Override
    public Array square(Array x) {
        return each(x, p -> p * p);
    }

    @Override
    public Array sqrt(Array x) {
        return each(x, Math::sqrt);
    }

    @Override
    public Array exp(Array x) {
        return each(x, Math::exp);
    }

    @Override
    public Array log(Array x) {
        return each(x, Math::log);
    }

    @Override
    public Array reciprocal(Array x) {
        return each(x, p -> 1 / p);
    }

    @Override
    public Array tanh(Array x) {
        return each(x, Math::tanh);
    }

    @Override
    public Array sigmoid(Array x) {
        return each(x, p -> 1 / (1 + Math.exp(-p)));
    }

    @Override
    public Array softplus(Array x) {
        return each(x, p -> Math.max(p, 0) + Math.log1p(Math.exp(-Math.abs(p))));
    }

    @Override
    public Array leakyRelu(Array x, double slope) {
        return each(x, p -> p > 0 ? p : slope * p);
    }

    @Override
    public Array leakyReluAdjoint(Array g, Array x, double slope) {
        return each(g, x, (p, q) -> q > 0 ? p : slope * p);
    }

    private Array each(Array x, DoubleUnaryOperator operator) {
        return made(Arrays.stream(values(x)).map(operator).toArray(), x.shape());
    }

    private Array each(Array a, Array b, DoubleBinaryOperator operator) {
        Expect.same(a, b);
        double[] left = values(a);
        double[] right = values(b);
        double[] result = new double[left.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsDouble(left[i], right[i]);
        }
        return made(result, a.shape());
    }

    // ------------------------------------------------------------------ products

    @Override
    public Array matmul(Array a, boolean transposeA, Array b, boolean transposeB) {
        double[] left = values(a);
        double[] right = values(b);
        Expect.product(a.shape(), transposeA, b.shape(), transposeB);
        int aColumns = a.shape().size(1);
        int bColumns = b.shape().size(1);
        int n = a.shape().size(transposeA ? 1 : 0);
        int inner = a.shape().size(transposeA ? 0 : 1);
        int m = b.shape().size(transposeB ? 0 : 1);
        double[] result = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                double total = 0;
                for (int k = 0; k < inner; k++) {
                    double p = transposeA ? left[k * aColumns + i] : left[i * aColumns + k];
                    double q = transposeB ? right[j * bColumns + k] : right[k * bColumns + j];
                    total += p * q;
                }
                result[i * m + j] = total;
            }
        }
        return made(result, Shape.of(n, m));
    }

    @Override
    public Array dense(Array x, Array weight, Array bias) {
        double[] left = values(x);
        double[] right = values(weight);
        double[] added = values(bias);
        Expect.dense(x, weight, bias);
        int n = x.shape().size(0);
        int in = x.shape().size(1);
        int out = weight.shape().size(1);
        double[] result = new double[n * out];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < out; j++) {
                double total = added[j];
                for (int k = 0; k < in; k++) {
                    total += left[i * in + k] * right[k * out + j];
                }
                result[i * out + j] = total;
            }
        }
        return made(result, Shape.of(n, out));
    }

    @Override
    public Array dot(Array a, Array b) {
        Expect.same(a, b);
        double[] left = values(a);
        double[] right = values(b);
        double total = 0;
        for (int i = 0; i < left.length; i++) {
            total += left[i] * right[i];
        }
        return made(new double[] {total}, Shape.of(1));
    }

    @Override
    public Array multiplyScalar(Array x, Array s) {
        double factor = onlyElement(s);
        return each(x, p -> factor * p);
    }

    @Override
    public Array normalize(Array x) {
        double norm = Math.sqrt(Arrays.stream(values(x)).map(p -> p * p).sum());
        return each(x, p -> p / Math.max(norm, SMALLEST_NORM));
    }

    // ------------------------------------------------------------------ sums and their adjoints

    @Override
    public Array sum(Array x) {
        return made(new double[] {Arrays.stream(values(x)).sum()}, Shape.of(1));
    }

    @Override
    public Array broadcast(Array s, Shape shape) {
        return full(shape, onlyElement(s));
    }

    @Override
    public Array rowSum(Array x) {
        double[] values = values(x);
        int rowLength = x.shape().rowLength();
        double[] result = new double[x.shape().size(0)];
        for (int i = 0; i < values.length; i++) {
            result[i / rowLength] += values[i];
        }
        return made(result, Shape.of(result.length));
    }

    @Override
    public Array broadcastRows(Array v, Shape shape) {
        double[] values = values(v);
        Expect.rows(v, shape);
        double[] result = new double[shape.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i / shape.rowLength()];
        }
        return made(result, shape);
    }

    @Override
    public Array channelSum(Array x) {
        double[] values = values(x);
        Shape shape = x.shape();
        Expect.channels(shape);
        double[] result = new double[shape.size(1)];
        for (int i = 0; i < values.length; i++) {
            result[channel(i, shape)] += values[i];
        }
        return made(result, Shape.of(result.length));
    }

    @Override
    public Array broadcastChannels(Array v, Shape shape) {
        double[] values = values(v);
        Expect.channels(shape, v);
        double[] result = new double[shape.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[channel(i, shape)];
        }
        return made(result, shape);
    }

    @Override
    public Array addChannels(Array x, Array v) {
        return eachWithChannel(x, v, (p, q) -> p + q);
    }

    @Override
    public Array multiplyChannels(Array x, Array v) {
        return eachWithChannel(x, v, (p, q) -> p * q);
    }

    private Array eachWithChannel(Array x, Array v, DoubleBinaryOperator operator) {
        double[] values = values(x);
        double[] perChannel = values(v);
        Expect.channels(x.shape(), v);
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsDouble(values[i], perChannel[channel(i, x.shape())]);
        }
        return made(result, x.shape());
    }

    /** The index along the second axis of an element of a {@code [n, c]} or {@code [n, c, h, w]} array. */
    private static int channel(int index, Shape shape) {
        int channels = shape.size(1);
        int pixels = shape.rowLength() / channels;
        return index / pixels % channels;
    }

    // ------------------------------------------------------------------ shapes

    @Override
    public Array reshape(Array x, Shape shape) {
        Expect.reshaping(x, shape);
        return made(values(x).clone(), shape);
    }

    @Override
    public Array concatRows(List<Array> arrays) {
        Expect.concatenation(arrays);
        int rows = arrays.stream().mapToInt(array -> array.shape().size(0)).sum();
        double[] result = arrays.stream()
                .map(this::values)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return made(result, arrays.get(0).shape().withRows(rows));
    }

    @Override
    public Array sliceRows(Array x, int first, int count) {
        double[] values = values(x);
        Expect.slice(x, first, count);
        int rowLength = x.shape().rowLength();
        double[] result = Arrays.copyOfRange(values, first * rowLength, (first + count) * rowLength);
        return made(result, x.shape().withRows(count));
    }

    @Override
    public Array padRows(Array x, int before, int after) {
        double[] values = values(x);
        Expect.padding(before, after);
        Shape shape = x.shape().withRows(before + x.shape().size(0) + after);
        double[] result = new double[shape.length()];
        System.arraycopy(values, 0, result, before * shape.rowLength(), values.length);
        return made(result, shape);
    }

    // ------------------------------------------------------------------ convolutions

    /** What happens where element {@code x} of the input meets element {@code w} of the kernel to make element {@code y}. */
    private interface Meeting {
        void at(int x, int w, int y);
    }

    /** Each formula as Ioffe and Szegedy 2015 have it: algorithm 1, and section 3 for the derivatives. */
    private final class Batch {
        private final int channels;
        private final int pixels;
        private final double[] input;
        private final double count;
        private final double[] mean;
        private final double[] variance;

        Batch(Array x) {
            channels = x.shape().size(1);
            pixels = x.shape().rowLength() / channels;
            input = values(x);
            count = (double) input.length / channels;
            mean = perChannel(i -> input[i] / count);
            variance = perChannel(i -> Math.pow(input[i] - mean[channel(i)], 2) / count);
        }

        int channel(int i) {
            return i / pixels % channels;
        }

        double[] perChannel(IntToDoubleFunction term) {
            double[] sums = new double[channels];
            for (int i = 0; i < input.length; i++) {
                sums[channel(i)] += term.applyAsDouble(i);
            }
            return sums;
        }

        double normal(int i, double epsilon) {
            return (input[i] - mean[channel(i)]) / Math.sqrt(variance[channel(i)] + epsilon);
        }
    }

    @Override
    public Array batchNormalize(Array x, Array gain, Array shift, double epsilon) {
        Expect.channels(x.shape(), gain);
        Expect.channels(x.shape(), shift);
        Batch batch = new Batch(x);
        double[] result = new double[batch.input.length];
        for (int i = 0; i < result.length; i++) {
            int channel = batch.channel(i);
            result[i] = values(gain)[channel] * batch.normal(i, epsilon) + values(shift)[channel];
        }
        return made(result, x.shape());
    }

    @Override
    public List<Array> batchNormalizeAdjoints(Array x, Array gain, double epsilon, Array g) {
        Expect.channels(x.shape(), gain);
        Expect.same(x, g);
        Batch batch = new Batch(x);
        double[] gradient = values(g);
        double[] factors = values(gain);
        double[] toShift = batch.perChannel(i -> gradient[i]);
        double[] toGain = batch.perChannel(i -> gradient[i] * batch.normal(i, epsilon));
        double[] toVariance = batch.perChannel(i -> {
            int c = batch.channel(i);
            double centred = batch.input[i] - batch.mean[c];
            return -0.5 * gradient[i] * factors[c] * centred * Math.pow(batch.variance[c] + epsilon, -1.5);
        });
        double[] toMean = batch.perChannel(i -> {
            int c = batch.channel(i);
            return -gradient[i] * factors[c] / Math.sqrt(batch.variance[c] + epsilon);
        });
        double[] toX = new double[gradient.length];
        for (int i = 0; i < toX.length; i++) {
            int c = batch.channel(i);
            toX[i] = gradient[i] * factors[c] / Math.sqrt(batch.variance[c] + epsilon)
                    + toVariance[c] * 2 * (batch.input[i] - batch.mean[c]) / batch.count
                    + toMean[c] / batch.count;
        }
        return List.of(made(toX, x.shape()), made(toGain, gain.shape()), made(toShift, gain.shape()));
    }

    @Override
    public Array conv2d(Array x, Array weight, ConvolutionGeometry geometry) {
        return convolved(x, weight, new double[geometry.outputChannels()], geometry);
    }

    @Override
    public Array conv2dWithBias(Array x, Array weight, Array bias, ConvolutionGeometry geometry) {
        Expect.shape(bias, Shape.of(geometry.outputChannels()));
        return convolved(x, weight, values(bias), geometry);
    }

    private Array convolved(Array x, Array weight, double[] bias, ConvolutionGeometry geometry) {
        double[] input = values(x);
        double[] kernel = values(weight);
        int batch = x.shape().size(0);
        Expect.convolution(x, weight, geometry);
        Shape shape = geometry.outputShape(batch);
        double[] result = new double[shape.length()];
        int pixels = geometry.outputHeight() * geometry.outputWidth();
        Arrays.setAll(result, o -> bias[o / pixels % bias.length]);
        forEachMeeting(batch, geometry, (i, w, o) -> result[o] += input[i] * kernel[w]);
        return made(result, shape);
    }

    @Override
    public Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry) {
        double[] output = values(y);
        double[] kernel = values(weight);
        int batch = y.shape().size(0);
        Expect.convolutionToInput(y, weight, geometry);
        Shape shape = geometry.inputShape(batch);
        double[] result = new double[shape.length()];
        forEachMeeting(batch, geometry, (i, w, o) -> result[i] += output[o] * kernel[w]);
        return made(result, shape);
    }

    @Override
    public Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry) {
        double[] input = values(x);
        double[] output = values(y);
        int batch = x.shape().size(0);
        Expect.convolutionToWeight(x, y, geometry);
        Shape shape = geometry.weightShape();
        double[] result = new double[shape.length()];
        forEachMeeting(batch, geometry, (i, w, o) -> result[w] += input[i] * output[o]);
        return made(result, shape);
    }

    private static void forEachMeeting(int batch, ConvolutionGeometry g, Meeting meeting) {
        for (int n = 0; n < batch; n++) {
            for (int out = 0; out < g.outputChannels(); out++) {
                for (int row = 0; row < g.outputHeight(); row++) {
                    for (int column = 0; column < g.outputWidth(); column++) {
                        int y = ((n * g.outputChannels() + out) * g.outputHeight() + row) * g.outputWidth() + column;
                        forEachMeetingOf(y, n, out, row, column, g, meeting);
                    }
                }
            }
        }
    }

    private static void forEachMeetingOf(
            int y, int n, int out, int row, int column, ConvolutionGeometry g, Meeting meeting) {
        for (int in = 0; in < g.inputChannels(); in++) {
            for (int kernelRow = 0; kernelRow < g.kernel(); kernelRow++) {
                for (int kernelColumn = 0; kernelColumn < g.kernel(); kernelColumn++) {
                    int inputRow = row * g.stride() - g.padding() + kernelRow;
                    int inputColumn = column * g.stride() - g.padding() + kernelColumn;
                    boolean inside = inputRow >= 0
                            && inputRow < g.inputHeight()
                            && inputColumn >= 0
                            && inputColumn < g.inputWidth();
                    if (inside) {
                        int x = ((n * g.inputChannels() + in) * g.inputHeight() + inputRow) * g.inputWidth()
                                + inputColumn;
                        int w = ((out * g.inputChannels() + in) * g.kernel() + kernelRow) * g.kernel() + kernelColumn;
                        meeting.at(x, w, y);
                    }
                }
            }
        }
    }

    // ------------------------------------------------------------------ updates in place

    @Override
    public void sgd(List<Array> parameters, List<Array> gradients, double rate) {
        Expect.same(parameters, gradients);
        for (int k = 0; k < parameters.size(); k++) {
            double[] p = values(parameters.get(k));
            double[] g = values(gradients.get(k));
            for (int i = 0; i < p.length; i++) {
                p[i] -= rate * g[i];
            }
        }
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
        for (int k = 0; k < parameters.size(); k++) {
            double[] p = values(parameters.get(k));
            double[] g = values(gradients.get(k));
            double[] m = values(firstMoments.get(k));
            double[] v = values(secondMoments.get(k));
            for (int i = 0; i < p.length; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                double unbiasedFirst = m[i] / (1 - Math.pow(beta1, iteration));
                double unbiasedSecond = v[i] / (1 - Math.pow(beta2, iteration));
                p[i] -= rate * unbiasedFirst / (Math.sqrt(unbiasedSecond) + epsilon);
            }
        }
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
        for (int k = 0; k < parameters.size(); k++) {
            double[] p = values(parameters.get(k));
            double[] g = values(gradients.get(k));
            double[] s = values(meanSquares.get(k));
            for (int i = 0; i < p.length; i++) {
                s[i] = decay * s[i] + (1 - decay) * g[i] * g[i];
                p[i] -= rate * g[i] / (Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    @Override
    public void clamp(List<Array> arrays, double low, double high) {
        for (Array array : arrays) {
            double[] values = values(array);
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.min(Math.max(values[i], low), high);
            }
        }
    }

    private double onlyElement(Array s) {
        Expect.scalar(s);
        return values(s)[0];
    }
}
