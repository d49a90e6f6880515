package lipschitzlab.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import lipschitzlab.network.Layer;
import lipschitzlab.network.LipschitzConstant;
import lipschitzlab.network.LipschitzConstant.AtMost;
import lipschitzlab.network.LipschitzConstant.Unknown;
import lipschitzlab.network.Network;

/**
 * What the norms of its layers say of a network's Lipschitz constant: it is at most their product, since the constant of a
 * composition is at most the product of the constants (Miyato et al. 2018, equation 7). A network with a layer that has no
 * bound has none.
 *
 * @param layers the norms of the layers with a weight
 * @param others the product of the bounds of all other layers; leaky ReLU and tanh count as 1
 * @param missing why there is no bound, in a sentence, if there is none
 */
public record LipschitzBound(List<LayerOperatorNorms> layers, double others, Optional<String> missing) {
    /** Copies the list. */
    public LipschitzBound {
        layers = List.copyOf(layers);
    }

    /**
     * The bound of a network.
     *
     * @param norms of all its layers with a weight, as {@link LayerOperatorNorms#of}
     */
    public static LipschitzBound of(Network network, List<LayerOperatorNorms> norms) {
        double others = 1;
        Optional<String> missing = Optional.empty();
        for (Layer layer : network.layers()) {
            LipschitzConstant constant = layer.lipschitz();
            if (constant instanceof AtMost most) {
                others *= most.bound();
            } else if (constant instanceof Unknown unknown && missing.isEmpty()) {
                missing = Optional.of(unknown.reason());
            }
        }
        return new LipschitzBound(norms, others, missing);
    }

    /** Certified: no two inputs' outputs differ by more than this times the inputs' distance, rounding aside. */
    public OptionalDouble certified() {
        return product(LayerOperatorNorms::certified);
    }

    /**
     * The product of the operator norms: the smallest bound that norms of layers can give, if each estimate {@linkplain
     * #converged converged}, and that up to their tolerance, since estimates come from below.
     */
    public OptionalDouble estimate() {
        return product(norms -> norms.operator().value());
    }

    /**
     * The product of the reshaped weights' norms: what spectral normalization sets to 1. With convolutions it is no bound.
     */
    public OptionalDouble nominal() {
        return product(LayerOperatorNorms::reshapedNorm);
    }

    /** Whether every operator norm was found to its tolerance. */
    public boolean converged() {
        return layers.stream().allMatch(norms -> norms.operator().converged());
    }

    private OptionalDouble product(ToDoubleFunction<LayerOperatorNorms> norm) {
        if (missing.isPresent()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(layers.stream().mapToDouble(norm).reduce(others, (a, b) -> a * b));
    }
}
