package lipschitzlab.network;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Architecture.Mlp;

/** Dense networks. */
final class MlpLayers {
    private MlpLayers() {}

    /** With tanh at the end for pictures. Without batch normalization to have it, the class is read behind z. */
    static List<Layer> generator(LayerFactory factory, Mlp mlp, Conditioning conditioning, int latent, Shape sample) {
        List<Layer> layers = new ArrayList<>();
        int inputs = latent;
        if (conditioning.classes() > 0) {
            layers.add(new LabelConcatenation(latent, conditioning.classes()));
            inputs += conditioning.classes();
        }
        int features = hidden(factory, mlp, inputs, layers);
        layers.add(factory.dense(features, sample.length(), Initial.HE));
        if (sample.rank() > 1) {
            layers.add(new Layer.Tanh());
            layers.add(new Layer.Reshape(sample));
        }
        return layers;
    }

    static List<Layer> critic(LayerFactory factory, Mlp mlp, Conditioning conditioning, Shape sample) {
        List<Layer> layers = new ArrayList<>();
        if (sample.rank() > 1) {
            layers.add(new Layer.Reshape(Shape.of(sample.length())));
        }
        if (conditioning.is(Conditioning.Way.CONCATENATION)) {
            layers.add(new LabelConcatenation(sample.length(), conditioning.classes()));
        }
        int features = hidden(factory, mlp, Networks.widened(sample.length(), conditioning), layers);
        layers.add(factory.score(features, Initial.HE, conditioning));
        return layers;
    }

    private static int hidden(LayerFactory factory, Mlp mlp, int inputs, List<Layer> layers) {
        int width = inputs;
        for (int next : mlp.hidden()) {
            layers.add(factory.dense(width, next, Initial.HE));
            layers.add(new Layer.LeakyRelu(mlp.slope()));
            width = next;
        }
        return width;
    }
}
