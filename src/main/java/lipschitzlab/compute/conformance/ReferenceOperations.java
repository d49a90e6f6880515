package lipschitzlab.compute.conformance;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.Shape;

/** The operations on each element, products and sums, in plain loops. */
abstract class ReferenceOperations extends ReferenceArrays {
    private static final double SMALLEST_NORM = 1e-12;

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

    double onlyElement(Array s) {
        Expect.scalar(s);
        return values(s)[0];
    }
}
