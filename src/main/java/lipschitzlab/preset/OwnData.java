package lipschitzlab.preset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.dataset.DataFile;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.setting.InputException;

/** Experiments on data that a person brings, with lanes to begin with. */
public final class OwnData {
    private static final String POINTS = "eight-gaussians-controlled";
    private static final String POINTS_LOOK_FOR =
            "Does each generator cover all of your points, and what does it put between them? There are no known modes to"
                    + " count, so judge by eye and by the curve \"Sliced Wasserstein distance to held-out data\", which compares"
                    + " across lanes.";
    private static final String PICTURES = "mnist";
    private static final String PICTURES_LOOK_FOR =
            "Watch the grids for the first samples that look like your pictures, and for a lane that draws the same one over"
                    + " and over. Put the curves against training time as well, since the lanes' steps do not cost the same.";
    private static final String TUNING =
            "Not tuned for these data: the settings are those of the bundled preset %s, whose lanes these are.";

    private OwnData() {}

    /**
     * An experiment on these data: of points, lanes in which only the constraint differs; of pictures, each method with the objective and rates of {@code mnist}.
     *
     * @param kind one that reads a file
     * @param file the data, not yet read
     */
    public static Preset preset(DatasetKind kind, Path file) {
        return preset(kind, file, Map.of());
    }

    /**
     * What a path leads to, if that is data; empty for a bundled name, for YAML, and where there is nothing.
     *
     * @throws InputException if there is a file that the lab does not read
     */
    public static Optional<DataFile> at(String nameOrPath) {
        if (Presets.names().contains(nameOrPath) || !exists(nameOrPath)) {
            return Optional.empty();
        }
        DataFile found = DataFile.at(Path.of(nameOrPath));
        if (found.kind() == DataFile.Kind.OTHER) {
            throw new InputException(
                    nameOrPath,
                    "a preset or a lesson (YAML), a table of points, IDX pictures, or a folder of pictures",
                    found.words(),
                    found.remedy());
        }
        return Optional.of(found).filter(data -> data.kind().dataset().isPresent());
    }

    private static boolean exists(String text) {
        try {
            return !text.isBlank() && Files.exists(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** As {@link #preset(DatasetKind, Path)}, with values by path as for {@link PresetReader}. */
    static Preset preset(DatasetKind kind, Path file, Map<String, String> overrides) {
        String base = kind.images() ? PICTURES : POINTS;
        Path path = file.toAbsolutePath().normalize();
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "title", (kind.images() ? "Your pictures: " : "Your points: ") + path.getFileName(),
                "lookFor", kind.images() ? PICTURES_LOOK_FOR : POINTS_LOOK_FOR,
                "tuning", String.format(Locale.ROOT, TUNING, base),
                "data.kind", kind.id(),
                "data.file", path.toString()));
        all.putAll(overrides);
        return PresetReader.readBundled(base, all).named(name(path));
    }

    /** What is saved is called after the data: {@code my-measurements} of {@code Measurements.csv}. */
    private static String name(Path path) {
        String stem = Normalizer.normalize(path.getFileName().toString(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceFirst("\\..*$", "");
        String words =
                stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return "my-" + (words.isEmpty() ? "data" : words);
    }
}
