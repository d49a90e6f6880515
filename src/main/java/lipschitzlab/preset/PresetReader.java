package lipschitzlab.preset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.dataset.DataFile;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;
import lipschitzlab.yaml.PresetSource;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;

/**
 * Reads presets. Whatever is wrong with one is an {@link InputException} that names the file and line (or the option), the
 * key, what was expected and what was found. Values that are unwise but possible are allowed.
 *
 * <p>Everywhere, {@code overrides} are values by path, such as {@code lanes.unconstrained.learningRate} or
 * {@code generator.hidden}, that take the place of the preset's own before it is validated.
 */
public final class PresetReader {
    private static final double GENERATOR_SLOPE = 0;
    private static final double CRITIC_SLOPE = 0.1;
    private static final String SCHEDULE = "schedule";
    static final String CHANGES = "changes";

    private PresetReader() {}

    /**
     * The preset of a bundled name, or that in a file: one that exists, or whose name ends in .yaml or .yml or contains a
     * slash. Of data, an experiment on them ({@link OwnData}).
     *
     * @throws InputException if there is no such preset, or it is unfit
     */
    public static Preset of(String nameOrPath, Map<String, String> overrides) {
        Optional<DataFile> data = OwnData.at(nameOrPath);
        return data.isPresent()
                ? OwnData.preset(
                        data.get().kind().dataset().orElseThrow(), data.get().path(), overrides)
                : preset(source(nameOrPath), overrides);
    }

    /**
     * As {@link #of(String, Map)}, with the settings of the papers in its lanes if these are asked for. Overrides have the last word.
     *
     * @throws InputException if there is no such preset, it is unfit, or no lane's method has published settings
     */
    public static Preset of(String nameOrPath, Recipe recipe, Map<String, String> overrides) {
        if (recipe == Recipe.TUNED) {
            return of(nameOrPath, overrides);
        }
        Preset published = PublishedPreset.of(of(nameOrPath, Map.of()));
        SourceLocation location = SourceLocation.option("--recipe " + recipe.id());
        Entries written = (Entries) TreeParser.parse(PresetWriter.withOneRate(published), line -> location);
        return preset(published.name(), Overrides.apply(written, overrides));
    }

    private static PresetSource source(String nameOrPath) {
        return namesFile(nameOrPath)
                ? PresetSource.ofFile(path(nameOrPath), Presets.FILES)
                : PresetSource.bundled(nameOrPath, Presets.FILES);
    }

    /**
     * The preset in a file.
     *
     * @throws InputException if the file is missing, unreadable or unfit
     */
    public static Preset read(Path file, Map<String, String> overrides) {
        return preset(PresetSource.ofFile(file, Presets.FILES), overrides);
    }

    /**
     * One of {@link Presets#names}.
     *
     * @throws InputException if there is no such preset, or an override is unfit
     */
    public static Preset readBundled(String name, Map<String, String> overrides) {
        return preset(PresetSource.bundled(name, Presets.FILES), overrides);
    }

    /**
     * The engine that computed a run, if a preset is a run's record and says so.
     *
     * @throws InputException if there is no such preset, or it is no mapping
     */
    public static Optional<String> recordedEngine(String nameOrPath) {
        if (OwnData.at(nameOrPath).isPresent()) {
            return Optional.empty();
        }
        return mapping(source(nameOrPath))
                .find("record")
                .map(YamlTree.Entry::value)
                .flatMap(record -> record instanceof Entries entries ? entries.find("engine") : Optional.empty())
                .map(YamlTree.Entry::value)
                .flatMap(engine -> engine instanceof YamlTree.Text text ? Optional.of(text.value()) : Optional.empty());
    }

    private static boolean namesFile(String nameOrPath) {
        return nameOrPath.matches("(?s).*(\\.ya?ml|[/\\\\].*)")
                || (!Presets.names().contains(nameOrPath) && exists(nameOrPath));
    }

