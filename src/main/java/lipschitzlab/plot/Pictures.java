package lipschitzlab.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import lipschitzlab.file.WholeFile;

/** Writes PNG files. */
public final class Pictures {
    private static final String PNG = "javax_imageio_png_1.0";
    /** What every picture names as its maker. */
    public static final String SOFTWARE = "Lipschitz Lab";

    private Pictures() {}

    /** As {@link #write(Path, BufferedImage, Map)}. */
    public static void write(Path file, Raster picture, Map<String, String> texts) {
        write(file, picture.toImage(), texts);
    }

    /**
     * Writes a PNG file with texts inside, {@code Software} always among them, all at once or not at all.
     *
     * @param texts by keyword (Latin-1, at most 79 characters), such as {@code preset}, {@code lane}, {@code seed}, {@code step}
     * @throws lipschitzlab.setting.InputException if it cannot be written
     */
    public static void write(Path file, BufferedImage picture, Map<String, String> texts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Software", SOFTWARE);
        all.putAll(texts);
        WholeFile.write(file, out -> encode(picture, all, out));
    }

    private static void encode(BufferedImage picture, Map<String, String> texts, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
            metadata.mergeTree(PNG, tree(texts));
            writer.write(new IIOImage(picture, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode tree(Map<String, String> texts) {
        CharsetEncoder latin = StandardCharsets.ISO_8859_1.newEncoder();
        IIOMetadataNode plain = new IIOMetadataNode("tEXt");
        IIOMetadataNode international = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> {
            if (latin.canEncode(text)) {
                plain.appendChild(plainEntry(keyword, text));
            } else {
                international.appendChild(internationalEntry(keyword, text));
            }
        });
        IIOMetadataNode root = new IIOMetadataNode(PNG);
        root.appendChild(plain);
        if (international.hasChildNodes()) {
            root.appendChild(international);
        }
        return root;
    }

    private static IIOMetadataNode plainEntry(String keyword, String text) {
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", keyword);
        entry.setAttribute("value", text);
        return entry;
    }

    private static IIOMetadataNode internationalEntry(String keyword, String text) {
        IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", keyword);
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", text);
        return entry;
    }
}
