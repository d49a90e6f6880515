package lipschitzlab.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lipschitzlab.autodiff.Var;

/**
 * Two ways from one input, whose outputs are added (He et al. 2016, equation 2).
 *
 * @param branch the layers of the residual function, one or more
 * @param shortcut the layers of the other way; none at all is the input itself
 */
public record ResidualBlock(List<Layer> branch, List<Layer> shortcut) implements Layer {
    /** Copies the lists. */
    public ResidualBlock {
        branch = List.copyOf(branch);
        shortcut = List.copyOf(shortcut);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(branch.stream(), shortcut.stream())
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public Stream<Layer> leaves() {
        return Stream.concat(branch.stream(), shortcut.stream()).flatMap(Layer::leaves);
    }

    @Override
    public Layer extended(Function<Layer, Optional<Layer>> following) {
        return new ResidualBlock(Sequence.extended(branch, following), Sequence.extended(shortcut, following));
    }

    @Override
    public int classes() {
        return Sequence.classes(leaves());
    }

    @Override
    public Var apply(Var x, Binding bound) {
        return Sequence.apply(branch, x, bound).add(Sequence.apply(shortcut, x, bound));
    }

    /** A sum moves two inputs apart by no more than its two parts do together. */
    @Override
    public LipschitzConstant lipschitz() {
        return new LipschitzConstant.Sum(List.of(Sequence.lipschitz(branch), Sequence.lipschitz(shortcut)));
    }
}
