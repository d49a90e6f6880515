package lipschitzlab.network;

import java.util.List;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;

/** Networks of any layers, for tests that need known ones. */
public final class HandMadeNetworks {
    private HandMadeNetworks() {}

    /** A network of these layers. */
    public static Network of(Engine engine, Layer... layers) {
        return new Network(engine, List.of(layers));
    }

    /** A dense layer with this weight, {@code [inputs, outputs]}, and bias. */
    public static Layer dense(Engine engine, String name, float[] weight, float[] bias) {
        Shape shape = Shape.of(weight.length / bias.length, bias.length);
        return new Layer.Dense(
                new Parameter(name, Parameter.Role.WEIGHT, engine.keep(engine.of(weight, shape))),
                new Parameter(
                        name + " bias", Parameter.Role.BIAS, engine.keep(engine.of(bias, Shape.of(bias.length)))));
    }

    /** A batch normalization of so many channels. */
    public static Layer batchNormalization(Engine engine, int channels) {
        return new Layer.BatchNormalization(
                new Parameter("gain", Parameter.Role.NORMALIZATION, engine.keep(engine.full(Shape.of(channels), 1))),
                new Parameter("shift", Parameter.Role.NORMALIZATION, engine.keep(engine.full(Shape.of(channels), 0))));
    }
}
