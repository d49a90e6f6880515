package lipschitzlab.network;

import lipschitzlab.autodiff.Var;

/** What a layer finds beside its input in one computation. */
@FunctionalInterface
public interface Binding {
    /** What the layer uses of a parameter. */
    Var of(Parameter parameter);

    /**
     * The class of each sample.
     *
     * @param rows how many samples there are
     * @return {@code [rows, classes]}: in each row 1 at the class, 0 elsewhere
     * @throws IllegalStateException if no classes were given
     */
    default Var classes(int rows) {
        throw new IllegalStateException("expected a class for each sample, found a network that was given none");
    }

    /** Told what each layer without layers inside it reads, before it does. */
    default void reads(Layer layer, Var input) {}
}
