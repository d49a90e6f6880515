package lipschitzlab.network;

import java.util.List;

/** What is known of a layer's Lipschitz constant with respect to Euclidean norms, before any of its weights is looked at. */
public sealed interface LipschitzConstant {
    /** It is the operator norm of a linear map. */
    record OfWeight(Parameter weight, LinearMap map) implements LipschitzConstant {}

    /** It is at most a number that no parameter changes. */
    record AtMost(double bound) implements LipschitzConstant {}

    /** It is at most the product of these, as of maps one after another. */
    record Product(List<LipschitzConstant> factors) implements LipschitzConstant {
        /** Copies the list. */
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** It is at most the sum of these, as of maps whose outputs are added. */
    record Sum(List<LipschitzConstant> terms) implements LipschitzConstant {
        /** Copies the list. */
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /**
     * Nothing useful.
     *
     * @param reason why, as a sentence for a person
     */
    record Unknown(String reason) implements LipschitzConstant {}
}
