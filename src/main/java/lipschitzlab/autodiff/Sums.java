package lipschitzlab.autodiff;

import lipschitzlab.compute.Shape;

/** Sums and the broadcasts that are their adjoints; each differentiates into the other. */
final class Sums {
    private Sums() {}

    static Primitive sum() {
        return Primitive.of("sum", (e, x) -> e.sum(x[0]), (g, x, y) -> g.broadcast(x[0].shape()));
    }

    static Primitive mean(double weight) {
        return Primitive.of("mean", (e, x) -> e.mean(x[0], weight), (g, x, y) -> g.spread(weight, x[0].shape()));
    }

    static Primitive spread(double weight, Shape shape) {
        return Primitive.of("spread", (e, x) -> e.spread(x[0], weight, shape), (g, x, y) -> g.mean(weight));
    }

    static Primitive broadcast(Shape shape) {
        return Primitive.of("broadcast", (e, x) -> e.broadcast(x[0], shape), (g, x, y) -> g.sum());
    }

    static Primitive rowSum() {
        return Primitive.of("rowSum", (e, x) -> e.rowSum(x[0]), (g, x, y) -> g.broadcastRows(x[0].shape()));
    }

    static Primitive broadcastRows(Shape shape) {
        return Primitive.of("broadcastRows", (e, x) -> e.broadcastRows(x[0], shape), (g, x, y) -> g.rowSum());
    }

    static Primitive channelSum() {
        return Primitive.of("channelSum", (e, x) -> e.channelSum(x[0]), (g, x, y) -> g.broadcastChannels(x[0].shape()));
    }

    static Primitive broadcastChannels(Shape shape) {
        return Primitive.of(
                "broadcastChannels", (e, x) -> e.broadcastChannels(x[0], shape), (g, x, y) -> g.channelSum());
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
