package lipschitzlab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lipschitzlab.file.FileName;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.preset.Overrides;
import lipschitzlab.preset.Overrides.Override;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads {@code experiment:} of a lesson or of a paper's figure: a preset, what differs from it, and variants of that. */
public final class VariantsReader {
    private static final String PRESET = "preset";
    private static final String SET = "set";
    private static final String LANES = "lanes";
    private static final String VARIANTS = "variants";
    private static final int MAX_VARIANTS = 32;
    private static final int MAX_SET = 500;
    private static final List<String> OWN = List.of(PRESET, SET, LANES);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final ChoiceSetting<String> ALONE = ChoiceSetting.ofTexts(
            "alone", "Alone", List.of("true", "false"), "false", false, "Whether lanes take turns, to be timed.");

    private final Section shared;
    private final String owner;
    private final String title;
    private final boolean dataMayWait;
    private final List<Override> last;

    private VariantsReader(Section shared, String owner, String title, boolean dataMayWait, List<Override> last) {
        this.shared = shared;
        this.owner = owner;
        this.title = title;
        this.dataMayWait = dataMayWait;
        this.last = last;
    }

    public static boolean alone(Section experiment) {
        return experiment.value(ALONE).equals("true");
    }

    /**
     * @param lesson the lesson's name, of which the presets' names are made
     * @param title of a preset that is written in the lesson without one
     */
    static List<Variant> read(Section experiment, String lesson, String title) {
        return new VariantsReader(experiment, lesson, title, false, List.of()).read();
    }

    /**
     * As {@link #read}, of a figure; its data may still wait for a file.
     *
     * @param last values that are put into every variant last
     */
    public static List<Variant> readWith(List<Override> last, Section experiment, String figure, String title) {
        return new VariantsReader(experiment, figure, title, true, last).read();
    }

    private List<Variant> read() {
        List<String> keys = new ArrayList<>(OWN);
        keys.addAll(List.of(VARIANTS, ALONE.key()));
        shared.allow(keys);
        Optional<Entry> variants = shared.find(VARIANTS);
        return variants.map(this::variants).orElseGet(() -> List.of(variant("", shared)));
    }

    private List<Variant> variants(Entry entry) {
        List<Variant> variants = new ArrayList<>();
        List<Entry> written = Section.of(VARIANTS, entry).entries().entries();
        requireFew(written.size(), MAX_VARIANTS, "variants", entry);
        for (Entry variant : written) {
            if (!NAME.matcher(variant.key()).matches() || !FileName.fitsEverywhere(variant.key())) {
                throw new InputException(
                        variant.location().text(),
                        "a variant's name of at most 40 lower-case letters, digits, dots and hyphens that a folder can have on"
                                + " every system",
                        Quoted.of(variant.key()),
                        "Rename the variant.");
            }
            Section own = Section.of("variant " + variant.key(), variant);
            own.allow(OWN);
            variants.add(variant(variant.key(), own));
        }
        if (variants.isEmpty()) {
            throw new InputException(
                    entry.location().text(), "a variant", "none", "Add one, or delete " + VARIANTS + ".");
        }
        return variants;
    }

    /** A variant's own preset takes the place of the shared one; what is set is put on what is set for all. */
    private Variant variant(String name, Section own) {
        Entry preset = own.find(PRESET).orElseGet(() -> shared.require(PRESET));
        Entries changed = Overrides.apply(written(preset), overrides(shared));
        if (!name.isEmpty()) {
            changed = Overrides.apply(changed, overrides(own));
        }
        Preset read = PresetReader.preset(name.isEmpty() ? owner : owner + "-" + name, Overrides.apply(changed, last));
        if (read.data().missesFile() && !dataMayWait) {
            throw new InputException(
                    preset.location().text(),
                    "data that come with the program",
                    "data that wait for a file",
                    "Name the file.");
        }
        Optional<Entry> lanes = own.find(LANES).or(() -> shared.find(LANES));
        return new Variant(
                name,
                lanes.map(entry -> read.withOnly(ids(entry), entry.location().text()))
                        .orElse(read));
    }

    private Entries written(Entry preset) {
        if (preset.value() instanceof Entries inline) {
            return inline.find("title").isPresent()
                    ? inline
                    : inline.with(new Entry("title", preset.location(), new Text(title, preset.location())));
        }
        if (preset.value() instanceof Text name && Presets.names().contains(name.value())) {
            return PresetReader.written(name.value());
        }
        throw new InputException(
                preset.location().text(),
                "the name of a bundled preset (" + String.join(", ", Presets.names()) + "), or a preset below the key",
                preset.value().description(),
                "Correct the name.");
    }

    private static List<Override> overrides(Section section) {
        Optional<Entry> set = section.find(SET);
        if (set.isEmpty()) {
            return List.of();
        }
        List<Entry> written = Section.of(SET, set.get()).entries().entries();
        requireFew(written.size(), MAX_SET, "values", set.get());
        return written.stream()
                .map(entry -> new Override(entry.key(), entry.value(), entry.location()))
                .toList();
    }

    private static void requireFew(int count, int most, String what, Entry entry) {
        if (count > most) {
            throw new InputException(
                    entry.location().text(),
                    "at most " + most + " " + what + " below " + entry.key(),
                    Integer.toString(count),
                    "Is this another file?");
        }
    }

    /** A list of names, such as lanes. */
    public static List<String> ids(Entry entry) {
        if (entry.value() instanceof Items list && list.items().stream().allMatch(Text.class::isInstance)) {
            return list.items().stream().map(item -> ((Text) item).value()).toList();
        }
        throw new InputException(
                entry.location().text(),
                "a list of lanes",
                entry.value().description(),
                "Write for example [unconstrained].");
    }
}
