package lipschitzlab.compute;

import java.util.List;

/** Calls with arrays of unequal or unfitting shape, each of which every engine must refuse. */
final class WrongCalls {
    private static final Shape SHAPE = Shape.of(2, 3);
    private static final ConvolutionGeometry GEOMETRY = new ConvolutionGeometry(2, 5, 4, 3, 3, 1, 1);

    private WrongCalls() {}

    /**
     * One call that must fail.
     *
     * @param operation the method of {@link Engine} that is called
     * @param mistake what is wrong with the call
     * @param call makes the call
     */
    record WrongCall(String operation, String mistake, Call call) {}

    /** Makes a call. */
    interface Call {
        void on(Engine engine);
    }

    static List<WrongCall> all() {
        return List.of(
                wrong("of", "too few numbers", e -> e.of(new float[5], SHAPE)),
                wrong("write", "too many numbers", e -> e.write(a(e), new float[7])),
                wrong("copy", "unequal shapes", e -> e.copy(a(e), a(e, 3, 2))),
                wrong("add", "unequal shapes of equal length", e -> e.add(a(e), a(e, 3, 2))),
                wrong("add", "a row that could be broadcast", e -> e.add(a(e), a(e, 1, 3))),
                wrong("add", "one element that could be broadcast", e -> e.add(a(e), a(e, 1))),
                wrong("subtract", "a row that could be broadcast", e -> e.subtract(a(e), a(e, 1, 3))),
                wrong("multiply", "a column that could be broadcast", e -> e.multiply(a(e), a(e, 2, 1))),
                wrong("divide", "unequal ranks", e -> e.divide(a(e), a(e, 6))),
                wrong("matmul", "unequal inner sizes", e -> e.matmul(a(e), false, a(e), false)),
                wrong("matmul", "unequal inner sizes, transposed", e -> e.matmul(a(e), true, a(e, 3, 2), false)),
                wrong("matmul", "unequal inner sizes, both transposed", e -> e.matmul(a(e), true, a(e), true)),
                wrong("matmul", "a vector", e -> e.matmul(a(e), false, a(e, 3), false)),
                wrong("matmul", "rank 4", e -> e.matmul(a(e, 2, 3, 1, 1), false, a(e, 3, 2), false)),
                wrong("dense", "unequal inner sizes", e -> e.dense(a(e), a(e, 2, 4), a(e, 4))),
                wrong("dense", "a bias of another length", e -> e.dense(a(e), a(e, 3, 4), a(e, 3))),
                wrong("dot", "unequal shapes", e -> e.dot(a(e), a(e, 3, 2))),
                wrong("multiplyScalar", "a scalar of two elements", e -> e.multiplyScalar(a(e), a(e, 2))),
                wrong("leakyReluAdjoint", "unequal shapes", e -> e.leakyReluAdjoint(a(e), a(e, 3, 2), 0.1)),
                wrong("broadcast", "a scalar of two elements", e -> e.broadcast(a(e, 2), SHAPE)),
                wrong("broadcastRows", "another number of rows", e -> e.broadcastRows(a(e, 3), SHAPE)),
                wrong("channelSum", "a vector", e -> e.channelSum(a(e, 3))),
                wrong("channelSum", "rank 3", e -> e.channelSum(a(e, 2, 3, 4))),
                wrong("broadcastChannels", "another number of channels", e -> e.broadcastChannels(a(e, 2), SHAPE)),
                wrong("broadcastChannels", "rank 3", e -> e.broadcastChannels(a(e, 3), Shape.of(2, 3, 4))),
                wrong("addChannels", "another number of channels", e -> e.addChannels(a(e), a(e, 2))),
                wrong("addChannels", "the width of an image", e -> e.addChannels(a(e, 2, 3, 4, 5), a(e, 5))),
                wrong("multiplyChannels", "another number of channels", e -> e.multiplyChannels(a(e), a(e, 2))),
                wrong("multiplyChannels", "the width of an image", e -> e.multiplyChannels(a(e, 2, 3, 4, 5), a(e, 5))),
                wrong("reshape", "another length", e -> e.reshape(a(e), Shape.of(5))),
                wrong("concatRows", "no array", e -> e.concatRows(List.of())),
                wrong("concatRows", "unequal rows", e -> e.concatRows(List.of(a(e), a(e, 2, 4)))),
                wrong("concatRows", "unequal ranks", e -> e.concatRows(List.of(a(e), a(e, 2, 3, 1)))),
                wrong("sliceRows", "rows past the end", e -> e.sliceRows(a(e), 1, 2)),
                wrong("sliceRows", "a negative first row", e -> e.sliceRows(a(e), -1, 1)),
                wrong("padRows", "a negative number of rows", e -> e.padRows(a(e), -1, 0)),
                wrong("conv2d", "another width", e -> e.conv2d(a(e, 1, 2, 5, 5), weight(e), GEOMETRY)),
                wrong("conv2d", "another number of channels", e -> e.conv2d(a(e, 1, 3, 5, 4), weight(e), GEOMETRY)),
                wrong("conv2d", "a weight of another kernel", e -> e.conv2d(x(e), a(e, 3, 2, 4, 4), GEOMETRY)),
                wrong("conv2d", "a weight with its channels swapped", e -> e.conv2d(x(e), a(e, 2, 3, 3, 3), GEOMETRY)),
                wrong(
                        "conv2dWithBias",
                        "a bias of another length",
                        e -> e.conv2dWithBias(x(e), weight(e), a(e, 2), GEOMETRY)),
                wrong("conv2dInput", "the input's shape", e -> e.conv2dInput(x(e), weight(e), GEOMETRY)),
                wrong(
                        "conv2dInput",
                        "a weight of another kernel",
                        e -> e.conv2dInput(y(e), a(e, 3, 2, 4, 4), GEOMETRY)),
                wrong("conv2dWeight", "unequal batches", e -> e.conv2dWeight(x(e), a(e, 2, 3, 5, 4), GEOMETRY)),
                wrong("conv2dWeight", "swapped arrays", e -> e.conv2dWeight(y(e), x(e), GEOMETRY)),
                wrong(
                        "conv2dAdjoints",
                        "an input of another width",
                        e -> e.conv2dAdjoints(a(e, 1, 2, 5, 5), weight(e), y(e), GEOMETRY)),
                wrong(
                        "conv2dAdjoints",
                        "a weight of another kernel",
                        e -> e.conv2dAdjoints(x(e), a(e, 3, 2, 4, 4), y(e), GEOMETRY)),
                wrong("conv2dAdjoints", "swapped arrays", e -> e.conv2dAdjoints(y(e), weight(e), x(e), GEOMETRY)),
                wrong("batchNormalize", "a vector", e -> e.batchNormalize(a(e, 3), a(e, 3), a(e, 3), 1e-5)),
                wrong("batchNormalize", "a gain too many", e -> e.batchNormalize(a(e), a(e, 4), a(e, 3), 1e-5)),
                wrong("batchNormalize", "a shift too few", e -> e.batchNormalize(a(e), a(e, 3), a(e, 2), 1e-5)),
                wrong(
                        "batchNormalizeAdjoints",
                        "a gain too many",
                        e -> e.batchNormalizeAdjoints(a(e), a(e, 4), 1e-5, a(e))),
                wrong(
                        "batchNormalizeAdjoints",
                        "a gradient of another shape",
                        e -> e.batchNormalizeAdjoints(a(e), a(e, 3), 1e-5, a(e, 3, 3))),
                wrong("multiplyScaled", "another shape", e -> e.multiplyScaled(a(e), a(e, 3, 2), 2)),
                wrong("divideScaled", "another shape", e -> e.divideScaled(a(e), a(e, 3, 2), 2)),
                wrong("interpolate", "another shape", e -> e.interpolate(a(e), a(e, 3, 2), a(e, 2))),
                wrong("interpolate", "a share too many", e -> e.interpolate(a(e), a(e), a(e, 3))),
                wrong(
                        "normalizeRowsAdjoint",
                        "a gradient of another shape",
                        e -> e.normalizeRowsAdjoint(a(e), 1e-5, a(e, 3, 3))),
                wrong("multiplyScalarScaled", "two numbers", e -> e.multiplyScalarScaled(a(e), a(e, 2), 2)),
                wrong("divideScalar", "two numbers", e -> e.divideScalar(a(e), a(e, 2))),
                wrong("divideScalarAdjoints", "two numbers", e -> e.divideScalarAdjoints(a(e), a(e), a(e, 2))),
                wrong("divideScalarAdjoints", "another shape", e -> e.divideScalarAdjoints(a(e, 3, 2), a(e), a(e, 1))),
                wrong("spread", "two numbers", e -> e.spread(a(e, 2), 1, SHAPE)),
                wrong("addEach", "one too few", e -> e.addEach(of(a(e), a(e)), of(a(e)))),
                wrong("addEach", "another shape", e -> e.addEach(of(a(e)), of(a(e, 3, 2)))),
                wrong("sgd", "a gradient of another shape", e -> e.sgd(of(a(e)), of(a(e, 1, 3)), 0.1)),
                wrong("sgd", "a gradient too few", e -> e.sgd(of(a(e), a(e)), of(a(e)), 0.1)),
                wrong("adam", "a gradient of another shape", e -> adam(e, a(e), a(e, 3, 2), a(e), a(e))),
                wrong("adam", "a first moment of another shape", e -> adam(e, a(e), a(e), a(e, 6), a(e))),
                wrong("adam", "a second moment of another shape", e -> adam(e, a(e), a(e), a(e), a(e, 1))),
                wrong(
                        "rmsProp",
                        "a gradient of another shape",
                        e -> e.rmsProp(of(a(e)), of(a(e, 6)), of(a(e)), 0.1, 0.9, 1e-8)),
                wrong(
                        "rmsProp",
                        "a mean of another shape",
                        e -> e.rmsProp(of(a(e)), of(a(e)), of(a(e, 1, 3)), 0.1, 0.9, 1e-8)));
    }

    private static WrongCall wrong(String operation, String mistake, Call call) {
        return new WrongCall(operation, mistake, call);
    }

    private static List<Array> of(Array... arrays) {
        return List.of(arrays);
    }

    private static Array a(Engine engine) {
        return engine.full(SHAPE, 1);
    }

    private static Array a(Engine engine, int... sizes) {
        return engine.full(Shape.of(sizes), 1);
    }

    private static Array x(Engine engine) {
        return engine.full(GEOMETRY.inputShape(1), 1);
    }

    private static Array y(Engine engine) {
        return engine.full(GEOMETRY.outputShape(1), 1);
    }

    private static Array weight(Engine engine) {
        return engine.full(GEOMETRY.weightShape(), 1);
    }

    private static void adam(Engine engine, Array parameter, Array gradient, Array first, Array second) {
        engine.adam(of(parameter), of(gradient), of(first), of(second), 0.1, 0.5, 0.9, 1e-8, 1);
    }
}
