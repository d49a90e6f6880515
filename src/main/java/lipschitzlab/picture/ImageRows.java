package lipschitzlab.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** The rows of a decoded picture as red, green and blue from 0 to 255. What is transparent lies on white. */
final class ImageRows {
    private static final int WHITE = 255;

    private ImageRows() {}

    static PictureScaling.Rows of(BufferedImage image) {
        boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return grey ? grey(image) : colour(image);
    }

    private static PictureScaling.Rows colour(BufferedImage image) {
        int width = image.getWidth();
        int[] argb = new int[width];
        return (y, row) -> {
            image.getRGB(0, y, width, 1, argb, 0, width);
            for (int x = 0; x < width; x++) {
                double opacity = (argb[x] >>> 24) / 255.0;
                for (int channel = 0; channel < 3; channel++) {
                    row[channel * width + x] = onWhite(argb[x] >> 16 - 8 * channel & 0xFF, opacity);
                }
            }
        };
    }

    /** Takes the levels as they stand in the file; {@code getRGB} holds them for linear light and brightens them. */
    private static PictureScaling.Rows grey(BufferedImage image) {
        int width = image.getWidth();
        Raster raster = image.getRaster();
        boolean alpha = image.getColorModel().hasAlpha();
        double most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        double[] levels = new double[width];
        double[] opacities = new double[width];
        return (y, row) -> {
            raster.getSamples(0, y, width, 1, 0, levels);
            if (alpha) {
                raster.getSamples(0, y, width, 1, 1, opacities);
            }
            for (int x = 0; x < width; x++) {
                double level = onWhite(levels[x] / most * WHITE, alpha ? opacities[x] / most : 1);
                for (int channel = 0; channel < 3; channel++) {
                    row[channel * width + x] = level;
                }
            }
        };
    }

    private static double onWhite(double level, double opacity) {
        return WHITE + opacity * (level - WHITE);
    }
}
