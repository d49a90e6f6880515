package lipschitzlab.autodiff;

/** Normalizations over a batch. */
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
