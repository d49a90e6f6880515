package lipschitzlab.compute.nd4j;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;

/** Batch normalization made of an engine's other operations, where no library has it in one; what it makes on the way is left. */
final class ComposedNormalization {
    private final Engine engine;
    private final double share;
    private final Array centred;
    private final Array inverseDeviation;

    private ComposedNormalization(Engine engine, Array x, double epsilon) {
        this.engine = engine;
        this.share = (double) x.shape().size(1) / x.shape().length();
        this.centred = engine.addChannels(x, engine.scale(engine.channelSum(x), -share));
        Array variance = engine.scale(engine.channelSum(engine.square(centred)), share);
        this.inverseDeviation = engine.reciprocal(engine.sqrt(engine.shift(variance, epsilon)));
    }

    /** {@link Engine#batchNormalize}. */
    static Array of(Engine engine, Array x, Array gain, Array shift, double epsilon) {
        ComposedNormalization batch = new ComposedNormalization(engine, x, epsilon);
        Array factors = engine.multiply(gain, batch.inverseDeviation);
        return engine.addChannels(engine.multiplyChannels(batch.centred, factors), shift);
    }

    /** {@link Engine#batchNormalizeAdjoints}. */
    static List<Array> adjoints(Engine engine, Array x, Array gain, double epsilon, Array g) {
        return new ComposedNormalization(engine, x, epsilon).adjoints(gain, g);
    }

    private List<Array> adjoints(Array gain, Array g) {
        Array normal = engine.multiplyChannels(centred, inverseDeviation);
        Array toGain = engine.channelSum(engine.multiply(g, normal));
        Array toShift = engine.channelSum(g);
        Array withoutMean = engine.addChannels(g, engine.scale(toShift, -share));
        Array along = engine.multiplyChannels(normal, engine.scale(toGain, share));
        Array toX =
                engine.multiplyChannels(engine.subtract(withoutMean, along), engine.multiply(gain, inverseDeviation));
        return List.of(toX, toGain, toShift);
    }
}
