package lipschitzlab.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Bytes of pictures that ImageIO does not write by itself. */
final class OddPictures {
    private OddPictures() {}

    /** A JPEG picture whose EXIF data say how the camera was held, from 1 to 8. */
    static byte[] turned(BufferedImage image, int orientation) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        byte[] exif = ("Exif\0\0" + new String(exif(orientation), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        return withSegment(jpeg.toByteArray(), 0xE1, exif);
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    /** A WebP picture in the extended format (RFC 9649, section 2.7), whose EXIF data say how the camera was held, from 1 to 8. */
    static byte[] turnedWebp(int width, int height, int orientation) {
        byte[] simple = webp(width, height, 255, 128, 3);
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(simple.length + 18 + 8 + exif.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(simple.length + 18 + exif.length)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(0x08)
                .putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0)
                .put(simple, 12, simple.length - 12)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(exif.length)
                .put(exif)
                .array();
    }

    /** A JPEG picture of one colour in CMYK, from 0 to 255, inverted as Photoshop writes it. */
    static byte[] cmyk(int side, int... ink) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, side, side, 4, null);
        for (int i = 0; i < side * side; i++) {
            for (int band = 0; band < 4; band++) {
                raster.setSample(i % side, i / side, band, 255 - ink[band]);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter writer = writerOfTheJdk();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] adobe = ByteBuffer.allocate(12)
                .put("Adobe".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 100)
                .array();
        return withSegment(jpeg.toByteArray(), 0xEE, adobe);
    }

    private static ImageWriter writerOfTheJdk() {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("expected a JPEG writer of the JDK, found none");
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A lossless WebP picture of one colour: each of its five codes has one symbol, which takes no bit (RFC 9649, section 3). */
    static byte[] webp(int width, int height, int red, int green, int blue) {
        Bits bits = new Bits();
        bits.add(0x2F, 8);
        bits.add(width - 1, 14);
        bits.add(height - 1, 14);
        // No alpha, version 0; no transform, no colour cache, no meta codes.
        bits.add(0, 1 + 3 + 1 + 1 + 1);
        for (int symbol : new int[] {green, red, blue, 255}) {
            // A simple code of one symbol of eight bits.
            bits.add(1, 1);
            bits.add(0, 1);
            bits.add(1, 1);
            bits.add(symbol, 8);
        }
        // That of distances, with one symbol of one bit.
        bits.add(1, 1);
        bits.add(0, 1 + 1 + 1);
        // Readers look ahead.
        bits.add(0, 8 * Long.BYTES);
        byte[] data = bits.bytes();
        return ByteBuffer.allocate(20 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + data.length)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** Bits from the lowest on. */
    private static final class Bits {
        private final BitSet set = new BitSet();
        private int length;

        void add(int value, int count) {
            for (int i = 0; i < count; i++) {
                set.set(length++, (value >> i & 1) == 1);
            }
        }

        byte[] bytes() {
            byte[] bytes = Arrays.copyOf(set.toByteArray(), (length + 7) / 8);
            return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        }
    }
}
