package lipschitzlab.constraint;

import java.util.List;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.network.BoundNetwork;

/** The critic's slope at each of some points, to be differentiated again with respect to the critic's parameters. */
final class Slopes {
    private Slopes() {}

    /**
     * ‖∇D‖₂² at each point.
     *
     * @param points {@code [n, …]}; their values count, not how they were made
     * @return {@code [n]}
     */
    static Var squares(BoundNetwork critic, Var points) {
        Var free = Var.variable(points.engine(), points.value());
        Var output = critic.apply(free);
        return Gradients.ofSum(output, List.of(free), true).get(0).square().rowSum();
    }
}
