package lipschitzlab.plot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lipschitzlab.file.WholeFile;

/** Writes PNG files. */
public final class Pictures {
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
        byte[] bytes = encode(picture, texts);
        WholeFile.write(file, out -> out.write(bytes));
    }

    /** The bytes of the file that {@link #write(Path, BufferedImage, Map)} writes, for a picture that goes into several. */
    public static byte[] encode(BufferedImage picture, Map<String, String> texts) {
        return PngFile.encode(picture, withSoftware(texts));
    }

    private static Map<String, String> withSoftware(Map<String, String> texts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Software", SOFTWARE);
        all.putAll(texts);
        return all;
    }
}
