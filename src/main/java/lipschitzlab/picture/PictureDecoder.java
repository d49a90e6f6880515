package lipschitzlab.picture;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
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

/** Reads one picture, PNG, JPEG, BMP or GIF (of which it takes the first). */
final class PictureDecoder {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "gif");

    /** The largest region that is decoded. */
    private static final long MAX_PIXELS = 1L << 26;

    private PictureDecoder() {}

    /** What is done with an open picture. */
    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    /**
     * The picture in a file, scaled.
     *
     * @return of the scaling's shape, unsigned
     * @throws IOException if it is no picture, broken or too large; the message says which, in a few words
     */
    static byte[] read(Path file, PictureScaling scaling) throws IOException {
        return with(file, reader -> {
            Rectangle region = scaling.region(reader.getWidth(0), reader.getHeight(0));
            return scaling.scale(region.width, region.height, ImageRows.of(image(file, reader, region)));
        });
    }

    /** Its width and height in pixels, without reading more than is needed to know them. */
    static Dimension size(Path file) throws IOException {
        return with(file, reader -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
    }

    /** The mean luma of the pixels at its four edges, from 0 to 255. */
    static double edge(Path file) throws IOException {
        return with(file, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            PictureScaling.Rows rows = ImageRows.of(image(file, reader, new Rectangle(width, height)));
            double[] row = new double[3 * width];
            double sum = 0;
            long count = 0;
            for (int y = 0; y < height; y++) {
                rows.read(y, row);
                int step = y == 0 || y == height - 1 ? 1 : Math.max(1, width - 1);
                for (int x = 0; x < width; x += step) {
                    sum += PictureScaling.luma(row, width, x);
                    count++;
                }
            }
            return sum / count;
        });
    }

    private static <T> T with(Path file, Use<T> use) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                return use.of(reader);
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

    private static BufferedImage image(Path file, ImageReader reader, Rectangle region) throws IOException {
        long pixels = (long) region.width * region.height;
        if (pixels > MAX_PIXELS) {
            throw new IOException("too large: " + reader.getWidth(0) + "×" + reader.getHeight(0));
        }
        HeapSpace.require(
                Integer.BYTES * pixels,
                Integer.BYTES * pixels,
                RegularFile.name(file),
                "a picture of " + reader.getWidth(0) + "×" + reader.getHeight(0) + " pixels");
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceRegion(region);
        boolean[] cutOff = {false};
        reader.addIIOReadWarningListener((source, warning) ->
                cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
        BufferedImage image = reader.read(0, part);
        if (cutOff[0]) {
            throw new IOException("cut short");
        }
        return image;
    }
}
