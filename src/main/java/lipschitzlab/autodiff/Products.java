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
                (g, x, y) -> biasGradient(g));
    }

    /**
     * The sum of the rows. Of a single output, such as a critic's score, each row of the upper half is added to its counterpart in
     * the lower half first: a critic's batch is real samples above as many fake ones, so that what their scores have in common
     * cancels pair by pair, exactly. A sum over all rows leaves rounding, of which Adam and RMSProp make steps of full size. Other
     * layers' sums do not cancel in theory, unless the critic is linear.
     */
    private static Var biasGradient(Var g) {
        int rows = g.shape().size(0);
        int half = rows / 2;
        boolean pairs = g.shape().size(1) == 1 && rows == 2 * half;
        return pairs ? g.sliceRows(0, half).add(g.sliceRows(half, half)).channelSum() : g.channelSum();
    }

    static Primitive dot() {
        return Primitive.of(
                "dot",
                (e, x) -> e.dot(x[0], x[1]),
                (g, x, y) -> x[1].multiplyScalar(g),
                (g, x, y) -> x[0].multiplyScalar(g));
    }

    static Primitive multiplyScalar() {
        return Primitive.of(
                "multiplyScalar",
                (e, x) -> e.multiplyScalar(x[0], x[1]),
                (g, x, y) -> g.multiplyScalar(x[1]),
                (g, x, y) -> g.dot(x[0]));
    }

    static Primitive squaredNorm() {
        return Primitive.of("squaredNorm", (e, x) -> e.squaredNorm(x[0]), (g, x, y) -> x[0].multiplyScalarScaled(g, 2));
    }

    static Primitive multiplyScalarScaled(double factor) {
        return Primitive.of(
                "multiplyScalarScaled",
                (e, x) -> e.multiplyScalarScaled(x[0], x[1], factor),
                (g, x, y) -> g.multiplyScalarScaled(x[1], factor),
                (g, x, y) -> g.dot(x[0]).scale(factor));
    }

    static Primitive divideScalar() {
        return Primitive.of(
                        "divideScalar",
                        (e, x) -> e.divideScalar(x[0], x[1]),
                        (g, x, y) -> g.divideScalar(x[1]),
                        (g, x, y) ->
                                g.dot(x[0]).multiply(x[1].reciprocal().square()).negate())
                .withJointPullback((g, x, y) -> g.divideScalarAdjoints(x[0], x[1]));
    }
}
