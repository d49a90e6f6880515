package lipschitzlab.diagnostic;

import java.util.Arrays;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.LinearMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Golub and Kahan's bidiagonalization (1965): orthonormal u₁, u₂, …
 * and v₁, v₂, … with A·vₖ = αₖ·uₖ + βₖ₋₁·uₖ₋₁ and Aᵀ·uₖ = αₖ·vₖ + βₖ·vₖ₊₁, so that on their spans A is the upper bidiagonal
 * matrix B of the α and β. The vectors lose their orthogonality with time, which repeats singular values but leaves the
 * largest one right (Paige 1976); so only the newest two are held. Lives as long as the scope in which it was made.
 */
final class Bidiagonalization {
    private final Engine engine;
    private final LinearMap map;
    private final Array weight;
    private final Array left;
    private final Array right;
    private double[] alphas = new double[0];
    private double[] betas = new double[0];
    private int iterations;

    /**
     * The largest singular value of B.
     *
     * @param error how far a singular value of A may be from it at most
     */
    record Estimate(double value, double error) {}

    Bidiagonalization(Engine engine, LinearMap map, Array weight, RandomStream random) {
        this.engine = engine;
        this.map = map;
        this.weight = weight;
        Shape input = map.inputShape(1);
        this.right = engine.normalize(engine.of(random.gaussians(input.length()), input));
        this.left = engine.full(map.outputShape(1), 0);
    }

    /** How many times the map and its adjoint were applied. */
    int iterations() {
        return iterations;
    }

    /** Applies the map and its adjoint until both were applied so many times, or until a number is no longer finite. */
    void advance(int total) {
        alphas = Arrays.copyOf(alphas, total);
        betas = Arrays.copyOf(betas, total);
        while (iterations < total && isFinite()) {
            advance();
        }
    }

    private void advance() {
        try (Scope temporaries = engine.openScope()) {
            double before = iterations == 0 ? 0 : betas[iterations - 1];
            Array image = map.apply(engine, right, weight);
            alphas[iterations] = replace(left, engine.subtract(image, engine.scale(left, before)));
            Array back = map.adjoint(engine, left, weight);
            betas[iterations] = replace(right, engine.subtract(back, engine.scale(right, alphas[iterations])));
        }
        iterations++;
    }

    /** Makes the vector the direction of another, whose norm is returned. */
    private double replace(Array vector, Array next) {
        double norm = Math.sqrt(engine.read(engine.dot(next, next))[0]);
        engine.copy(norm == 0 ? next : engine.scale(next, 1 / norm), vector);
        return norm;
    }

    /**
     * The largest singular value of B; NaN if a number is not finite.
     *
     * <p>With B = PΣQᵀ, ‖Aᵀ·Up₁ − σ₁·Vq₁‖ is βₖ times the last element of p₁, and so far at most is a singular value of A from
     * σ₁, since A·Vq₁ = σ₁·Up₁.
     */
    Estimate estimate() {
        if (!isFinite()) {
            return new Estimate(Double.NaN, Double.NaN);
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(iterations, iterations, true, false, false);
        if (!svd.decompose(bidiagonal())) {
            throw new IllegalStateException(
                    "expected the singular values of a " + iterations + " x " + iterations + " matrix, found none");
        }
        double[] sigma = svd.getSingularValues();
        int top = 0;
        for (int i = 1; i < iterations; i++) {
            top = sigma[i] > sigma[top] ? i : top;
        }
        double last = svd.getU(null, false).get(iterations - 1, top);
        return new Estimate(sigma[top], betas[iterations - 1] * Math.abs(last));
    }

    private boolean isFinite() {
        return iterations == 0 || Double.isFinite(alphas[iterations - 1]) && Double.isFinite(betas[iterations - 1]);
    }

    private DMatrixRMaj bidiagonal() {
        DMatrixRMaj matrix = new DMatrixRMaj(iterations, iterations);
        for (int i = 0; i < iterations; i++) {
            matrix.set(i, i, alphas[i]);
            if (i > 0) {
                matrix.set(i - 1, i, betas[i - 1]);
            }
        }
        return matrix;
    }
}
