package lipschitzlab.compute.conformance;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.Shape;

/**
 * The engine that the others are checked against: plain loops in double precision, written to be read and not to be fast.
 * {@link #ofDoubles} and {@link #readDoubles} reach its numbers without rounding them to 32 bits, which finite differences
 * need. It is stricter than {@link Engine} asks: an array used after it was freed is an {@link IllegalStateException}, an
 * array of another engine an {@link IllegalArgumentException}.
 */
public final class ReferenceEngine extends ReferenceConvolutions {
    // ------------------------------------------------------------------ made of other operations

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
    public List<Array> normalizeEach(List<Array> arrays) {
        return arrays.stream().map(this::normalize).toList();
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
}
