package lipschitzlab.network;

import java.util.List;
import java.util.function.Function;
import lipschitzlab.autodiff.Var;

/** What a layer uses in place of its weight, and the parameters that this takes. */
@FunctionalInterface
public interface Reparametrization {
    /**
     * The weight that the layer really uses; must not change any state.
     *
     * @param weight the parameter
     * @param raw its value in this computation
     * @param parameters gives each of the rule's own {@link #parameters} in this computation
     * @return a variable of the weight's shape
     */
    Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters);

    /** The rule's own parameters, to be trained with the network's: see {@link Network#extended}. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** The weight itself. */
    static Reparametrization unchanged() {
        return (weight, raw, parameters) -> raw;
    }
}
