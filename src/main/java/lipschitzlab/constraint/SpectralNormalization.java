package lipschitzlab.constraint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.SettingReader;

/**
 * Every layer uses W/σ(W), with σ = uᵀWv from a power iteration whose vectors are kept between updates (Miyato et al. 2018,
 * algorithm 1). u and v are constants; σ is differentiated through W (equation 12). The vectors advance once per critic
 * update and stand still for everything else.
 */
public final class SpectralNormalization implements Constraint {
    /** Power iterations per critic update. */
    public static final CountSetting POWER_ITERATIONS = new CountSetting(
            "powerIterations",
            "Power iterations",
            "",
            1,
            100,
            1,
            true,
            "Iterations per critic update that track each layer's largest singular value. The paper needs one.");

    private static final int INITIAL_ITERATIONS = 20;

    private final Engine engine;
    private final SettingReader values;
    private final Map<Parameter, Vectors> vectors = new HashMap<>();

    /** Singular vectors, as columns: u of the matrix's rows, v of its columns. */
    private record Vectors(Array u, Array v) {}

    SpectralNormalization(Network critic, SettingReader values, RandomStream random) {
        this.engine = critic.engine();
        this.values = values;
        try (Scope temporaries = engine.openScope()) {
            for (Parameter weight : critic.weights()) {
                int rows = weight.matrixShape().size(0);
                Array start = engine.of(random.gaussians(rows), Shape.of(rows, 1));
                Array u = engine.keep(engine.normalize(start));
                Array v = engine.keep(engine.full(Shape.of(weight.matrixShape().size(1), 1), 0));
                vectors.put(weight, new Vectors(u, v));
                iterate(weight, INITIAL_ITERATIONS);
            }
        }
    }

    @Override
    public void beforeCriticStep(Network critic) {
        int iterations = values.get(POWER_ITERATIONS);
        critic.weights().forEach(weight -> iterate(weight, iterations));
    }

    /** v ← Wᵀu/‖Wᵀu‖, u ← Wv/‖Wv‖. */
    private void iterate(Parameter weight, int times) {
        Vectors current = vectors.get(weight);
        Array matrix = engine.reshape(weight.value(), weight.matrixShape());
        Array u = current.u();
        Array v = current.v();
        for (int i = 0; i < times; i++) {
            v = engine.normalize(engine.matmul(matrix, true, u, false));
            u = engine.normalize(engine.matmul(matrix, false, v, false));
        }
        engine.copy(u, current.u());
        engine.copy(v, current.v());
    }

    @Override
    public Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters) {
        Vectors current = vectors.get(weight);
        Array outer = engine.matmul(current.u(), false, current.v(), true);
        Var direction = Var.constant(engine, engine.reshape(outer, weight.shape()));
        return raw.multiplyScalar(raw.dot(direction).reciprocal());
    }

    @Override
    public Optional<SingularTriplet> leadingTriplet(Parameter weight) {
        Vectors current = vectors.get(weight);
        return Optional.of(
                new SingularTriplet(estimatedNorm(weight), engine.read(current.u()), engine.read(current.v())));
    }

    /** σ = uᵀWv as it stands. */
    double estimatedNorm(Parameter weight) {
        Vectors current = vectors.get(weight);
        try (Scope temporaries = engine.openScope()) {
            Array matrix = engine.reshape(weight.value(), weight.matrixShape());
            Array image = engine.matmul(matrix, false, current.v(), false);
            return engine.read(engine.dot(current.u(), image))[0];
        }
    }

    @Override
    public void close() {
        for (Vectors pair : vectors.values()) {
            engine.free(pair.u());
            engine.free(pair.v());
        }
    }
}