    /** Whether a text is the path of a file. */
    public static boolean exists(String text) {
        try {
            return !text.isBlank() && Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static Path path(String text) {
        return FileNameEncoding.ofThisProgram().path(text, "preset");
    }

    private static Preset preset(PresetSource source, Map<String, String> overrides) {
        Entries written = mapping(source);
        return preset(source.name(), Overrides.apply(written, overrides));
    }

    /** A bundled preset's keys, as they are written. */
    public static Entries written(String name) {
        return mapping(PresetSource.bundled(name, Presets.FILES));
    }

    /** The preset that these keys make, everything that overrides them put in. */
    public static Preset preset(String name, Entries written) {
        Section top = new Section("the preset", written.location(), written);
        top.allow(topKeys(), PresetReader::elsewhere);
        String title = top.requireText("title");
        DataSpec data = DataReader.read(top.require("data"));
        List<LaneSpec> lanes = LanesReader.read(top.require("lanes"));
        return new Preset(
                name,
                title,
                top.text("lookFor"),
                shared(top),
                data,
                GeneratorReader.read(top.require("generator"), data.kind(), GENERATOR_SLOPE),
                ArchitectureReader.read(top.require("critic"), data.kind(), CRITIC_SLOPE, List.of()),
                lanes,
                top.text("tuning"),
                top.find(CHANGES)
                        .map(changes -> ChangesReader.read(changes, lanes))
                        .orElse(List.of()));
    }

    /**
     * The preset that a text has, such as one that stands in another file.
     *
     * @param where how messages name it
     * @throws InputException if it is unfit
     */
    public static Preset ofText(String name, String text, String where) {
        return preset(new PresetSource(name, text, line -> SourceLocation.option(where)), Map.of());
    }

    /**
     * The changes that {@link PresetWriter#changes} wrote.
     *
     * @param lanes those that may have been changed
     * @param where how messages name the text
     * @throws InputException if it is unfit
     */
    public static List<Change> changes(String text, List<LaneSpec> lanes, String where) {
        Section section = Section.of(
                CHANGES,
                SourceLocation.option(where),
                mapping(new PresetSource(where, text, line -> SourceLocation.option(where))));
        return ChangesReader.read(section.require(CHANGES), lanes);
    }

    private static Entries mapping(PresetSource source) {
        YamlTree tree = TreeParser.parse(source.text(), source.locations());
        if (tree instanceof Entries entries) {
            return entries;
        }
        boolean empty = tree instanceof YamlTree.Text text && text.isBlank();
        throw new InputException(
                tree.location().text(),
                "a preset: lines of keys, each with a colon and a value",
                empty ? "an empty file" : tree.description(),
                "To have one to start from, choose in the window Save, The experiment as a preset.");
    }

    private static List<String> topKeys() {
        List<String> keys = new ArrayList<>(List.of("title", "lookFor"));
        SharedSettings.top().stream().map(Setting::key).forEach(keys::add);
        keys.addAll(List.of("data", "generator", "critic", SCHEDULE, "lanes", "tuning", CHANGES, "record"));
        return keys;
    }

    private static List<String> scheduleKeys() {
        return SharedSettings.schedule().stream().map(Setting::key).toList();
    }

    private static Optional<String> elsewhere(String key) {
        if (scheduleKeys().contains(key)) {
            return Optional.of(key + " belongs under " + SCHEDULE + ".");
        }
        return Optional.empty();
    }

    /** The values of the top level and of the schedule, as one. */
    private static Values shared(Section top) {
        Values values = top.filled(new Values(SharedSettings.all()), SharedSettings.top());
        Optional<YamlTree.Entry> written = top.find(SCHEDULE);
        if (written.isEmpty()) {
            return values;
        }
        Section schedule = Section.of(SCHEDULE, written.get());
        schedule.allow(scheduleKeys());
        return schedule.filled(values, SharedSettings.schedule());
    }
}
