package lipschitzlab.plot;

import java.awt.image.BufferedImage;

/**
 * A picture as plain numbers.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb {@code width·height} colours, row by row from the top; not premultiplied
 */
public record Raster(int width, int height, int[] argb) {
    /** Checks the length. */
    public Raster {
        if (argb.length != width * height) {
            throw new IllegalArgumentException("expected " + width + "×" + height + " colours, found " + argb.length);
        }
    }

    /** The same picture for AWT. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.getRaster().setDataElements(0, 0, width, height, argb);
        return image;
    }
}
