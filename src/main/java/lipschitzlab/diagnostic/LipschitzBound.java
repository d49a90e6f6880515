package lipschitzlab.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.network.LipschitzConstant;
import lipschitzlab.network.LipschitzConstant.AtMost;
import lipschitzlab.network.LipschitzConstant.OfWeight;
import lipschitzlab.network.LipschitzConstant.Product;
import lipschitzlab.network.LipschitzConstant.Sum;
import lipschitzlab.network.LipschitzConstant.Unknown;
import lipschitzlab.network.Network;

/**
 * What the norms of its layers say of a network's Lipschitz constant: of layers one after another it is at most the product of
 * theirs (Miyato et al. 2018, equation 7), of a residual block at most the sum of its branch's and its shortcut's. A network
 * with a layer that has no bound has none. Of a critic that reads classes it is the bound for any one class.
 *
 * @param layers the norms of the layers with a weight
 * @param network what is known of the network, of which these are the norms
 */
public record LipschitzBound(List<LayerOperatorNorms> layers, LipschitzConstant network) {
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
        return new LipschitzBound(norms, network.lipschitz());
    }

    /** The linear maps in an expression, in its order. */
    public static List<OfWeight> weightsOf(LipschitzConstant constant) {
        return leaves(constant)
                .filter(OfWeight.class::isInstance)
                .map(OfWeight.class::cast)
                .toList();
    }

    private static Stream<LipschitzConstant> leaves(LipschitzConstant constant) {
        if (constant instanceof Product product) {
            return product.factors().stream().flatMap(LipschitzBound::leaves);
        }
        return constant instanceof Sum sum ? sum.terms().stream().flatMap(LipschitzBound::leaves) : Stream.of(constant);
    }

    /** Why there is no bound, in a sentence, if there is none. */
    public Optional<String> missing() {
        return leaves(network)
                .filter(Unknown.class::isInstance)
                .map(unknown -> ((Unknown) unknown).reason())
                .findFirst();
    }

    /** Certified: no two inputs' outputs differ by more than this times the inputs' distance, rounding aside. */
    public OptionalDouble certified() {
        return bound(LayerOperatorNorms::certified);
    }

    /**
     * What the operator norms give: the smallest bound that norms of layers can give, if each estimate {@linkplain
     * #converged converged}, and that up to their tolerance, since estimates come from below.
     */
    public OptionalDouble estimate() {
        return bound(norms -> norms.operator().value());
    }

    /**
     * What the reshaped weights' norms give, which spectral normalization sets to 1. With convolutions it is no bound.
     */
    public OptionalDouble nominal() {
        return bound(LayerOperatorNorms::reshapedNorm);
    }

    /** Whether every operator norm was found to its tolerance. */
    public boolean converged() {
        return layers.stream().allMatch(norms -> norms.operator().converged());
    }

    private OptionalDouble bound(ToDoubleFunction<LayerOperatorNorms> norm) {
        if (missing().isPresent()) {
            return OptionalDouble.empty();
        }
        Map<String, Double> byLayer =
                layers.stream().collect(Collectors.toMap(LayerOperatorNorms::layer, norm::applyAsDouble));
        return OptionalDouble.of(value(network, byLayer));
    }

    private static double value(LipschitzConstant constant, Map<String, Double> norms) {
        if (constant instanceof OfWeight linear) {
            return norms.get(linear.weight().name());
        }
        if (constant instanceof AtMost most) {
            return most.bound();
        }
        if (constant instanceof Product product) {
            return product.factors().stream()
                    .mapToDouble(part -> value(part, norms))
                    .reduce(1, (a, b) -> a * b);
        }
        return ((Sum) constant)
                .terms().stream().mapToDouble(part -> value(part, norms)).sum();
    }
}
