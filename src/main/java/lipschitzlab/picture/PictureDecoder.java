package lipschitzlab.picture;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/**
 * Reads one picture, PNG, JPEG, BMP or GIF (of which it takes the first), and scales the square in its middle. What is transparent lies on
 * white.
 */
final class PictureDecoder {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "gif");
    private static final int WHITE = 255;

    /** The largest square that is decoded. */
    private static final long MAX_PIXELS = 1L << 26;

    private final PictureScaling scaling;

    PictureDecoder(PictureScaling scaling) {
        this.scaling = scaling;
    }

    /**
     * The picture in a file.
     *
     * @return of the scaling's shape, unsigned
     * @throws IOException if it is no picture, broken or too large; the message says which, in a few words
     */
    byte[] read(Path file) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                return scaled(file, reader);
            } finally {
                reader.dispose();
            }
        } catch (InputException noRoom) {
            throw noRoom;
        } catch (RuntimeException broken) {
            // The readers of the JDK throw whatever comes where a file contradicts itself.
            throw new IOException("broken", broken);
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new IOException("no PNG, JPEG, BMP or GIF picture");
    }

    private byte[] scaled(Path file, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int side = Math.min(width, height);
        if ((long) side * side > MAX_PIXELS) {
            throw new IOException("too large: " + width + "×" + height);
        }
        HeapSpace.require(
                (long) Integer.BYTES * side * side,
                (long) Integer.BYTES * side * side,
                RegularFile.name(file),
                "a picture of " + width + "×" + height + " pixels");
        ImageReadParam middle = reader.getDefaultReadParam();
        middle.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        boolean[] cutOff = {false};
        reader.addIIOReadWarningListener((source, warning) ->
                cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
        BufferedImage image = reader.read(0, middle);
        if (cutOff[0]) {
            throw new IOException("cut short");
        }
        return scaling.scale(side, rows(image));
    }

    private static PictureScaling.Rows rows(BufferedImage image) {
        boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return grey ? greyRows(image) : colourRows(image);
    }

    private static PictureScaling.Rows colourRows(BufferedImage image) {
        int side = image.getWidth();
        int[] argb = new int[side];
        return (y, row) -> {
            image.getRGB(0, y, side, 1, argb, 0, side);
            for (int x = 0; x < side; x++) {
                double opacity = (argb[x] >>> 24) / 255.0;
                for (int channel = 0; channel < 3; channel++) {
                    row[channel * side + x] = onWhite(argb[x] >> 16 - 8 * channel & 0xFF, opacity);
                }
            }
        };
    }

    /** Takes the levels as they stand in the file; {@code getRGB} holds them for linear light and brightens them. */
    private static PictureScaling.Rows greyRows(BufferedImage image) {
        int side = image.getWidth();
        Raster raster = image.getRaster();
        boolean alpha = image.getColorModel().hasAlpha();
        double most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        double[] levels = new double[side];
        double[] opacities = new double[side];
        return (y, row) -> {
            raster.getSamples(0, y, side, 1, 0, levels);
            if (alpha) {
                raster.getSamples(0, y, side, 1, 1, opacities);
            }
            for (int x = 0; x < side; x++) {
                double level = onWhite(levels[x] / most * WHITE, alpha ? opacities[x] / most : 1);
                for (int channel = 0; channel < 3; channel++) {
                    row[channel * side + x] = level;
                }
            }
        };
    }

    private static double onWhite(double level, double opacity) {
        return WHITE + opacity * (level - WHITE);
    }
}
