package lipschitzlab.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;

/**
 * How large the gradient of the critic's loss is at one layer. Whether the first of the two norms grows, shrinks or stays
 * level from layer to layer is what figure 1b (left) of Gulrajani et al. 2017 shows.
 *
 * @param layer the name of the layer's weight
 * @param activation the norm of the gradient with respect to the layer's activation, that is what the next layer with a weight
 *     reads (behind a block that is the first one of the next block's branch), and after the last the critic's output: n times that of one sample, averaged over the n real and n fake ones, so
 *     that it does not depend on the size of the batch
 * @param weight the Frobenius norm of the gradient with respect to the layer's weight before any constraint's normalization,
 *     as the optimizer sees it
 */
public record LayerGradient(String layer, double activation, double weight) {
    /**
     * Measures all layers with a weight, in the order of the network, and frees what it made.
     *
     * @param critic bound so that it can be trained
     * @param real {@code [n, …sample]}
     * @param fake as many samples of the generator
     * @param loss of D at the real and at the fake samples, each {@code [n, 1]}, averaged over samples; it may add a penalty,
     *     whose own passes through the critic then count for the weights alone
     * @throws IllegalArgumentException if real and fake differ in shape, or the critic was bound so that it cannot be trained
     */
    public static List<LayerGradient> of(BoundNetwork critic, Var real, Var fake, BinaryOperator<Var> loss) {
        if (!real.shape().equals(fake.shape())) {
            throw new IllegalArgumentException(
                    "expected as many fake as real samples, found " + fake.shape() + " and " + real.shape());
        }
        if (critic.variables().stream().noneMatch(Var::isDifferentiable)) {
            throw new IllegalArgumentException("expected a critic that can be trained, found one bound as constant");
        }
        try (Scope temporaries = real.engine().openScope()) {
            int samples = real.shape().size(0);
            ReadActivations read = new ReadActivations();
            Var scores = critic.apply(Var.concatRows(real.detach(), fake.detach()), read::add);
            Var total = loss.apply(scores.sliceRows(0, samples), scores.sliceRows(samples, samples));
            return of(critic, read.behindEach(critic.network(), scores), total, samples);
        }
    }

    private static List<LayerGradient> of(BoundNetwork critic, List<Var> activations, Var loss, int samples) {
        Network network = critic.network();
        List<Var> wanted = new ArrayList<>(activations);
        wanted.addAll(critic.variables());
        List<Var> gradients = Gradients.of(loss, wanted, false);
        List<LayerGradient> measured = new ArrayList<>();
        for (Parameter weight : network.weights()) {
            Var atActivation = gradients.get(measured.size());
            Var atWeight =
                    gradients.get(activations.size() + network.parameters().indexOf(weight));
            measured.add(new LayerGradient(
                    weight.name(), samples * meanRowNorm(atActivation), norm(atWeight.engine(), atWeight)));
        }
        return measured;
    }

    private static double meanRowNorm(Var gradient) {
        float[] numbers = gradient.engine().read(gradient.value());
        return Arrays.stream(CriticSlopes.rowNorms(numbers, gradient.shape().size(0)))
                .average()
                .orElseThrow();
    }

    private static double norm(Engine engine, Var gradient) {
        return CriticSlopes.rowNorms(engine.read(gradient.value()), 1)[0];
    }
}
