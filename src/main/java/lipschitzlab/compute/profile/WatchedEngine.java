package lipschitzlab.compute.profile;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;

/** An engine that forwards each call to another one and reports it. */
final class WatchedEngine extends WatchedArrays {
    WatchedEngine(Engine engine, Watcher watcher) {
        super(engine, watcher);
    }

    // ------------------------------------------------------------------ element by element

    @Override
    public Array add(Array a, Array b) {
        return watched("add", () -> engine.add(a, b));
    }

    @Override
    public Array subtract(Array a, Array b) {
        return watched("subtract", () -> engine.subtract(a, b));
    }

    @Override
    public Array multiply(Array a, Array b) {
        return watched("multiply", () -> engine.multiply(a, b));
    }

    @Override
    public Array divide(Array a, Array b) {
        return watched("divide", () -> engine.divide(a, b));
    }

    @Override
    public Array scale(Array x, double factor) {
        return watched("scale", () -> engine.scale(x, factor));
    }

    @Override
    public Array addScalar(Array x, double term) {
        return watched("addScalar", () -> engine.addScalar(x, term));
    }

    @Override
    public Array square(Array x) {
        return watched("square", () -> engine.square(x));
    }

    @Override
    public Array sqrt(Array x) {
        return watched("sqrt", () -> engine.sqrt(x));
    }

    @Override
    public Array exp(Array x) {
        return watched("exp", () -> engine.exp(x));
    }

    @Override
    public Array log(Array x) {
        return watched("log", () -> engine.log(x));
    }

    @Override
    public Array reciprocal(Array x) {
        return watched("reciprocal", () -> engine.reciprocal(x));
    }

    @Override
    public Array tanh(Array x) {
        return watched("tanh", () -> engine.tanh(x));
    }

    @Override
    public Array sigmoid(Array x) {
        return watched("sigmoid", () -> engine.sigmoid(x));
    }

    @Override
    public Array softplus(Array x) {
        return watched("softplus", () -> engine.softplus(x));
    }

    @Override
    public Array leakyRelu(Array x, double slope) {
        return watched("leakyRelu", () -> engine.leakyRelu(x, slope));
    }

    @Override
    public Array leakyReluAdjoint(Array g, Array x, double slope) {
        return watched("leakyReluAdjoint", () -> engine.leakyReluAdjoint(g, x, slope));
    }

    // ------------------------------------------------------------------ products

    @Override
    public Array matmul(Array a, boolean transposeA, Array b, boolean transposeB) {
        return watched(
                "matmul",
                () -> Work.ofProduct(a, transposeA, b, transposeB),
                () -> engine.matmul(a, transposeA, b, transposeB));
    }

    @Override
    public Array dense(Array x, Array weight, Array bias) {
        return watched("dense", () -> Work.ofProduct(x, false, weight, false), () -> engine.dense(x, weight, bias));
    }

    @Override
    public Array dot(Array a, Array b) {
        return watched("dot", () -> engine.dot(a, b));
    }

    @Override
    public Array multiplyScalar(Array x, Array s) {
        return watched("multiplyScalar", () -> engine.multiplyScalar(x, s));
    }

    @Override
    public Array normalize(Array x) {
        return watched("normalize", () -> engine.normalize(x));
    }

    // ------------------------------------------------------------------ sums and their adjoints

    @Override
    public Array sum(Array x) {
        return watched("sum", () -> engine.sum(x));
    }

    @Override
    public Array broadcast(Array s, Shape shape) {
        return watched("broadcast", () -> engine.broadcast(s, shape));
    }

    @Override
    public Array rowSum(Array x) {
        return watched("rowSum", () -> engine.rowSum(x));
    }

    @Override
    public Array broadcastRows(Array v, Shape shape) {
        return watched("broadcastRows", () -> engine.broadcastRows(v, shape));
    }

    @Override
    public Array channelSum(Array x) {
        return watched("channelSum", () -> engine.channelSum(x));
    }

    @Override
    public Array broadcastChannels(Array v, Shape shape) {
        return watched("broadcastChannels", () -> engine.broadcastChannels(v, shape));
    }

    @Override
    public Array addChannels(Array x, Array v) {
        return watched("addChannels", () -> engine.addChannels(x, v));
    }

    @Override
    public Array multiplyChannels(Array x, Array v) {
        return watched("multiplyChannels", () -> engine.multiplyChannels(x, v));
    }

    // ------------------------------------------------------------------ convolutions

    @Override
    public Array conv2d(Array x, Array weight, ConvolutionGeometry geometry) {
        return watched("conv2d", () -> Work.ofConvolution(x, geometry, 1), () -> engine.conv2d(x, weight, geometry));
    }

    @Override
    public Array conv2dWithBias(Array x, Array weight, Array bias, ConvolutionGeometry geometry) {
        return watched(
                "conv2dWithBias",
                () -> Work.ofConvolution(x, geometry, 1),
                () -> engine.conv2dWithBias(x, weight, bias, geometry));
    }

    @Override
    public Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry) {
        return watched(
                "conv2dInput", () -> Work.ofConvolution(y, geometry, 1), () -> engine.conv2dInput(y, weight, geometry));
    }

    @Override
    public Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry) {
        return watched(
                "conv2dWeight", () -> Work.ofConvolution(x, geometry, 1), () -> engine.conv2dWeight(x, y, geometry));
    }

    @Override
    public List<Array> conv2dAdjoints(Array x, Array weight, Array y, ConvolutionGeometry geometry) {
        return watched(
                "conv2dAdjoints",
                () -> Work.ofConvolution(x, geometry, 2),
                () -> engine.conv2dAdjoints(x, weight, y, geometry));
    }

    // ------------------------------------------------------------------ batch normalization

    @Override
    public Array batchNormalize(Array x, Array gain, Array shift, double epsilon) {
        return watched("batchNormalize", () -> engine.batchNormalize(x, gain, shift, epsilon));
    }

    @Override
    public List<Array> batchNormalizeAdjoints(Array x, Array gain, double epsilon, Array g) {
        return watched(
                "batchNormalizeAdjoints", () -> Work.UNKNOWN, () -> engine.batchNormalizeAdjoints(x, gain, epsilon, g));
    }

    // ------------------------------------------------------------------ updates in place

    @Override
    public void sgd(Array parameter, Array gradient, double rate) {
        watched("sgd", () -> engine.sgd(parameter, gradient, rate));
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
        watched(
                "adam",
                () -> engine.adam(
                        parameter, gradient, firstMoment, secondMoment, rate, beta1, beta2, epsilon, iteration));
    }

    @Override
    public void rmsProp(Array parameter, Array gradient, Array meanSquare, double rate, double decay, double epsilon) {
        watched("rmsProp", () -> engine.rmsProp(parameter, gradient, meanSquare, rate, decay, epsilon));
    }

    @Override
    public void clamp(Array array, double low, double high) {
        watched("clamp", () -> engine.clamp(array, low, high));
    }
}
