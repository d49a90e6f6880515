package lipschitzlab.plot;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a picture can be saved as. */
public enum PictureFormat {
    /** Pixels, three to a point. */
    PNG("Picture (PNG)"),
    /** Vectors; what is made of pixels stays so inside. */
    SVG("Vector drawing (SVG)");

    private final String title;

    PictureFormat(String title) {
        this.title = title;
    }

    /** The name in a list. */
    public String title() {
        return title;
    }

    /** The ending of a file's name, with its dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** What a file's ending says; PNG where it says nothing. */
    public static PictureFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElse(PNG);
    }
}
