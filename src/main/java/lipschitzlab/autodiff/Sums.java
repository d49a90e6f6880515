package lipschitzlab.autodiff;

import lipschitzlab.compute.Shape;

/** Sums and the repetitions that are their adjoints; each differentiates into the other. */
final class Sums {
    private Sums() {}

    static Primitive sum() {
        return Primitive.of("sum", (e, x) -> e.sum(x[0]), (g, x, y) -> g.fill(x[0].shape()));
    }

    static Primitive fill(Shape shape) {
        return Primitive.of("fill", (e, x) -> e.fill(x[0], shape), (g, x, y) -> g.sum());
    }

    static Primitive rowSum() {
        return Primitive.of("rowSum", (e, x) -> e.rowSum(x[0]), (g, x, y) -> g.rowFill(x[0].shape()));
    }

    static Primitive rowFill(Shape shape) {
        return Primitive.of("rowFill", (e, x) -> e.rowFill(x[0], shape), (g, x, y) -> g.rowSum());
    }

    static Primitive channelSum() {
        return Primitive.of("channelSum", (e, x) -> e.channelSum(x[0]), (g, x, y) -> g.channelFill(x[0].shape()));
    }

    static Primitive channelFill(Shape shape) {
        return Primitive.of("channelFill", (e, x) -> e.channelFill(x[0], shape), (g, x, y) -> g.channelSum());
    }

    static Primitive addChannels() {
        return Primitive.of(
                "addChannels", (e, x) -> e.addChannels(x[0], x[1]), (g, x, y) -> g, (g, x, y) -> g.channelSum());
    }

    static Primitive multiplyChannels() {
        return Primitive.of(
                "multiplyChannels",
                (e, x) -> e.multiplyChannels(x[0], x[1]),
                (g, x, y) -> g.multiplyChannels(x[1]),
                (g, x, y) -> g.multiply(x[0]).channelSum());
    }
}
