package lipschitzlab.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;

/**
 * A power iteration for the largest singular value of each of a critic's stored weights, whose vectors are kept from one critic
 * update to the next (Miyato et al. 2018, algorithm 1). Kernels are matrices as in {@link Parameter#matrixShape}.
 */
final class PowerIteration implements AutoCloseable {
    private static final int INITIAL_ITERATIONS = 20;

    private final Engine engine;
    private final Map<Parameter, Vectors> vectors = new HashMap<>();

    /** Singular vectors, as columns: u of the matrix's rows, v of its columns. */
    private record Vectors(Array u, Array v) {}

    /** Starts at random vectors and takes {@value #INITIAL_ITERATIONS} iterations. */
    PowerIteration(Network critic, RandomStream random) {
        this.engine = critic.engine();
        try (Scope temporaries = engine.openScope()) {
            for (Parameter weight : critic.weights()) {
                int rows = weight.matrixShape().size(0);
                Array start = engine.of(random.gaussians(rows), Shape.of(rows, 1));
                Array u = engine.keep(engine.normalize(start));
                Array v = engine.keep(engine.full(Shape.of(weight.matrixShape().size(1), 1), 0));
                vectors.put(weight, new Vectors(u, v));
            }
            iterate(critic.weights(), INITIAL_ITERATIONS);
        }
    }

    /** Goes on by so many iterations, 0 or more; before an update of the critic or the generator, and nowhere else. */
    void advance(Network critic, int iterations) {
        if (iterations > 0) {
            iterate(critic.weights(), iterations);
        }
    }

    /** v ← Wᵀu/‖Wᵀu‖, u ← Wv/‖Wv‖, of all weights side by side. */
    private void iterate(List<Parameter> weights, int times) {
        List<Array> matrices = new ArrayList<>();
        List<Array> us = new ArrayList<>();
        List<Array> vs = new ArrayList<>();
        for (Parameter weight : weights) {
            matrices.add(engine.reshape(weight.value(), weight.matrixShape()));
            us.add(vectors.get(weight).u());
            vs.add(vectors.get(weight).v());
        }
        for (int i = 0; i < times; i++) {
            vs = engine.normalizeEach(products(matrices, true, us));
            us = engine.normalizeEach(products(matrices, false, vs));
        }
        for (int i = 0; i < weights.size(); i++) {
            Vectors former = vectors.put(weights.get(i), new Vectors(engine.keep(us.get(i)), engine.keep(vs.get(i))));
            engine.free(former.u());
            engine.free(former.v());
        }
    }

    private List<Array> products(List<Array> matrices, boolean transpose, List<Array> vectors) {
        List<Array> products = new ArrayList<>();
        for (int i = 0; i < matrices.size(); i++) {
            products.add(engine.matmul(matrices.get(i), transpose, vectors.get(i), false));
        }
        return products;
    }

    /**
     * σ = uᵀWv, differentiable through W; u and v are constants (Miyato et al. 2018, equation 12).
     *
     * @param value the weight W, in its own shape
     * @return {@code [1]}
     */
    Var norm(Parameter weight, Var value) {
        Vectors current = vectors.get(weight);
        Array outer = engine.matmul(current.u(), false, current.v(), true);
        return value.dot(Var.constant(engine, engine.reshape(outer, weight.shape())));
    }

    /** σ = uᵀWv, u and v as they stand. */
    SingularTriplet triplet(Parameter weight) {
        Vectors current = vectors.get(weight);
        try (Scope temporaries = engine.openScope()) {
            Array matrix = engine.reshape(weight.value(), weight.matrixShape());
            Array image = engine.matmul(matrix, false, current.v(), false);
            double sigma = engine.read(engine.dot(current.u(), image))[0];
            return new SingularTriplet(sigma, engine.read(current.u()), engine.read(current.v()));
        }
    }

    /** u and v as they stand, by these names. */
    Map<String, Array> vectors(Parameter weight) {
        Vectors current = vectors.get(weight);
        return Map.of("u", current.u(), "v", current.v());
    }

    @Override
    public void close() {
        for (Vectors pair : vectors.values()) {
            engine.free(pair.u());
            engine.free(pair.v());
        }
    }
}
