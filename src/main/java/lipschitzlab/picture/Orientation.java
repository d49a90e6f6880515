package lipschitzlab.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How a camera was held: which pixel of the file is seen where (the eight orientations of EXIF 2.3). */
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
