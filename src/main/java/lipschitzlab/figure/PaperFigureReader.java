package lipschitzlab.figure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.lesson.VariantsReader;
import lipschitzlab.preset.Overrides.Override;
import lipschitzlab.preset.OwnData;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.yaml.PresetSource;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;

/** Reads papers' figures, as strictly as {@link PresetReader} reads presets. */
public final class PaperFigureReader {
    private static final String FIGURE = "figure";
    private static final List<String> KEYS = List.of("title", "source", "lookFor", "experiment", FIGURE);
    private static final List<String> OF_LESSONS = List.of("claim", "do", "where", "answer", "measures", "verdict");

    private PaperFigureReader() {}

    /**
     * Whether a figure is meant rather than a preset: a bundled one's name, or a file that has the key {@code figure}.
     *
     * @throws lipschitzlab.setting.InputException if it is a file that cannot be read or is no YAML
     */
    public static boolean isFigure(String nameOrPath) {
        if (OwnData.at(nameOrPath).isPresent()) {
            return false;
        }
        if (!PresetReader.exists(nameOrPath)) {
            return nameOrPath.startsWith(PaperFigures.FOLDER) && !nameOrPath.matches(".*\\.ya?ml");
        }
        return tree(PresetSource.ofFile(Path.of(nameOrPath), Presets.FILES)) instanceof Entries entries
                && entries.find(FIGURE).isPresent();
    }

    /**
     * The figure of a bundled name, or that in a file.
     *
     * @param overrides values by path, as for {@link PresetReader}, that take the place of every variant's own
     * @throws lipschitzlab.setting.InputException if there is no such figure, or it is unfit
     */
    public static PaperFigure of(String nameOrPath, Map<String, String> overrides) {
        PresetSource source = PresetReader.exists(nameOrPath)
                ? PresetSource.ofFile(Path.of(nameOrPath), PaperFigures.FILES)
                : PresetSource.bundled(nameOrPath, PaperFigures.FILES);
        YamlTree tree = tree(source);
        return read(source.name(), Section.of("the figure", tree.location(), tree), overrides);
    }

    private static YamlTree tree(PresetSource source) {
        return TreeParser.parse(source.text(), source.locations());
    }

    private static PaperFigure read(String source, Section top, Map<String, String> overrides) {
        top.allow(KEYS, PaperFigureReader::elsewhere);
        String name = source.substring(source.lastIndexOf('/') + 1);
        String title = top.requireText("title");
        Section experiment = Section.of("experiment", top.require("experiment"));
        List<Override> options = overrides.entrySet().stream()
                .map(entry -> Override.option(entry.getKey(), entry.getValue()))
                .toList();
        List<Variant> variants = VariantsReader.readWith(options, experiment, name, title);
        boolean alone = VariantsReader.alone(experiment);
        return new PaperFigure(
                name,
                title,
                top.requireText("source"),
                top.requireText("lookFor"),
                variants,
                alone,
                FigureFormReader.read(top.require(FIGURE), variants, alone));
    }

    private static Optional<String> elsewhere(String key) {
        return OF_LESSONS.contains(key) ? Optional.of("Is this a lesson? Then findings runs it.") : Optional.empty();
    }
}
