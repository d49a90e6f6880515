package lipschitzlab.diagnostic;

import java.util.List;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;

/**
 * How a critic's score of one sample changes with each of its numbers. The critic must judge each sample by itself, as one without
 * batch normalization does.
 *
 * @param value D(x)
 * @param gradient ∂D/∂x, row-major {@code […sample]}
 * @param norm ‖∂D/∂x‖₂, over all axes of the sample
 */
public record InputGradient(double value, float[] gradient, double norm) {
    /**
     * Measures, and frees what it made.
     *
     * @param critic for the class of this sample, if it reads classes
     * @param shape of the sample
     * @param sample row-major {@code […sample]}
     */
    public static InputGradient at(BoundNetwork critic, Shape shape, float[] sample) {
        Engine engine = critic.network().engine();
        try (Scope temporaries = engine.openScope()) {
            Var x = Var.variable(engine, engine.of(sample, shape.batchOf(1)));
            Var score = critic.apply(x);
            Var gradient = Gradients.of(score.sum(), List.of(x), false).get(0);
            float[] numbers = engine.read(gradient.value());
            return new InputGradient(engine.read(score.value())[0], numbers, CriticSlopes.rowNorms(numbers, 1)[0]);
        }
    }
}
