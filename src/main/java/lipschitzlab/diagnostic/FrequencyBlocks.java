package lipschitzlab.diagnostic;

import java.util.Arrays;
import lipschitzlab.compute.ConvolutionGeometry;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The matrices {@code [out, in]}, one for each frequency, that a convolution of stride 1 is under circular padding. */
final class FrequencyBlocks {
    private final float[] kernel;
    private final ConvolutionGeometry geometry;

    FrequencyBlocks(float[] kernel, ConvolutionGeometry geometry) {
        this.kernel = kernel;
        this.geometry = geometry;
    }

    /** The singular values of all frequencies' matrices, falling. */
    double[] singularValues() {
        int count = FrequencyBlocks.count(geometry);
        int height = geometry.inputHeight();
        int width = geometry.inputWidth();
        int perFrequency = Math.min(geometry.inputChannels(), geometry.outputChannels());
        double[] values = new double[count];
        int filled = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int copies = copies(row, column);
                double[] block = copies > 0 ? singularValues(row, column) : new double[0];
                for (int i = 0; i < copies; i++) {
                    System.arraycopy(block, 0, values, filled, perFrequency);
                    filled += perFrequency;
                }
            }
        }
        Arrays.sort(values);
        return reversed(values);
    }

    /**
     * How many frequencies this one stands for. The kernel is real, so a frequency's block is the conjugate of that of the
     * opposite frequency and has the same singular values: the first of the two stands for both.
     */
    private int copies(int row, int column) {
        int oppositeRow = (geometry.inputHeight() - row) % geometry.inputHeight();
        int oppositeColumn = (geometry.inputWidth() - column) % geometry.inputWidth();
        int here = row * geometry.inputWidth() + column;
        return Integer.compare(oppositeRow * geometry.inputWidth() + oppositeColumn, here) + 1;
    }

    /** Of the complex block R + iI, as those of the real matrix [R, −I; I, R], which has each of them twice. */
    private double[] singularValues(int row, int column) {
        boolean wide = geometry.inputChannels() > geometry.outputChannels();
        DMatrixRMaj block = block(row, column);
        DMatrixRMaj gram = new DMatrixRMaj(1, 1);
        if (wide) {
            CommonOps_DDRM.multOuter(block, gram);
        } else {
            CommonOps_DDRM.multInner(block, gram);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(gram.numRows, false, true);
        double[] twice = new double[gram.numRows];
        boolean found = eigen.decompose(gram);
        for (int i = 0; i < twice.length; i++) {
            // Rounding can leave an eigenvalue of 0 a little below it.
            twice[i] = found ? Math.sqrt(Math.max(0, eigen.getEigenvalue(i).real)) : Double.NaN;
        }
        Arrays.sort(twice);
        double[] once = new double[twice.length / 2];
        for (int i = 0; i < once.length; i++) {
            once[i] = twice[2 * i];
        }
        return once;
    }

    private DMatrixRMaj block(int row, int column) {
        int outputs = geometry.outputChannels();
        int inputs = geometry.inputChannels();
        double[][] wave = wave(row, column);
        DMatrixRMaj block = new DMatrixRMaj(2 * outputs, 2 * inputs);
        for (int out = 0; out < outputs; out++) {
            for (int in = 0; in < inputs; in++) {
                int first = (out * inputs + in) * wave[0].length;
                double real = product(wave[0], first);
                double imaginary = product(wave[1], first);
                block.set(out, in, real);
                block.set(out, inputs + in, -imaginary);
                block.set(outputs + out, in, imaginary);
                block.set(outputs + out, inputs + in, real);
            }
        }
        return block;
    }

    /** Cosine and sine of the frequency at each of the kernel's elements. */
    private double[][] wave(int row, int column) {
        int kernelSize = geometry.kernel();
        double[][] wave = new double[2][kernelSize * kernelSize];
        for (int y = 0; y < kernelSize; y++) {
            for (int x = 0; x < kernelSize; x++) {
                double turns = (double) row * y / geometry.inputHeight() + (double) column * x / geometry.inputWidth();
                wave[0][y * kernelSize + x] = Math.cos(2 * Math.PI * turns);
                wave[1][y * kernelSize + x] = Math.sin(2 * Math.PI * turns);
            }
        }
        return wave;
    }

    private double product(double[] wave, int first) {
        double sum = 0;
        for (int i = 0; i < wave.length; i++) {
            sum += wave[i] * kernel[first + i];
        }
        return sum;
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    /** How many singular values all frequencies have together. */
    static int count(ConvolutionGeometry geometry) {
        return geometry.inputHeight()
                * geometry.inputWidth()
                * Math.min(geometry.inputChannels(), geometry.outputChannels());
    }
}
