package lipschitzlab.plot;

import java.util.Arrays;
import lipschitzlab.compute.Shape;
import lipschitzlab.plot.style.DivergingScale;

/**
 * The derivative of a number with respect to a picture, as a picture: light where a brighter pixel makes the number larger, dark where
 * a darker one does, grey where neither does.
 *
 * @param width in pixels
 * @param height in pixels
 * @param change by how much the number changes for a pixel that is brighter by 1, row by row from the top: of a picture in colour in
 *     all of its channels alike, so the sum over them
 */
public record PixelGradient(int width, int height, float[] change) {
    /**
     * Adds up the channels.
     *
     * @param gradient row-major, as a picture of this shape, {@code [channel, height, width]}
     */
    public static PixelGradient of(float[] gradient, Shape shape) {
        int plane = shape.size(1) * shape.size(2);
        float[] change = new float[plane];
        for (int i = 0; i < gradient.length; i++) {
            change[i % plane] += gradient[i];
        }
        return new PixelGradient(shape.size(2), shape.size(1), change);
    }

    /** The change that has the full colour: the largest of any pixel; 0 if no pixel changes anything. */
    public double largest() {
        return FiniteValues.finite(change).map(Math::abs).max().orElse(0);
    }

    /** Pixel for pixel. */
    public Raster raster() {
        double largest = largest();
        int[] argb = new int[change.length];
        Arrays.setAll(argb, i -> DivergingScale.onGrey().argb(largest > 0 ? change[i] / largest : 0));
        return new Raster(width, height, argb);
    }

    /** The colours from the darkest to the lightest, of this many pixels, from left to right. */
    public static Raster legend(int length, int height) {
        int[] argb = new int[length * height];
        Arrays.setAll(argb, i -> DivergingScale.onGrey().argb(2.0 * (i % length) / (length - 1) - 1));
        return new Raster(length, height, argb);
    }
}
