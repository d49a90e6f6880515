package lipschitzlab.preset;

import java.util.List;
import lipschitzlab.yaml.BundledFiles;

/** The presets that come with the program. */
public final class Presets {
    /** What opens when no preset is named. */
    public static final String DEFAULT = "eight-gaussians";

    private static final List<String> NAMES = List.of(
            DEFAULT,
            "eight-gaussians-controlled",
            "twenty-five-gaussians",
            "swiss-roll",
            "disjoint",
            "line",
            "more-methods",
            "combinations",
            "shapes",
            "mnist",
            "mnist-conditional",
            "cifar10",
            "cifar10-resnet",
            "cifar10-conditional",
            "cifar10-paper");

    public static final BundledFiles FILES = new BundledFiles("preset", "/presets/", NAMES);

    private Presets() {}

    /** Their names, in the order of a lecture. */
    public static List<String> names() {
        return NAMES;
    }
}
