package lipschitzlab.diagnostic;

import java.util.Arrays;
import lipschitzlab.compute.ConvolutionGeometry;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** A convolution written out as the matrix that it is, element by element from its definition, and that matrix's SVD. */
final class ExplicitConvolution {
    private ExplicitConvolution() {}

    /** Singular values with zeros around the input, falling. */
    static double[] zeroPadded(float[] kernel, ConvolutionGeometry g) {
        return singularValues(matrix(kernel, g, g.outputHeight(), g.outputWidth(), false));
    }

    /** Singular values at stride 1 where the input is repeated on all sides, falling. */
    static double[] circular(float[] kernel, ConvolutionGeometry g) {
        return singularValues(matrix(kernel, g, g.inputHeight(), g.inputWidth(), true));
    }

    private static DMatrixRMaj matrix(
            float[] kernel, ConvolutionGeometry g, int outputHeight, int outputWidth, boolean circular) {
        DMatrixRMaj matrix = new DMatrixRMaj(
                g.outputChannels() * outputHeight * outputWidth, g.inputChannels() * g.inputHeight() * g.inputWidth());
        for (int out = 0; out < g.outputChannels(); out++) {
            for (int in = 0; in < g.inputChannels(); in++) {
                for (int y = 0; y < outputHeight; y++) {
                    for (int x = 0; x < outputWidth; x++) {
                        for (int ky = 0; ky < g.kernel(); ky++) {
                            for (int kx = 0; kx < g.kernel(); kx++) {
                                int row = y * g.stride() + ky - (circular ? 0 : g.padding());
                                int column = x * g.stride() + kx - (circular ? 0 : g.padding());
                                boolean inside =
                                        row >= 0 && row < g.inputHeight() && column >= 0 && column < g.inputWidth();
                                if (inside || circular) {
                                    int to = (out * outputHeight + y) * outputWidth + x;
                                    int from = (in * g.inputHeight() + row % g.inputHeight()) * g.inputWidth()
                                            + column % g.inputWidth();
                                    float weight = kernel[
                                            ((out * g.inputChannels() + in) * g.kernel() + ky) * g.kernel() + kx];
                                    matrix.add(to, from, weight);
                                }
                            }
                        }
                    }
                }
            }
        }
        return matrix;
    }

    private static double[] singularValues(DMatrixRMaj matrix) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
        svd.decompose(matrix);
        double[] sigma = Arrays.copyOf(svd.getSingularValues(), Math.min(matrix.numRows, matrix.numCols));
        Arrays.sort(sigma);
        for (int i = 0; i < sigma.length / 2; i++) {
            double swapped = sigma[i];
            sigma[i] = sigma[sigma.length - 1 - i];
            sigma[sigma.length - 1 - i] = swapped;
        }
        return sigma;
    }
}
