package lipschitzlab.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The bytes of a PNG file, as ISO/IEC 15948 has them: eight bits a channel, with alpha only where the picture has it, and no
 * filter. The JDK's writer makes the same of a picture, but asks for each pixel's channels through several objects: the pictures
 * of a short run took longer than its training.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int RGB_AND_ALPHA = 6;

    private final DataOutputStream out;

    private PngFile(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /**
     * Writes a picture with texts inside.
     *
     * @param texts by keyword; both in Latin-1, or the text as UTF-8 where Latin-1 lacks a letter of it
     */
    static void write(BufferedImage picture, Map<String, String> texts, OutputStream out) throws IOException {
        PngFile file = new PngFile(out);
        file.out.write(SIGNATURE);
        file.header(picture);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            file.text(text.getKey(), text.getValue());
        }
        file.pixels(picture);
        file.chunk("IEND", new byte[0]);
        file.out.flush();
    }

    private void header(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEADER_BYTES);
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(picture.getWidth());
        header.writeInt(picture.getHeight());
        header.write(BITS);
        header.write(hasAlpha(picture) ? RGB_AND_ALPHA : RGB);
        // The only compression and the only set of filters that there are, and rows from the top.
        header.write(new byte[3]);
        chunk("IHDR", bytes.toByteArray());
    }

    private void text(String keyword, String text) throws IOException {
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        // A zero ends the keyword; behind it UTF-8 has that it is not compressed, two of these, and no language and no
        // translation, each with its zero.
        bytes.writeBytes(new byte[latin ? 1 : 5]);
        bytes.writeBytes(text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        chunk(latin ? "tEXt" : "iTXt", bytes.toByteArray());
    }

    private void pixels(BufferedImage picture) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream rows = new DeflaterOutputStream(compressed, deflater, 1 << 15)) {
            writeRows(picture, rows);
        } finally {
            deflater.end();
        }
        chunk("IDAT", compressed.toByteArray());
    }

    /** Before each row stands the number of its filter: 0, none. */
    private static void writeRows(BufferedImage picture, OutputStream out) throws IOException {
        boolean alpha = hasAlpha(picture);
        int width = picture.getWidth();
        int[] argb = new int[width];
        byte[] row = new byte[1 + width * (alpha ? 4 : 3)];
        for (int y = 0; y < picture.getHeight(); y++) {
            read(picture, y, argb);
            int at = 1;
            for (int colour : argb) {
                row[at++] = (byte) (colour >> 16);
                row[at++] = (byte) (colour >> 8);
                row[at++] = (byte) colour;
                if (alpha) {
                    row[at++] = (byte) (colour >> 24);
                }
            }
            out.write(row);
        }
    }

    /** A row's colours; those of the usual kinds of pictures stand there as they are and need not be asked for one by one. */
    private static void read(BufferedImage picture, int y, int[] argb) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB || picture.getType() == BufferedImage.TYPE_INT_ARGB) {
            picture.getRaster().getDataElements(0, y, argb.length, 1, argb);
        } else {
            picture.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
        }
    }

    private static boolean hasAlpha(BufferedImage picture) {
        return picture.getColorModel().hasAlpha();
    }

    private void chunk(String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
