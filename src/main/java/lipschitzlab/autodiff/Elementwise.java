package lipschitzlab.autodiff;

/** Primitives that act on each element by itself. */
final class Elementwise {
    private Elementwise() {}

    static Primitive add() {
        return Primitive.of("add", (e, x) -> e.add(x[0], x[1]), (g, x, y) -> g, (g, x, y) -> g);
    }

    static Primitive subtract() {
        return Primitive.of("subtract", (e, x) -> e.subtract(x[0], x[1]), (g, x, y) -> g, (g, x, y) -> g.negate());
    }

    static Primitive multiply() {
        return Primitive.of(
                "multiply",
                (e, x) -> e.multiply(x[0], x[1]),
                (g, x, y) -> g.multiply(x[1]),
                (g, x, y) -> g.multiply(x[0]));
    }

    static Primitive multiplyScaled(double factor) {
        return Primitive.of(
                "multiplyScaled",
                (e, x) -> e.multiplyScaled(x[0], x[1], factor),
                (g, x, y) -> g.multiplyScaled(x[1], factor),
                (g, x, y) -> g.multiplyScaled(x[0], factor));
    }

    static Primitive divideScaled(double factor) {
        return Primitive.of(
                "divideScaled",
                (e, x) -> e.divideScaled(x[0], x[1], factor),
                (g, x, y) -> g.divideScaled(x[1], factor),
                (g, x, y) -> g.multiply(y).divideScaled(x[1], -1));
    }

    static Primitive divide() {
        return Primitive.of(
                "divide", (e, x) -> e.divide(x[0], x[1]), (g, x, y) -> g.divide(x[1]), (g, x, y) -> g.multiply(y)
                        .divideScaled(x[1], -1));
    }

    static Primitive scale(double factor) {
        return Primitive.of("scale", (e, x) -> e.scale(x[0], factor), (g, x, y) -> g.scale(factor));
    }

    static Primitive addScalar(double term) {
        return Primitive.of("addScalar", (e, x) -> e.addScalar(x[0], term), (g, x, y) -> g);
    }

    static Primitive square() {
        return Primitive.of("square", (e, x) -> e.square(x[0]), (g, x, y) -> g.multiplyScaled(x[0], 2));
    }

    static Primitive sqrt() {
        return Primitive.of("sqrt", (e, x) -> e.sqrt(x[0]), (g, x, y) -> g.divideScaled(y, 0.5));
    }

    static Primitive exp() {
        return Primitive.of("exp", (e, x) -> e.exp(x[0]), (g, x, y) -> g.multiply(y));
    }

    static Primitive log() {
        return Primitive.of("log", (e, x) -> e.log(x[0]), (g, x, y) -> g.divide(x[0]));
    }

    static Primitive reciprocal() {
        return Primitive.of("reciprocal", (e, x) -> e.reciprocal(x[0]), (g, x, y) -> g.multiplyScaled(y.square(), -1));
    }

    static Primitive tanh() {
        return Primitive.of(
                "tanh",
                (e, x) -> e.tanh(x[0]),
                (g, x, y) -> g.multiply(y.square().negate().addScalar(1)));
    }

    static Primitive sigmoid() {
        return Primitive.of("sigmoid", (e, x) -> e.sigmoid(x[0]), (g, x, y) -> g.multiply(y.subtract(y.square())));
    }

    static Primitive leakyRelu(double slope) {
        return Primitive.of(
                "leakyRelu", (e, x) -> e.leakyRelu(x[0], slope), (g, x, y) -> g.leakyReluAdjoint(x[0], slope));
    }

    static Primitive leakyReluAdjoint(double slope) {
        return Primitive.of(
                "leakyReluAdjoint",
                (e, x) -> e.leakyReluAdjoint(x[0], x[1], slope),
                (g, x, y) -> g.leakyReluAdjoint(x[1], slope),
                (g, x, y) -> g.scale(0));
    }

    static Primitive softplus() {
        return Primitive.of("softplus", (e, x) -> e.softplus(x[0]), (g, x, y) -> g.multiply(x[0].sigmoid()));
    }
}
