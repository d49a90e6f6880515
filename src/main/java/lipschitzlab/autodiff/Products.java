package lipschitzlab.autodiff;

/** Matrix and inner products; their pullbacks are products again. */
final class Products {
    private Products() {}

    static Primitive matmul(boolean transposeA, boolean transposeB) {
        return Primitive.of(
                "matmul",
                (e, x) -> e.matmul(x[0], transposeA, x[1], transposeB),
                (g, x, y) -> transposeA ? x[1].matmul(transposeB, g, true) : g.matmul(false, x[1], !transposeB),
                (g, x, y) -> transposeB ? g.matmul(true, x[0], transposeA) : x[0].matmul(!transposeA, g, false));
    }

    static Primitive dense() {
        return Primitive.of(
                "dense",
                (e, x) -> e.dense(x[0], x[1], x[2]),
                (g, x, y) -> g.matmul(false, x[1], true),
                (g, x, y) -> x[0].matmul(true, g, false),
                (g, x, y) -> g.channelSum());
    }

    static Primitive inner() {
        return Primitive.of(
                "inner", (e, x) -> e.inner(x[0], x[1]), (g, x, y) -> x[1].scaleBy(g), (g, x, y) -> x[0].scaleBy(g));
    }

    static Primitive scaleBy() {
        return Primitive.of(
                "scaleBy", (e, x) -> e.scaleBy(x[0], x[1]), (g, x, y) -> g.scaleBy(x[1]), (g, x, y) -> g.inner(x[0]));
    }
}
