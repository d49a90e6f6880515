package lipschitzlab.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.InputException;
import lipschitzlab.yaml.PresetSource;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads lessons, as strictly as {@link PresetReader} reads presets. */
public final class LessonReader {
    private static final String CLAIM = "claim";
    private static final String STEPS = "do";
    private static final String EXPERIMENT = "experiment";
    private static final List<String> KEYS = List.of(
            "title",
            CLAIM,
            "source",
            STEPS,
            "lookFor",
            "where",
            "answer",
            EXPERIMENT,
            LessonViewReader.CONTROLS,
            LessonViewReader.VIEW);

    private final Section top;

    private LessonReader(Section top) {
        this.top = top;
    }

    /**
     * The lesson of a bundled name, or that in a file: one whose name ends in .yaml or .yml or contains a slash.
     *
     * @throws InputException if there is no such lesson, or it is unfit
     */
    public static Lesson of(String nameOrPath) {
        return namesFile(nameOrPath) ? read(path(nameOrPath)) : read(PresetSource.bundled(nameOrPath, Lessons.FILES));
    }

    /**
     * The lesson in a file.
     *
     * @throws InputException if the file is missing, unreadable or unfit
     */
    public static Lesson read(Path file) {
        return read(PresetSource.ofFile(file, Lessons.FILES));
    }

    private static Lesson read(PresetSource source) {
        YamlTree tree = tree(source);
        Section top = Section.of("the lesson", tree.location(), tree);
        return new LessonReader(top).read(source.name());
    }

    /**
     * Whether a file holds a lesson rather than a preset: it has a key that no preset has.
     *
     * @throws InputException if there is no such file, or it is not YAML
     */
    public static boolean recognises(Path file) {
        return tree(PresetSource.ofFile(file, Presets.FILES)) instanceof Entries entries
                && Stream.of(CLAIM, STEPS, EXPERIMENT)
                        .anyMatch(key -> entries.find(key).isPresent());
    }

    private static YamlTree tree(PresetSource source) {
        return TreeParser.parse(source.text(), source.locations());
    }

    private static boolean namesFile(String nameOrPath) {
        return nameOrPath.matches("(?s).*(\\.ya?ml|[/\\\\].*)");
    }

    private static Path path(String text) {
        return FileNameEncoding.ofThisProgram().path(text, "lesson");
    }

    private Lesson read(String name) {
        top.allow(Stream.concat(KEYS.stream(), Lesson.CHECK_KEYS.stream()).toList());
        String title = top.requireText("title");
        Section experiment = Section.of(EXPERIMENT, top.require(EXPERIMENT));
        List<Variant> variants = VariantsReader.read(experiment, name, title);
        LessonViewReader shown = new LessonViewReader(top, variants);
        return new Lesson(
                name,
                title,
                top.requireText(CLAIM),
                top.requireText("source"),
                steps(top.require(STEPS)),
                top.requireText("lookFor"),
                top.requireText("where"),
                top.requireText("answer"),
                variants,
                VariantsReader.alone(experiment),
                shown.controls(),
                shown.view(),
                CheckReader.read(top, variants));
    }

    private static List<String> steps(Entry entry) {
        return Section.items(entry, "a list of steps", "Write each step on a line of its own, after a hyphen.").stream()
                .map(item -> {
                    if (item instanceof Text text && !text.isBlank()) {
                        return text.value().strip();
                    }
                    throw new InputException(
                            item.location().text(), "a step as text", item.description(), "Put the text in quotes.");
                })
                .toList();
    }
}
