package lipschitzlab.plot;

import ar.com.hjg.pngj.FilterType;
import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineByte;
import ar.com.hjg.pngj.PngWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A PNG file's bytes: eight bits a channel, with alpha only where the picture has it, and no filter. By PNGJ: the JDK's writer
 * asks for each pixel's channels through several objects, so that the pictures of a short run took longer than its training.
 */
final class PngFile {
    private static final int BITS = 8;

    /** Of zlib's levels: the library's own, 9, takes nearly twice as long for files that are 2 % smaller. */
    private static final int COMPRESSION = 6;

    private PngFile() {}

    /**
     * Encodes a picture with texts inside.
     *
     * @param texts by keyword; both in Latin-1, or the text as UTF-8 where Latin-1 lacks a letter of it
     */
    static byte[] encode(BufferedImage picture, Map<String, String> texts) {
        boolean alpha = picture.getColorModel().hasAlpha();
        ImageInfo info = new ImageInfo(picture.getWidth(), picture.getHeight(), BITS, alpha);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter writer = new PngWriter(bytes, info);
        writer.setFilterType(FilterType.FILTER_NONE);
        writer.setCompLevel(COMPRESSION);
        CharsetEncoder latin = StandardCharsets.ISO_8859_1.newEncoder();
        texts.forEach((keyword, text) -> writer.getMetadata().setText(keyword, text, latin.canEncode(text), false));
        ImageLineByte line = new ImageLineByte(info);
        int[] argb = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            read(picture, y, argb);
            spread(argb, alpha, line.getScanline());
            writer.writeRow(line);
        }
        writer.end();
        return bytes.toByteArray();
    }

    private static void spread(int[] argb, boolean alpha, byte[] row) {
        int at = 0;
        for (int colour : argb) {
            row[at++] = (byte) (colour >> 16);
            row[at++] = (byte) (colour >> 8);
            row[at++] = (byte) colour;
            if (alpha) {
                row[at++] = (byte) (colour >> 24);
            }
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
}
