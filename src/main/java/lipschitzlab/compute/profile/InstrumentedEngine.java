package lipschitzlab.compute.profile;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;

/** An engine that forwards each call to another one and reports its name, cost and time. */
final class InstrumentedEngine extends InstrumentedArrays {
    InstrumentedEngine(Engine engine, OperationListener listener) {
        super(engine, listener);
    }

    // ------------------------------------------------------------------ element by element

    @Override
    public Array add(Array a, Array b) {
        return timed("add", () -> engine.add(a, b));
    }

    @Override
    public Array multiplyScaled(Array a, Array b, double factor) {
        return timed("multiplyScaled", () -> engine.multiplyScaled(a, b, factor));
    }

    @Override
    public Array divideScaled(Array a, Array b, double factor) {
        return timed("divideScaled", () -> engine.divideScaled(a, b, factor));
    }

    @Override
    public Array interpolate(Array a, Array b, Array shares) {
        return timed("interpolate", () -> engine.interpolate(a, b, shares));
    }

    @Override
    public Array squaredNorm(Array x) {
        return timed("squaredNorm", () -> engine.squaredNorm(x));
    }

    @Override
    public Array multiplyScalarScaled(Array x, Array s, double factor) {
        return timed("multiplyScalarScaled", () -> engine.multiplyScalarScaled(x, s, factor));
    }

    @Override
    public Array normalizeRows(Array x, double epsilon) {
        return timed("normalizeRows", () -> engine.normalizeRows(x, epsilon));
    }

    @Override
    public Array normalizeRowsAdjoint(Array x, double epsilon, Array g) {
        return timed("normalizeRowsAdjoint", () -> engine.normalizeRowsAdjoint(x, epsilon, g));
    }

    @Override
    public Array divideScalar(Array x, Array s) {
        return timed("divideScalar", () -> engine.divideScalar(x, s));
    }

    @Override
    public List<Array> divideScalarAdjoints(Array g, Array x, Array s) {
        return timed("divideScalarAdjoints", () -> OperationCost.UNKNOWN, () -> engine.divideScalarAdjoints(g, x, s));
    }

    @Override
    public Array mean(Array x, double weight) {
        return timed("mean", () -> engine.mean(x, weight));
    }

    @Override
    public Array spread(Array s, double weight, Shape shape) {
        return timed("spread", () -> engine.spread(s, weight, shape));
    }

    @Override
    public List<Array> addEach(List<Array> arrays, List<Array> others) {
        return timed("addEach", () -> OperationCost.UNKNOWN, () -> engine.addEach(arrays, others));
    }

    @Override
    public Array subtract(Array a, Array b) {
        return timed("subtract", () -> engine.subtract(a, b));
    }

    @Override
    public Array multiply(Array a, Array b) {
        return timed("multiply", () -> engine.multiply(a, b));
    }

    @Override
    public Array divide(Array a, Array b) {
        return timed("divide", () -> engine.divide(a, b));
    }

    @Override
    public Array scale(Array x, double factor) {
        return timed("scale", () -> engine.scale(x, factor));
    }

    @Override
    public Array addScalar(Array x, double term) {
        return timed("addScalar", () -> engine.addScalar(x, term));
    }

    @Override
    public Array square(Array x) {
        return timed("square", () -> engine.square(x));
    }

    @Override
    public Array sqrt(Array x) {
        return timed("sqrt", () -> engine.sqrt(x));
    }

    @Override
    public Array exp(Array x) {
        return timed("exp", () -> engine.exp(x));
    }

    @Override
    public Array log(Array x) {
        return timed("log", () -> engine.log(x));
    }

    @Override
    public Array reciprocal(Array x) {
        return timed("reciprocal", () -> engine.reciprocal(x));
    }

    @Override
    public Array tanh(Array x) {
        return timed("tanh", () -> engine.tanh(x));
    }

    @Override
    public Array sigmoid(Array x) {
        return timed("sigmoid", () -> engine.sigmoid(x));
    }

    @Override
    public Array softplus(Array x) {
        return timed("softplus", () -> engine.softplus(x));
    }

    @Override
    public Array leakyRelu(Array x, double slope) {
        return timed("leakyRelu", () -> engine.leakyRelu(x, slope));
    }

    @Override
    public Array leakyReluAdjoint(Array g, Array x, double slope) {
        return timed("leakyReluAdjoint", () -> engine.leakyReluAdjoint(g, x, slope));
    }

    // ------------------------------------------------------------------ products

    @Override
    public Array matmul(Array a, boolean transposeA, Array b, boolean transposeB) {
        return timed(
                "matmul",
                () -> OperationCost.ofProduct(a, transposeA, b, transposeB),
                () -> engine.matmul(a, transposeA, b, transposeB));
    }

