package lipschitzlab.autodiff;

import lipschitzlab.compute.Shape;

/** Normalizations over a batch, or over each of its samples. */
final class Normalizations {
    private Normalizations() {}

    /** Of x, gain and shift; the pullbacks are those of Ioffe and Szegedy 2015, section 3. */
    static Primitive batchNormalize(double epsilon) {
        return Primitive.of(
                        "batchNormalize",
                        (e, x) -> e.batchNormalize(x[0], x[1], x[2], epsilon),
                        (g, x, y) -> new Batch(x[0], epsilon).toInput(g, x[1]),
                        (g, x, y) -> new Batch(x[0], epsilon).toGain(g),
                        (g, x, y) -> g.channelSum())
                .withJointPullback((g, x, y) -> x[0].batchNormalizeAdjoints(x[1], epsilon, g));
    }

    /** Of x; the pullback is that of Ba, Kiros and Hinton 2016, equation 3, without gain and shift. */
    static Primitive normalizeRows(double epsilon) {
        return Primitive.of(
                        "normalizeRows",
                        (e, x) -> e.normalizeRows(x[0], epsilon),
                        (g, x, y) -> rowsAdjoint(x[0], epsilon, y, g))
                .withJointPullback((g, x, y) -> x[0].normalizeRowsAdjoint(epsilon, g));
    }

    private static Var rowsAdjoint(Var x, double epsilon, Var normal, Var g) {
        Shape shape = x.shape();
        double share = 1.0 / shape.rowLength();
        Var centred = x.subtract(x.rowSum().scale(share).broadcastRows(shape));
        Var inverse =
                centred.square().rowSum().scale(share).addScalar(epsilon).sqrt().reciprocal();
        Var withoutMean = g.subtract(g.rowSum().scale(share).broadcastRows(shape));
        Var along = normal.multiply(g.multiply(normal).rowSum().scale(share).broadcastRows(shape));
        return withoutMean.subtract(along).multiply(inverse.broadcastRows(shape));
    }

    /** A batch, each channel brought to mean 0 and variance 1. */
    private static final class Batch {
        private final double share;
        private final Var inverseDeviation;
        private final Var normal;

        Batch(Var x, double epsilon) {
            share = (double) x.shape().size(1) / x.shape().length();
            Var centred = x.addChannels(x.channelSum().scale(-share));
            Var variance = centred.square().channelSum().scale(share);
            inverseDeviation = variance.addScalar(epsilon).sqrt().reciprocal();
            normal = centred.multiplyChannels(inverseDeviation);
        }

        Var toGain(Var g) {
            return g.multiply(normal).channelSum();
        }

        Var toInput(Var g, Var gain) {
            Var withoutMean = g.addChannels(g.channelSum().scale(-share));
            Var along = normal.multiplyChannels(toGain(g).scale(share));
            return withoutMean.subtract(along).multiplyChannels(gain.multiply(inverseDeviation));
        }
    }
}
