package lipschitzlab.diagnostic;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.network.LinearMap;

/**
 * The operator norm of a linear map, that is its largest singular value as the map really is: of a convolution with its
 * stride, padding and input size, which the reshaped kernel's largest singular value is not.
 *
 * <p>It is found as a power iteration finds it, by applying the map and its adjoint in turn to a random vector, but from all
 * of the iterates instead of the last: Golub and Kahan (1965) bidiagonalize the map on the space that they span, and the
 * largest singular value of that small matrix is the best estimate which the space holds. A convolution's largest singular
 * values lie close together, and the last iterate alone would need some ten times as many steps. The estimate comes from
 * below.
 *
 * @param value the estimate, in the unit of the weights; NaN if a number was not finite
 * @param iterations how many times the map and its adjoint were applied; 0 if the value was taken from a complete spectrum
 * @param converged whether a true singular value lies within the tolerance of the estimate
 */
public record OperatorNorm(double value, int iterations, boolean converged) {
    /** The usual tolerance, relative to the value. */
    public static final double TOLERANCE = 1e-4;

    /** The usual largest number of iterations. */
    public static final int LIMIT = 100;

    /**
     * Estimates the norm to the usual {@link #TOLERANCE} within the usual {@link #LIMIT}.
     *
     * @param weight of the map, on this engine
     * @param random the vector to start with; equal keys give equal vectors
     */
    public static OperatorNorm of(Engine engine, LinearMap map, Array weight, RandomStream random) {
        return of(engine, map, weight, random, TOLERANCE, LIMIT);
    }

    /**
     * Estimates the norm.
     *
     * @param weight of the map, on this engine
     * @param random the vector to start with; equal keys give equal vectors
     * @param tolerance how far from a true singular value the estimate may be, relative to itself
     * @param limit the largest number of iterations, 1 or more
     * @throws IllegalArgumentException if the tolerance is not above 0 or the limit is below 1
     */
    public static OperatorNorm of(
            Engine engine, LinearMap map, Array weight, RandomStream random, double tolerance, int limit) {
        if (!(tolerance > 0) || limit < 1) {
            throw new IllegalArgumentException(
                    "expected a tolerance above 0 and 1 iteration or more, found " + tolerance + " and " + limit);
        }
        try (Scope temporaries = engine.openScope()) {
            Bidiagonalization krylov = new Bidiagonalization(engine, map, weight, random);
            while (true) {
                krylov.advance(Math.min(limit, krylov.iterations() * 9 / 8 + 1));
                Bidiagonalization.Estimate estimate = krylov.estimate();
                boolean converged = estimate.error() <= tolerance * estimate.value();
                boolean lost = Double.isNaN(estimate.value());
                if (converged || lost || krylov.iterations() == limit) {
                    return new OperatorNorm(estimate.value(), krylov.iterations(), converged);
                }
            }
        }
    }

    /** What is known from a complete spectrum, falling. */
    static OperatorNorm ofSpectrum(double[] sigma) {
        return new OperatorNorm(sigma[0], 0, !Double.isNaN(sigma[0]));
    }
}