    @Override
    public Array dense(Array x, Array weight, Array bias) {
        return timed(
                "dense", () -> OperationCost.ofProduct(x, false, weight, false), () -> engine.dense(x, weight, bias));
    }

    @Override
    public Array dot(Array a, Array b) {
        return timed("dot", () -> engine.dot(a, b));
    }

    @Override
    public Array multiplyScalar(Array x, Array s) {
        return timed("multiplyScalar", () -> engine.multiplyScalar(x, s));
    }

    @Override
    public Array normalize(Array x) {
        return timed("normalize", () -> engine.normalize(x));
    }

    @Override
    public List<Array> normalizeEach(List<Array> arrays) {
        return timed("normalizeEach", () -> OperationCost.UNKNOWN, () -> engine.normalizeEach(arrays));
    }

    // ------------------------------------------------------------------ sums and their adjoints

    @Override
    public Array sum(Array x) {
        return timed("sum", () -> engine.sum(x));
    }

    @Override
    public Array broadcast(Array s, Shape shape) {
        return timed("broadcast", () -> engine.broadcast(s, shape));
    }

    @Override
    public Array rowSum(Array x) {
        return timed("rowSum", () -> engine.rowSum(x));
    }

    @Override
    public Array broadcastRows(Array v, Shape shape) {
        return timed("broadcastRows", () -> engine.broadcastRows(v, shape));
    }

    @Override
    public Array channelSum(Array x) {
        return timed("channelSum", () -> engine.channelSum(x));
    }

    @Override
    public Array broadcastChannels(Array v, Shape shape) {
        return timed("broadcastChannels", () -> engine.broadcastChannels(v, shape));
    }

    @Override
    public Array addChannels(Array x, Array v) {
        return timed("addChannels", () -> engine.addChannels(x, v));
    }

    @Override
    public Array multiplyChannels(Array x, Array v) {
        return timed("multiplyChannels", () -> engine.multiplyChannels(x, v));
    }

    // ------------------------------------------------------------------ convolutions

    @Override
    public Array conv2d(Array x, Array weight, ConvolutionGeometry geometry) {
        return timed(
                "conv2d", () -> OperationCost.ofConvolution(x, geometry, 1), () -> engine.conv2d(x, weight, geometry));
    }

    @Override
    public Array conv2dWithBias(Array x, Array weight, Array bias, ConvolutionGeometry geometry) {
        return timed(
                "conv2dWithBias",
                () -> OperationCost.ofConvolution(x, geometry, 1),
                () -> engine.conv2dWithBias(x, weight, bias, geometry));
    }

    @Override
    public Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry) {
        return timed(
                "conv2dInput",
                () -> OperationCost.ofConvolution(y, geometry, 1),
                () -> engine.conv2dInput(y, weight, geometry));
    }

    @Override
    public Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry) {
        return timed(
                "conv2dWeight",
                () -> OperationCost.ofConvolution(x, geometry, 1),
                () -> engine.conv2dWeight(x, y, geometry));
    }

    @Override
    public List<Array> conv2dAdjoints(Array x, Array weight, Array y, ConvolutionGeometry geometry) {
        return timed(
                "conv2dAdjoints",
                () -> OperationCost.ofConvolution(x, geometry, 2),
                () -> engine.conv2dAdjoints(x, weight, y, geometry));
    }

    // ------------------------------------------------------------------ batch normalization

    @Override
    public Array batchNormalize(Array x, Array gain, Array shift, double epsilon) {
        return timed("batchNormalize", () -> engine.batchNormalize(x, gain, shift, epsilon));
    }

    @Override
    public List<Array> batchNormalizeAdjoints(Array x, Array gain, double epsilon, Array g) {
        return timed(
                "batchNormalizeAdjoints",
                () -> OperationCost.UNKNOWN,
                () -> engine.batchNormalizeAdjoints(x, gain, epsilon, g));
    }

    // ------------------------------------------------------------------ updates in place

    @Override
    public void sgd(List<Array> parameters, List<Array> gradients, double rate) {
        timed("sgd", () -> engine.sgd(parameters, gradients, rate));
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
        timed(
                "adam",
                () -> engine.adam(
                        parameters, gradients, firstMoments, secondMoments, rate, beta1, beta2, epsilon, iteration));
    }

    @Override
    public void rmsProp(
            List<Array> parameters,
            List<Array> gradients,
            List<Array> meanSquares,
            double rate,
            double decay,
            double epsilon) {
        timed("rmsProp", () -> engine.rmsProp(parameters, gradients, meanSquares, rate, decay, epsilon));
    }

    @Override
    public void clamp(List<Array> arrays, double low, double high) {
        timed("clamp", () -> engine.clamp(arrays, low, high));
    }
}
