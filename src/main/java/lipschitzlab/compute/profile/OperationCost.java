package lipschitzlab.compute.profile;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;

/**
 * How much an operation had to do.
 *
 * @param sizes in words, such as "16→32, 4×4/2, 28×28 to 14×14"; empty where they do not matter
 * @param flops the floating-point operations of its products, as {@link FlopCounter} counts them
 */
record OperationCost(String sizes, long flops) {
    /** Of an operation whose sizes do not matter. */
    static final OperationCost UNKNOWN = new OperationCost("", 0);

    /** No product, and a result of that many elements. */
    static OperationCost ofElements(Array result) {
        return new OperationCost(result.shape().length() + " elements", 0);
    }

    /** The product of two matrices, each transposed first if so asked. */
    static OperationCost ofProduct(Array a, boolean transposeA, Array b, boolean transposeB) {
        long n = a.shape().size(transposeA ? 1 : 0);
        long k = a.shape().size(transposeA ? 0 : 1);
        long m = b.shape().size(transposeB ? 0 : 1);
        return new OperationCost(a.shape() + " × " + b.shape(), 2 * n * k * m);
    }

    /**
     * Convolutions of one geometry, or their adjoints.
     *
     * @param samples as many as this array has rows
     * @param times how many
     */
    static OperationCost ofConvolution(Array samples, ConvolutionGeometry g, int times) {
        long outputs = (long) samples.shape().size(0) * g.outputChannels() * g.outputHeight() * g.outputWidth();
        String sizes = g.inputChannels() + "→" + g.outputChannels() + ", " + g.kernel() + "×" + g.kernel() + "/"
                + g.stride() + ", " + g.inputHeight() + "×" + g.inputWidth() + " to " + g.outputHeight() + "×"
                + g.outputWidth();
        return new OperationCost(sizes, times * 2 * outputs * g.inputChannels() * g.kernel() * g.kernel());
    }
}
