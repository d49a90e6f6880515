package lipschitzlab.compute.nd4j.cpu;

import java.util.Arrays;
import lipschitzlab.compute.ConvolutionGeometry;

/**
 * The im2col matrix of one image, {@code [channel·kernel·kernel, outputHeight·outputWidth]}: its columns are the patches of
 * the image that a convolution's kernel sees. The convolution is the product of its weight, seen as {@code [out,
 * channel·kernel·kernel]}, with it (Chellapilla, Puri and Simard 2006, section 3.1).
 */
final class Im2col {
    private final ConvolutionGeometry geometry;
    private final float[] image;
    private final float[] matrix;

    Im2col(ConvolutionGeometry geometry) {
        this.geometry = geometry;
        this.image = new float[geometry.inputShape(1).length()];
        this.matrix = new float[rows() * columns()];
    }

    /** The matrix's rows, one for each of a patch's numbers. */
    int rows() {
        return geometry.inputChannels() * geometry.kernel() * geometry.kernel();
    }

    /** The matrix's columns, one for each patch. */
    int columns() {
        return geometry.outputHeight() * geometry.outputWidth();
    }

    /** The image {@code [channel, height, width]}, to be filled before {@link #unfold} or read after {@link #fold}. */
    float[] image() {
        return image;
    }

    /** The matrix, to be read after {@link #unfold} or filled before {@link #fold}. */
    float[] matrix() {
        return matrix;
    }

    /** Copies the image's patches into the matrix, zeros where they reach over its border. */
    void unfold() {
        eachRow(this::unfoldRow);
    }

    /** Adds up in the image what the matrix has for each of its pixels: the adjoint of {@link #unfold}. */
    void fold() {
        Arrays.fill(image, 0);
        eachRow(this::foldRow);
    }

    /** Takes a row of the matrix: one element of the kernel on one channel. */
    private interface RowVisitor {
        void visit(int row, int channel, int down, int right);
    }

    private void eachRow(RowVisitor visitor) {
        int row = 0;
        for (int channel = 0; channel < geometry.inputChannels(); channel++) {
            for (int down = 0; down < geometry.kernel(); down++) {
                for (int right = 0; right < geometry.kernel(); right++) {
                    visitor.visit(row, channel, down, right);
                    row++;
                }
            }
        }
    }

    private void unfoldRow(int row, int channel, int down, int right) {
        int width = geometry.outputWidth();
        int stride = geometry.stride();
        int first = firstInside(right);
        int end = endInside(right);
        for (int line = 0; line < geometry.outputHeight(); line++) {
            int to = row * columns() + line * width;
            int seen = line * stride + down - geometry.padding();
            if (seen < 0 || seen >= geometry.inputHeight()) {
                Arrays.fill(matrix, to, to + width, 0);
                continue;
            }
            int from = start(channel, seen, right);
            Arrays.fill(matrix, to, to + first, 0);
            for (int i = first; i < end; i++) {
                matrix[to + i] = image[from + i * stride];
            }
            Arrays.fill(matrix, to + end, to + width, 0);
        }
    }

    private void foldRow(int row, int channel, int down, int right) {
        int stride = geometry.stride();
        int first = firstInside(right);
        int end = endInside(right);
        for (int line = 0; line < geometry.outputHeight(); line++) {
            int seen = line * stride + down - geometry.padding();
            if (seen >= 0 && seen < geometry.inputHeight()) {
                int to = start(channel, seen, right);
                int from = row * columns() + line * geometry.outputWidth();
                for (int i = first; i < end; i++) {
                    image[to + i * stride] += matrix[from + i];
                }
            }
        }
    }

    /** Where the image has what a place of the kernel sees for a line's first output; before the line if that is padding. */
    private int start(int channel, int seenLine, int right) {
        return (channel * geometry.inputHeight() + seenLine) * geometry.inputWidth() + right - geometry.padding();
    }

    /** The first output of a line for which this place of the kernel sees no padding. */
    private int firstInside(int right) {
        return Math.min(geometry.outputWidth(), strides(geometry.padding() - right));
    }

    /** The first output of a line for which it sees padding again. */
    private int endInside(int right) {
        int end = strides(geometry.inputWidth() + geometry.padding() - right);
        return Math.max(firstInside(right), Math.min(geometry.outputWidth(), end));
    }

    /** How many strides cover this length. */
    private int strides(int length) {
        return (Math.max(0, length) + geometry.stride() - 1) / geometry.stride();
    }
}
