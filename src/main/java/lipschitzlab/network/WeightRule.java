package lipschitzlab.network;

import lipschitzlab.autodiff.Var;

/** What a layer uses in place of its weight. */
@FunctionalInterface
public interface WeightRule {
    /**
     * The weight that the layer really uses.
     *
     * @param weight the parameter
     * @param raw its value in this computation
     * @return a variable of the same shape
     */
    Var effectiveWeight(Parameter weight, Var raw);

    /** The weight itself. */
    static WeightRule unchanged() {
        return (weight, raw) -> raw;
    }
}
