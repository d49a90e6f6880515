package lipschitzlab.constraint;

import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/** Points on the lines between real and fake samples. */
public final class Interpolation {
    private Interpolation() {}

    /**
     * x̂ = εx + (1−ε)x̃ with ε from U[0, 1), one for each pair (Gulrajani et al. 2017, algorithm 1, lines 4 to 6).
     *
     * @param real x, {@code [n, …]}
     * @param fake x̃, of the same shape
     * @return x̂, of the same shape, to differentiate with respect to
     */
    public static Var between(Var real, Var fake, RandomStream random) {
        Engine engine = real.engine();
        int rows = real.shape().size(0);
        Array epsilon = engine.of(random.uniforms(rows, 0, 1), Shape.of(rows));
        return Var.variable(engine, engine.interpolate(real.value(), fake.value(), epsilon));
    }
}
