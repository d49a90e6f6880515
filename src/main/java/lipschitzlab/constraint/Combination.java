package lipschitzlab.constraint;

import java.util.HashMap;
import java.util.List;
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

/** Several constraints on one critic, each doing its part. */
final class Combination implements Constraint {
    private final List<Constraint> parts;

    Combination(List<Constraint> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public List<Parameter> parameters() {
        return parts.stream().flatMap(part -> part.parameters().stream()).toList();
    }

    @Override
    public Optional<Layer> following(Layer layer) {
        return parts.stream().flatMap(part -> part.following(layer).stream()).findFirst();
    }

    @Override
    public void beforeCriticStep(Network critic) {
        parts.forEach(part -> part.beforeCriticStep(critic));
    }

    @Override
    public void beforeGeneratorStep(Network critic) {
        parts.forEach(part -> part.beforeGeneratorStep(critic));
    }

    @Override
    public Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters) {
        Var used = raw;
        for (Constraint part : parts) {
            used = part.effectiveWeight(weight, used, parameters);
        }
        return used;
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        return parts.stream()
                .flatMap(part -> part.penalty(critic, real, fake, random).stream())
                .reduce(Var::add);
    }

    @Override
    public void afterCriticStep(Network critic) {
        parts.forEach(part -> part.afterCriticStep(critic));
    }

    @Override
    public Optional<SingularTriplet> leadingTriplet(Parameter weight) {
        return parts.stream()
                .flatMap(part -> part.leadingTriplet(weight).stream())
                .findFirst();
    }

    /** Methods that keep something exclude each other, so that no name stands twice. */
    @Override
    public Map<String, Array> kept(Parameter weight) {
        Map<String, Array> all = new HashMap<>();
        parts.forEach(part -> all.putAll(part.kept(weight)));
        return all;
    }

    @Override
    public void close() {
        parts.forEach(Constraint::close);
    }
}
