package lipschitzlab.compute;

/**
 * The sizes of a two-dimensional convolution (cross-correlation) with square kernel, stride and zero padding. One geometry
 * describes the convolution and both of its adjoints.
 *
 * @param inputChannels channels of the convolution's input
 * @param inputHeight height of the convolution's input
 * @param inputWidth width of the convolution's input
 * @param outputChannels channels of the convolution's output
 * @param kernel the kernel's height and width
 * @param stride the step between two applications of the kernel
 * @param padding zeros added on each side
 */
public record ConvolutionGeometry(
        int inputChannels, int inputHeight, int inputWidth, int outputChannels, int kernel, int stride, int padding) {

    /** ⌊(height + 2·padding − kernel) / stride⌋ + 1. */
    public int outputHeight() {
        return (inputHeight + 2 * padding - kernel) / stride + 1;
    }

    /** ⌊(width + 2·padding − kernel) / stride⌋ + 1. */
    public int outputWidth() {
        return (inputWidth + 2 * padding - kernel) / stride + 1;
    }

    /** Rows at the end of the input that the kernel never reaches, since they do not fill a stride. */
    public int unreachedRows() {
        return unreached(inputHeight, outputHeight());
    }

    /** Columns at the end of the input that the kernel never reaches. */
    public int unreachedColumns() {
        return unreached(inputWidth, outputWidth());
    }

    private int unreached(int input, int output) {
        return input + 2 * padding - kernel - (output - 1) * stride;
    }

    /** {@code [batch, inputChannels, inputHeight, inputWidth]}. */
    public Shape inputShape(int batch) {
        return Shape.of(batch, inputChannels, inputHeight, inputWidth);
    }

    /** {@code [batch, outputChannels, outputHeight, outputWidth]}. */
    public Shape outputShape(int batch) {
        return Shape.of(batch, outputChannels, outputHeight(), outputWidth());
    }

    /** {@code [outputChannels, inputChannels, kernel, kernel]}. */
    public Shape weightShape() {
        return Shape.of(outputChannels, inputChannels, kernel, kernel);
    }
}
