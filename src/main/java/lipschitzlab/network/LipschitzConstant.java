package lipschitzlab.network;

/** What is known of a layer's Lipschitz constant with respect to Euclidean norms, before any of its weights is looked at. */
public sealed interface LipschitzConstant {
    /** It is the operator norm of a linear map. */
    record OfWeight(Parameter weight, LinearMap map) implements LipschitzConstant {}

    /** It is at most a number that no parameter changes. */
    record AtMost(double bound) implements LipschitzConstant {}

    /**
     * Nothing useful.
     *
     * @param reason why, as a sentence for a person
     */
    record Unknown(String reason) implements LipschitzConstant {}
}
