package lipschitzlab.diagnostic.sample;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The squared Fréchet distance between two Gaussians that have the means and covariances of two sets of samples,
 * ‖μ₁ − μ₂‖² + Tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½) (Dowson and Landau 1982; as a measure of generated pictures Heusel et al. 2017).
 *
 * <p>Of finite sets it is too large on average, the more so the fewer samples and the more features there are (Bińkowski et al. 2018): values compare only at equal numbers of samples and equal features.
 */
public final class FrechetDistance {
    private final FeatureRows set;
    private final Moments moments;
    /** The root of the set's covariance; none if it was not found. */
    private final DMatrixRMaj root;

    private FrechetDistance(FeatureRows set) {
        this.set = set;
        this.moments = set.isFinite() ? Moments.of(set) : null;
        this.root = moments == null ? null : root(moments.covariance());
    }

    /**
     * Distances from one set of samples.
     *
     * @throws IllegalArgumentException if it has fewer than 2
     */
    public static FrechetDistance from(FeatureRows set) {
        return new FrechetDistance(set.requireCount(2));
    }

    /** The distance between two sets, of any numbers of samples from 2 on. */
    public static double between(FeatureRows a, FeatureRows b) {
        return from(a).to(b);
    }

    /**
     * The distance to another set.
     *
     * @return in squared units of the features, 0 or more up to rounding; NaN if a feature is not finite or an iteration for eigenvalues
     *     did not converge
     * @throws IllegalArgumentException if it has fewer than 2 samples, or other features
     */
    public double to(FeatureRows other) {
        set.requireAlike(other).requireCount(2);
        if (root == null || !other.isFinite()) {
            return Double.NaN;
        }
        Moments others = Moments.of(other);
        double moved = 0;
        for (int i = 0; i < set.dimension(); i++) {
            double difference = moments.mean()[i] - others.mean()[i];
            moved += difference * difference;
        }
        return moved
                + CommonOps_DDRM.trace(moments.covariance())
                + CommonOps_DDRM.trace(others.covariance())
                - 2 * traceOfRoot(others.covariance());
    }

    /** Tr (Σ₁Σ₂)^½: the product has the eigenvalues of the symmetric Σ₁^½ Σ₂ Σ₁^½, none of which is negative. */
    private double traceOfRoot(DMatrixRMaj covariance) {
        int size = root.numRows;
        DMatrixRMaj half = new DMatrixRMaj(size, size);
        DMatrixRMaj whole = new DMatrixRMaj(size, size);
        CommonOps_DDRM.mult(root, covariance, half);
        CommonOps_DDRM.mult(half, root, whole);
        symmetrize(whole);
        EigenDecomposition_F64<DMatrixRMaj> values = DecompositionFactory_DDRM.eig(size, false, true);
        if (!values.decompose(whole)) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += rootOf(values.getEigenvalue(i).getReal());
        }
        return sum;
    }

    /** Q Λ^½ Qᵀ, or null if the iteration did not converge. */
    private static DMatrixRMaj root(DMatrixRMaj covariance) {
        int size = covariance.numRows;
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(size, true, true);
        if (!decomposition.decompose(covariance.copy())) {
            return null;
        }
        DMatrixRMaj vectors = new DMatrixRMaj(size, size);
        DMatrixRMaj scaled = new DMatrixRMaj(size, size);
        for (int column = 0; column < size; column++) {
            double factor = rootOf(decomposition.getEigenvalue(column).getReal());
            DMatrixRMaj vector = decomposition.getEigenVector(column);
            for (int row = 0; row < size; row++) {
                vectors.set(row, column, vector.get(row));
                scaled.set(row, column, factor * vector.get(row));
            }
        }
        DMatrixRMaj root = new DMatrixRMaj(size, size);
        CommonOps_DDRM.multTransB(scaled, vectors, root);
        return root;
    }

    /** Of an eigenvalue that is negative by rounding alone, 0. */
    private static double rootOf(double value) {
        return Math.sqrt(Math.max(0, value));
    }

    private static void symmetrize(DMatrixRMaj matrix) {
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
                matrix.set(i, j, mean);
                matrix.set(j, i, mean);
            }
        }
    }

    /** The mean, and the covariance with n − 1 below. */
    private record Moments(double[] mean, DMatrixRMaj covariance) {
        static Moments of(FeatureRows rows) {
            int count = rows.count();
            int dimension = rows.dimension();
            double[] mean = new double[dimension];
            for (int i = 0; i < rows.values().length; i++) {
                mean[i % dimension] += rows.values()[i];
            }
            for (int j = 0; j < dimension; j++) {
                mean[j] /= count;
            }
            DMatrixRMaj centred = new DMatrixRMaj(count, dimension);
            for (int i = 0; i < rows.values().length; i++) {
                centred.data[i] = rows.values()[i] - mean[i % dimension];
            }
            DMatrixRMaj covariance = new DMatrixRMaj(dimension, dimension);
            CommonOps_DDRM.multInner(centred, covariance);
            CommonOps_DDRM.scale(1.0 / (count - 1), covariance);
            return new Moments(mean, covariance);
        }
    }
}
