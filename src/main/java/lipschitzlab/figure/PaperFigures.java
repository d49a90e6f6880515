package lipschitzlab.figure;

import java.util.List;
import lipschitzlab.yaml.BundledFiles;

/** The papers' figures that come with the program, each as an experiment and a way to draw it. */
public final class PaperFigures {
    /** What the names of all of them begin with; presets have no slash in their names. */
    static final String FOLDER = "figures/";

    private static final List<String> NAMES = List.of(
            FOLDER + "wgan-gp-1a", FOLDER + "wgan-gp-1b", FOLDER + "sngan-3", FOLDER + "sngan-9", FOLDER + "sngan-10");

    static final BundledFiles FILES = new BundledFiles("figure", "/presets/", NAMES);

    private PaperFigures() {}

    /** Their names, by paper and number. */
    public static List<String> names() {
        return NAMES;
    }
}
