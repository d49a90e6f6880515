package lipschitzlab.diagnostic;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The singular values of a weight matrix, in double precision. A convolution's kernel is measured as the matrix
 * {@code [out, in·kh·kw]}, as spectral normalization does (Miyato et al. 2018); the largest value is then not
 * the convolution's operator norm but at most that.
 */
public final class SingularSpectrum {
    /** From this ratio of the sides on, a QR decomposition first saves time (measured: half at 1:4 and above). */
    private static final int STRONGLY_RECTANGULAR = 2;

    private SingularSpectrum() {}

    /**
     * All singular values.
     *
     * @param matrix {@code [rows, columns]} in row-major order
     * @return min(rows, columns) values, falling, in the unit of the weights; all NaN if the matrix holds a number that is
     *     not finite, or if the iteration did not converge
     * @throws IllegalArgumentException if the array's length is not rows · columns
     */
    public static double[] of(float[] matrix, int rows, int columns) {
        if (rows < 1 || columns < 1 || matrix.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "expected " + rows + " x " + columns + " numbers, found " + matrix.length);
        }
        int count = Math.min(rows, columns);
        return isFinite(matrix) ? falling(core(tall(matrix, rows, columns)), count) : unknown(count);
    }

    /**
     * The stable rank ‖W‖²_F / σ₁² (Rudelson and Vershynin 2007), from 1, where one direction swallows the layer, to the
     * number of singular values, where all are equal.
     *
     * @param sigma all singular values of W, falling
     * @return a pure number; NaN where it is not defined: for the zero matrix, and where a value is NaN
     */
    public static double stableRank(double[] sigma) {
        double sum = 0;
        for (double value : sigma) {
            // Divided before it is squared: a diverged layer's square may be beyond the largest double.
            double relative = value / sigma[0];
            sum += relative * relative;
        }
        return sum > 0 ? sum : Double.NaN;
    }

    static boolean isFinite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /** The matrix or its transpose, which has the same singular values, whichever has no more columns than rows. */
    private static DMatrixRMaj tall(float[] matrix, int rows, int columns) {
        boolean transpose = columns > rows;
        DMatrixRMaj tall = transpose ? new DMatrixRMaj(columns, rows) : new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = transpose ? j * rows + i : i * columns + j;
                tall.data[at] = matrix[i * columns + j];
            }
        }
        return tall;
    }

    /** A = QR has the singular values of the small square R; unlike AᵀA, R loses no digits of the small ones. */
    private static DMatrixRMaj core(DMatrixRMaj tall) {
        if (tall.numRows < STRONGLY_RECTANGULAR * tall.numCols) {
            return tall;
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(tall.numRows, tall.numCols);
        return qr.decompose(tall) ? qr.getR(null, true) : tall;
    }

    private static double[] falling(DMatrixRMaj matrix, int count) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
        if (!svd.decompose(matrix)) {
            return unknown(count);
        }
        double[] rising = Arrays.copyOf(svd.getSingularValues(), count);
        Arrays.sort(rising);
        double[] falling = new double[count];
        for (int i = 0; i < count; i++) {
            falling[i] = rising[count - 1 - i];
        }
        return falling;
    }

    static double[] unknown(int count) {
        double[] unknown = new double[count];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }
}
