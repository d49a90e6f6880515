package lipschitzlab.picture;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How a camera was held: which pixel of the file is seen where (the orientations of EXIF 2.3, in the order of their codes from 1 on). */
enum Orientation {
    /** As it lies in the file. */
    NORMAL("Normal", false, false, false),
    /** Mirrored, left and right. */
    FLIP_H("FlipH", false, true, false),
    /** Upside down. */
    ROTATE_180("Rotate180", false, true, true),
    /** Mirrored, up and down. */
    FLIP_V("FlipV", false, false, true),
    /** Rows are columns. */
    TRANSPOSE("FlipVRotate90", true, false, false),
    /** To be turned to the right by a quarter. */
    ROTATE_270("Rotate270", true, false, true),
    /** Rows are columns, upside down. */
    TRANSVERSE("FlipHRotate90", true, true, true),
    /** To be turned to the left by a quarter. */
    ROTATE_90("Rotate90", true, true, false);

    /** How EXIF data begin. */
    private static final String EXIF = "Exif\0\0";

    /** Where a WebP picture's first chunk begins. */
    private static final int WEBP_CHUNKS = 12;

    /** How many of these are looked at: a picture has a few, and a broken file any number. */
    private static final int MAX_CHUNKS = 1000;

    /** How many bytes of EXIF data are read; the orientation stands among the first. */
    private static final int MAX_EXIF = 1 << 16;

    private final String name;
    private final boolean swapped;
    private final boolean mirroredX;
    private final boolean mirroredY;

    Orientation(String name, boolean swapped, boolean mirroredX, boolean mirroredY) {
        this.name = name;
        this.swapped = swapped;
        this.mirroredX = mirroredX;
        this.mirroredY = mirroredY;
    }

    /** Of a JPEG picture, by its EXIF data. */
    static Orientation ofJpeg(ImageInputStream jpeg) {
        try {
            for (JPEGSegment segment :
                    JPEGSegmentUtil.readSegments(jpeg, JPEG.APP1, EXIF.substring(0, EXIF.indexOf(0)))) {
                try (InputStream exif = segment.segmentData()) {
                    exif.skipNBytes(EXIF.length());
                    return ofExif(new MemoryCacheImageInputStream(exif));
                }
            }
            return NORMAL;
        } catch (IOException | RuntimeException broken) {
            // As below.
            return NORMAL;
        }
    }

    /** Of a WebP picture, by its EXIF data, of which its reader says nothing (RFC 9649, section 2.7). */
    static Orientation ofWebp(ImageInputStream webp) {
        try {
            webp.seek(WEBP_CHUNKS);
            webp.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            byte[] name = new byte[Integer.BYTES];
            for (int chunk = 0; chunk < MAX_CHUNKS; chunk++) {
                webp.readFully(name);
                long size = webp.readUnsignedInt();
                long next = webp.getStreamPosition() + size + size % 2;
                if (new String(name, StandardCharsets.US_ASCII).equals("EXIF")) {
                    byte[] exif = new byte[(int) Math.min(size, MAX_EXIF)];
                    webp.readFully(exif);
                    boolean named = new String(exif, StandardCharsets.ISO_8859_1).startsWith(EXIF);
                    byte[] tiff = named ? Arrays.copyOfRange(exif, EXIF.length(), exif.length) : exif;
                    return ofExif(new MemoryCacheImageInputStream(new ByteArrayInputStream(tiff)));
                }
                webp.seek(next);
            }
            return NORMAL;
        } catch (IOException | RuntimeException endOrBroken) {
            // There are none, or they are broken, as below.
            return NORMAL;
        }
    }

    private static Orientation ofExif(ImageInputStream exif) throws IOException {
        Entry orientation = new TIFFReader().read(exif).getEntryById(TIFF.TAG_ORIENTATION);
        int code = orientation == null ? 1 : ((Number) orientation.getValue()).intValue();
        return code >= 1 && code <= values().length ? values()[code - 1] : NORMAL;
    }

    /** Of the picture that a reader has open. */
    static Orientation of(ImageReader reader) {
        try {
            IIOMetadata metadata = reader.getImageMetadata(0);
            if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
                return NORMAL;
            }
            NodeList found = ((Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName))
                    .getElementsByTagName("ImageOrientation");
            String value = found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute("value");
            return Arrays.stream(values())
                    .filter(each -> each.name.equalsIgnoreCase(value))
                    .findFirst()
                    .orElse(NORMAL);
        } catch (IOException | RuntimeException broken) {
            // What is said about a picture may be broken where the picture is not: then it is seen as it lies.
            return NORMAL;
        }
    }

    /** The width or height that is seen, of what lies in the file. */
    int seen(int own, int other) {
        return swapped ? other : own;
    }

    /** Where a region of the picture as it is seen lies in the file, which is {@code width} by {@code height}. */
    Rectangle inFile(Rectangle seen, int width, int height) {
        int x = swapped ? seen.y : seen.x;
        int y = swapped ? seen.x : seen.y;
        int wide = swapped ? seen.height : seen.width;
        int tall = swapped ? seen.width : seen.height;
        return new Rectangle(mirroredX ? width - x - wide : x, mirroredY ? height - y - tall : y, wide, tall);
    }

    /** What lies in the file as it is seen. */
    BufferedImage seen(BufferedImage image) {
        if (this == NORMAL) {
            return image;
        }
        Raster from = image.getRaster();
        int width = image.getWidth();
        int height = image.getHeight();
        WritableRaster to = from.createCompatibleWritableRaster(seen(width, height), seen(height, width));
        Object pixel = null;
        for (int y = 0; y < to.getHeight(); y++) {
            for (int x = 0; x < to.getWidth(); x++) {
                int column = swapped ? y : x;
                int row = swapped ? x : y;
                pixel = from.getDataElements(
                        mirroredX ? width - 1 - column : column, mirroredY ? height - 1 - row : row, pixel);
                to.setDataElements(x, y, pixel);
            }
        }
        return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
    }
}
