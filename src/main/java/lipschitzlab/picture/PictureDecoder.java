package lipschitzlab.picture;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

/** Reads one picture, PNG, JPEG, WebP, TIFF, BMP or GIF (of which it takes the first), as it is meant to be seen. */
final class PictureDecoder {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp", "tiff", "bmp", "gif");

    /** The largest region that is decoded. */
    private static final long MAX_PIXELS = 1L << 26;

    private PictureDecoder() {}

    /** What is done with an open picture. */
    private interface Use<T> {
        T of(Opened picture) throws IOException;
    }

    /** A picture whose width and height are known. */
    private record Opened(Path file, ImageReader reader, Orientation orientation, int width, int height) {
        static Opened of(Path file, ImageReader reader, ImageInputStream in) throws IOException {
            Orientation orientation =
                    switch (format(reader)) {
                        case "jpeg" -> Orientation.ofJpeg(in);
                        case "webp" -> Orientation.ofWebp(in);
                        case "tiff" -> Orientation.of(reader);
                        default -> Orientation.NORMAL;
                    };
            in.seek(0);
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return new Opened(
                    file, reader, orientation, orientation.seen(width, height), orientation.seen(height, width));
        }
    }

    /**
     * The picture in a file, scaled.
     *
     * @return of the scaling's shape, unsigned
     * @throws IOException if it is no picture, broken or too large; the message says which, in a few words
     */
    static byte[] read(Path file, PictureScaling scaling) throws IOException {
        return with(file, picture -> {
            Rectangle region = scaling.region(picture.width(), picture.height());
            return scaling.scale(region.width, region.height, ImageRows.of(image(picture, region)));
        });
    }

    /** Its width and height in pixels, without reading more than is needed to know them. */
    static Dimension size(Path file) throws IOException {
        return with(file, picture -> new Dimension(picture.width(), picture.height()));
    }

    /** The mean luma of the pixels at its four edges, from 0 to 255. */
    static double edge(Path file) throws IOException {
        return with(file, picture -> {
            int width = picture.width();
            int height = picture.height();
            PictureScaling.Rows rows = ImageRows.of(image(picture, new Rectangle(width, height)));
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
            List<ImageReader> readers = readers(in);
            if (readers.isEmpty()) {
                throw new IOException(FileWords.of(file));
            }
            IOException last = new IOException("no picture");
            for (ImageReader reader : readers) {
                try {
                    return with(file, reader, in, use);
                } catch (IOException failure) {
                    // Another one may read what this one does not.
                    last = failure;
                }
            }
            throw last;
        }
    }

    private static <T> T with(Path file, ImageReader reader, ImageInputStream in, Use<T> use) throws IOException {
        try {
            in.seek(0);
            reader.setInput(in, true, false);
            return use.of(Opened.of(file, reader, in));
        } catch (InputException noRoom) {
            throw noRoom;
        } catch (EOFException end) {
            throw new IOException("cut short", end);
        } catch (RuntimeException broken) {
            // The readers throw whatever comes where a file contradicts itself.
            throw new IOException("broken", broken);
        } catch (OutOfMemoryError noRoom) {
            // A reader may take more than the pixels do, and a broken file may announce anything.
            throw new IOException("larger than the memory that the program may take", noRoom);
        } finally {
            reader.dispose();
        }
    }

    /** Those for the picture's format. The JDK's come first: others read more, and take several times as long. */
    private static List<ImageReader> readers(ImageInputStream in) throws IOException {
        List<ImageReader> ofTheJdk = new ArrayList<>();
        List<ImageReader> others = new ArrayList<>();
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(format(reader))) {
                (reader.getClass().getName().startsWith("com.sun.") ? ofTheJdk : others).add(reader);
            }
        }
        ofTheJdk.addAll(others);
        return ofTheJdk;
    }

    private static String format(ImageReader reader) throws IOException {
        String name = reader.getFormatName().toLowerCase(Locale.ROOT);
        return name.equals("jpg") ? "jpeg" : name.equals("tif") ? "tiff" : name;
    }

    private static BufferedImage image(Opened picture, Rectangle region) throws IOException {
        long pixels = (long) region.width * region.height;
        if (pixels > MAX_PIXELS) {
            throw new IOException("too large: " + picture.width() + "×" + picture.height());
        }
        HeapSpace.require(
                Integer.BYTES * pixels,
                Integer.BYTES * pixels,
                RegularFile.name(picture.file()),
                "a picture of " + picture.width() + "×" + picture.height() + " pixels");
        ImageReader reader = picture.reader();
        Orientation orientation = picture.orientation();
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceRegion(orientation.inFile(region, reader.getWidth(0), reader.getHeight(0)));
        boolean[] cutOff = {false};
        reader.addIIOReadWarningListener((source, warning) ->
                cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
        BufferedImage image = reader.read(0, part);
        if (cutOff[0]) {
            throw new IOException("cut short");
        }
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            // The JDK's reader leaves the inks as they are, and its own colours of them are too bright.
            throw new IOException("in CMYK");
        }
        return orientation.seen(image);
    }
}
