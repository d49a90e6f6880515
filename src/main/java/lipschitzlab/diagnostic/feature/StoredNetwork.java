package lipschitzlab.diagnostic.feature;

import java.util.List;
import java.util.stream.IntStream;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.ClassifierNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.Reparametrization;

/**
 * A {@link ClassifierNetwork} as plain arrays.
 *
 * @param sample the shape of one picture
 * @param features numbers that the last hidden layer hands on
 * @param classes 0 for none
 * @param arrays of the parameters, in the network's order; never changed
 */
record StoredNetwork(Shape sample, int features, int classes, List<float[]> arrays) {
    /** Pictures that go through the network at a time. */
    private static final int TOGETHER = 256;

    StoredNetwork {
        arrays = List.copyOf(arrays);
    }

    /** What the network is now. */
    static StoredNetwork of(Network network, Shape sample, int features, int classes) {
        return new StoredNetwork(
                sample,
                features,
                classes,
                network.parameters().stream()
                        .map(parameter -> network.engine().read(parameter.value()))
                        .toList());
    }

    /** The network on an engine; to be closed. */
    private Network on(Engine engine) {
        Network network = ClassifierNetwork.of(engine, sample, features, classes, 0);
        List<Parameter> parameters = network.parameters();
        IntStream.range(0, arrays.size())
                .forEach(i -> engine.write(parameters.get(i).value(), arrays.get(i)));
        return network;
    }

    /** What the last hidden layer hands on: {@code [n, features]}. */
    float[] hidden(float[] pictures, Engine engine) {
        return outputs(pictures, engine, classes == 0 ? 1 : 2, features);
    }

    /** One score for each class: {@code [n, classes]}. */
    float[] scores(float[] pictures, Engine engine) {
        return outputs(pictures, engine, 1, classes);
    }

    private float[] outputs(float[] pictures, Engine engine, int fromTheEnd, int width) {
        int length = sample.length();
        if (pictures.length == 0 || pictures.length % length != 0) {
            throw new IllegalArgumentException(
                    "expected pictures of " + length + " numbers each, found " + pictures.length + " numbers");
        }
        int count = pictures.length / length;
        float[] rows = new float[count * width];
        Network network = on(engine);
        try {
            for (int first = 0; first < count; first += TOGETHER) {
                int here = Math.min(TOGETHER, count - first);
                float[] some = new float[here * length];
                System.arraycopy(pictures, first * length, some, 0, some.length);
                try (Scope temporaries = engine.openScope()) {
                    BoundNetwork bound = network.bind(Reparametrization.unchanged(), false);
                    List<Var> outputs = bound.outputs(Var.constant(engine, engine.of(some, sample.batchOf(here))));
                    Var wanted = outputs.get(outputs.size() - fromTheEnd);
                    System.arraycopy(engine.read(wanted.value()), 0, rows, first * width, here * width);
                }
            }
        } finally {
            network.close();
        }
        return rows;
    }
}
