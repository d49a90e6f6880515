package lipschitzlab.lesson;

import java.util.List;
import lipschitzlab.yaml.BundledFiles;

/** The lessons that come with the program. */
public final class Lessons {
    private static final List<String> NAMES = List.of(
            "why-a-constraint",
            "clipping-loses-the-spectrum",
            "constraint-or-objective",
            "clipping-piles-up",
            "c-is-a-cliff",
            "the-penalty-looks-between",
            "the-price-of-the-penalty",
            "one-power-iteration-is-enough",
            "too-tight",
            "tighter-with-depth",
            "sigma-of-what",
            "why-not-the-wasserstein-loss",
            "without-a-penalty-weight",
            "many-modes",
            "the-papers-order");

    static final BundledFiles FILES = new BundledFiles("lesson", "/presets/lessons/", NAMES);

    private Lessons() {}

    /** Their names, in the order of a lecture. */
    public static List<String> names() {
        return NAMES;
    }
}
