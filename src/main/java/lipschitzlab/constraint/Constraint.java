package lipschitzlab.constraint;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.Reparametrization;

/**
 * A method that constrains one critic. It implements as few hooks as it can. It is made for a critic as the
 * architecture has it; {@link #constrain} gives the critic that trains. The lane calls the other hooks inside a step's scope.
 */
public interface Constraint extends Reparametrization, AutoCloseable {
    /** The critic to train: with the layers that this method adds, and with its own parameters beside the layers'. */
    default Network constrain(Network critic) {
        return critic.extended(this::following, parameters());
    }

    /** The layer that this method puts behind one of the critic's layers, the same object at every call; none by default. */
    default Optional<Layer> following(Layer layer) {
        return Optional.empty();
    }

    /** Before each of the critic's updates, and at no other time. */
    default void beforeCriticStep(Network critic) {}

    /** Before each update of a generator that learns, and at no other time. */
    default void beforeGeneratorStep(Network critic) {}

    /** What a layer of the critic uses in place of its weight; must not change any state. */
    @Override
    default Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters) {
        return raw;
    }

    /**
     * What is added to the critic's loss, its factor λ included. May be asked for several times in one update and must not change
     * any state: vectors that an iteration keeps advance in {@link #beforeCriticStep}.
     *
     * @param critic the critic of this update
     * @param real a batch of data, {@code [n, …]}
     * @param fake as many samples of the generator
     * @param random this update's stream, the same in every lane
     * @return {@code [1]}, or nothing
     */
    default Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        return Optional.empty();
    }

    /** After each of the critic's updates. */
    default void afterCriticStep(Network critic) {}

    /**
     * Where this method's own power iteration stands for a stored weight, if it has one; the card of spectra and the lessons
     * compare its σ with the exact one of that weight.
     *
     * @param weight a weight of the critic
     */
    default Optional<SingularTriplet> leadingTriplet(Parameter weight) {
        return Optional.empty();
    }

    /**
     * What this method keeps from one update to the next for a weight of the critic, beside its {@link #parameters}: arrays by name, such
     * as the u and v of a power iteration, which it goes on to change. A run that is resumed puts them back.
     */
    default Map<String, Array> kept(Parameter weight) {
        return Map.of();
    }

    /** Frees the method's state, its {@link #parameters} excepted: the critic that they were added to frees these. */
    @Override
    default void close() {}
}
