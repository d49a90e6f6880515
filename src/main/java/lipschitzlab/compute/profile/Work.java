package lipschitzlab.compute.profile;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;

/**
 * How much an operation had to do.
 *
 * @param sizes in words, such as "16→32, 4×4/2, 28×28 to 14×14"; empty where they do not matter
 * @param products the arithmetic of its products, as {@link ProductCounter} counts it
 */
record Work(String sizes, long products) {
    /** Of an operation whose sizes do not matter. */
    static final Work UNKNOWN = new Work("", 0);

    /** No product, and a result of that many elements. */
    static Work ofElements(Array result) {
        return new Work(result.shape().length() + " elements", 0);
    }

    /** The product of two matrices, each transposed first if so asked. */
    static Work ofProduct(Array a, boolean transposeA, Array b, boolean transposeB) {
        long n = a.shape().size(transposeA ? 1 : 0);
        long k = a.shape().size(transposeA ? 0 : 1);
        long m = b.shape().size(transposeB ? 0 : 1);
        return new Work(a.shape() + " × " + b.shape(), 2 * n * k * m);
    }

    /**
     * Convolutions of one geometry, or their adjoints.
     *
     * @param samples as many as this array has rows
     * @param times how many
     */
    static Work ofConvolution(Array samples, ConvolutionGeometry g, int times) {
        long outputs = (long) samples.shape().size(0) * g.outputChannels() * g.outputHeight() * g.outputWidth();
        String sizes = g.inputChannels() + "→" + g.outputChannels() + ", " + g.kernel() + "×" + g.kernel() + "/"
                + g.stride() + ", " + g.inputHeight() + "×" + g.inputWidth() + " to " + g.outputHeight() + "×"
                + g.outputWidth();
        return new Work(sizes, times * 2 * outputs * g.inputChannels() * g.kernel() * g.kernel());
    }
}
