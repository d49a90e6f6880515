package lipschitzlab.constraint;

import java.util.List;
import java.util.Optional;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;

/** D(x) = ⟨w, x⟩ on three numbers: its slope is w everywhere, so that penalties have closed forms. */
final class LinearCritic {
    static final int ROWS = 4;

    private final ReferenceEngine engine;
    private final Network network;

    LinearCritic(ReferenceEngine engine, float... w) {
        this.engine = engine;
        this.network = Networks.critic(engine, new Mlp(List.of(1), 1), Shape.of(w.length), 1);
        engine.write(network.weights().get(0).value(), w);
        engine.write(network.weights().get(1).value(), new float[] {1});
    }

    /** A penalty and its gradient with respect to w. */
    record Result(double value, double[] gradient) {}

    /** What a kind of constraint with these settings adds to the loss; nothing if it adds nothing. */
    Optional<Result> penalty(ConstraintKind kind, String... settings) {
        Values values = ByKey.with(new Values(kind.settings()), settings);
        Constraint constraint = kind.create(network, values, TestStreams.of(1, "test"));
        BoundNetwork bound = constraint.constrain(network).bind(constraint, true);
        return constraint
                .penalty(bound, batch("real"), batch("fake"), TestStreams.of(1, "penalty"))
                .map(penalty -> result(penalty, bound));
    }

    private Result result(Var penalty, BoundNetwork bound) {
        Var gradient = Gradients.of(penalty, bound.variables(), false).get(0);
        return new Result(engine.readDoubles(penalty.value())[0], engine.readDoubles(gradient.value()));
    }

    private Var batch(String purpose) {
        int length = network.weights().get(0).shape().size(0);
        float[] numbers = TestStreams.of(1, purpose).gaussians(ROWS * length);
        return Var.constant(engine, engine.of(numbers, Shape.of(ROWS, length)));
    }
}
