package lipschitzlab.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lipschitzlab.lesson.Lesson.Check;
import lipschitzlab.lesson.Lesson.FigureSpec;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads how a lesson's claim is decided: {@code measures:}, {@code verdict:}, {@code figure:} and {@code seeds:}. */
final class CheckReader {
    /** All of them, or none where a lesson is only for showing. */
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    private static final int MAX_MEASURES = 200;
    private static final String SPECTRUM = "spectrum";
    private static final String CURVE = "curve";
    private static final String LAYERS = "layers";
    private static final String MEASURES = "measures";
    private static final CountSetting SEED = SharedSettings.SEED;

    private final Section top;

    private CheckReader(Section top) {
        this.top = top;
    }

    /** Nothing where none of the keys is written. */
    static Optional<Check> read(Section top, List<Variant> variants) {
        return Lesson.CHECK_KEYS.stream().anyMatch(key -> top.find(key).isPresent())
                ? Optional.of(new CheckReader(top).read(variants))
                : Optional.empty();
    }

    private Check read(List<Variant> variants) {
        List<Measure> measures = measures(presets(variants));
        Section seeds = Section.of("seeds", top.require("seeds"));
        seeds.allow(List.of("tuning", "final"));
        List<Integer> tuning = seeds(seeds.require("tuning"));
        Section verdict = Section.of("verdict", top.require("verdict"));
        Decision decision = DecisionReader.read(verdict, measures);
        List<Integer> last = finalSeeds(seeds.require("final"), tuning);
        if (!DecisionReader.hasRule(verdict)) {
            requireEnough(last, seeds.require("final").location());
            requireFloors(measures, verdict.location());
        }
        return new Check(measures, decision, figure(variants, measures), tuning, last);
    }

    /** The preset of each lane, by the name that an expression gives it. */
    private static Map<String, Preset> presets(List<Variant> variants) {
        Map<String, Preset> presets = new LinkedHashMap<>();
        for (Variant variant : variants) {
            variant.preset().lanes().forEach(lane -> presets.put(variant.reference(lane), variant.preset()));
        }
        return presets;
    }

    private List<Measure> measures(Map<String, Preset> lanes) {
        Section section = Section.of("measures", top.require("measures"));
        List<Measure> measures = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        if (section.entries().entries().size() > MAX_MEASURES) {
            throw new InputException(
                    section.location().text(),
                    "at most " + MAX_MEASURES + " measures",
                    Integer.toString(section.entries().entries().size()),
                    "Is this another file?");
        }
        for (Entry entry : section.entries().entries()) {
            requireName(entry);
            Section measure = Section.of("measure " + entry.key(), entry);
            measure.allow(List.of("what", "is"));
            SourceLocation location = measure.require("is").location();
            measures.add(new Measure(
                    entry.key(),
                    measure.requireText("what"),
                    Formula.parse(measure.requireText("is"), location, lanes, names)
                            .requireNumber()));
            names.add(entry.key());
        }
        if (measures.isEmpty()) {
            throw new InputException(
                    section.location().text(), "a measure", "none", "Add a name with what and is below it.");
        }
        return measures;
    }

    static void requireName(Entry entry) {
        if (!NAME.matcher(entry.key()).matches()) {
            throw new InputException(
                    entry.location().text(),
                    "a name of at most 40 letters and digits that begins with a lower-case letter",
                    Quoted.of(entry.key()),
                    "Rename it; expressions use the name.");
        }
    }

    private FigureSpec figure(List<Variant> variants, List<Measure> measures) {
        Section section = Section.of("figure", top.require("figure"));
        section.allow(List.of(CURVE, SPECTRUM, LAYERS, MEASURES));
        if (section.entries().entries().size() != 1) {
            throw new InputException(
                    section.location().text(),
                    "one of " + CURVE + ", " + SPECTRUM + ", " + LAYERS + " and " + MEASURES,
                    Integer.toString(section.entries().entries().size()),
                    "A lesson has one figure.");
        }
        if (section.find(CURVE).isPresent()) {
            List<String> ids = Arrays.stream(Metric.values()).map(Metric::id).toList();
            return new FigureSpec.Curves(Metric.of(choice(section, CURVE, ids)));
        }
        if (section.find(MEASURES).isPresent()) {
            return new FigureSpec.Measures(shown(section.require(MEASURES), measures));
        }
        if (section.find(LAYERS).isPresent()) {
            String id = choice(section, LAYERS, LayerMetric.ids());
            return new FigureSpec.Layers(Arrays.stream(LayerMetric.values())
                    .filter(number -> number.id().equals(id))
                    .findFirst()
                    .orElseThrow());
        }
        CountSetting layer =
                new CountSetting(SPECTRUM, "Layer", "", 1, Lesson.Variant.minLayers(variants), 1, false, "");
        return new FigureSpec.Spectra(section.requireValue(layer));
    }

    private static List<Measure> shown(Entry entry, List<Measure> measures) {
        Map<String, Measure> byName = new LinkedHashMap<>();
        measures.forEach(measure -> byName.put(measure.name(), measure));
        List<String> names = List.copyOf(byName.keySet());
        ChoiceSetting<String> one = ChoiceSetting.ofTexts(MEASURES, "measure", names, names.get(0), false, "");
        List<Measure> shown = new ArrayList<>();
        for (YamlTree item : Section.items(entry, "a list of measures", "Name some of the measures above.")) {
            if (!(item instanceof Text text)) {
                throw new InputException(
                        entry.location().text(), "a list of measures' names", "another thing", "Name measures.");
            }
            shown.add(byName.get(one.parse(text.value(), entry.location().text())));
        }
        return shown;
    }

    private static String choice(Section section, String key, List<String> ids) {
        return section.requireValue(ChoiceSetting.ofTexts(key, key, ids, ids.get(0), false, ""));
    }

    private static List<Integer> seeds(Entry entry) {
        return Section.items(entry, "a list of seeds", "Write for example [101, 102].").stream()
                .map(item -> {
                    if (item instanceof Text text) {
                        return SEED.parse(text.value(), item.location().text());
                    }
                    throw new InputException(
                            item.location().text(), SEED.range(), item.description(), "Write for example [101, 102].");
                })
                .collect(Collectors.toList());
    }

    private static List<Integer> finalSeeds(Entry entry, List<Integer> tuning) {
        List<Integer> seeds = seeds(entry);
        Set<Integer> once = new LinkedHashSet<>(tuning);
        for (int seed : seeds) {
            if (!once.add(seed)) {
                throw new InputException(
                        entry.location().text(),
                        "seeds that are neither tuning seeds nor twice in the list",
                        Integer.toString(seed),
                        "A claim is not tested on what it was tuned on: choose another seed.");
            }
        }
        return seeds;
    }

    /** Two finite samples of one distribution are never equal: below what real ones measure no distance means anything. */
    private static void requireFloors(List<Measure> measures, SourceLocation location) {
        Set<Metric> missing = new LinkedHashSet<>();
        measures.forEach(measure -> missing.addAll(measure.formula().distances()));
        measures.forEach(measure -> missing.removeAll(measure.formula().floors()));
        missing.stream().findFirst().ifPresent(distance -> {
            throw new InputException(
                    location.text(),
                    "a measure with floor(\"lane\", \"" + distance.id() + "\")",
                    "none, though a measure asks for that distance",
                    "Even real samples do not measure 0: let the effect depend on what they come to.");
        });
    }

    private static void requireEnough(List<Integer> seeds, SourceLocation location) {
        if (seeds.size() < Outcome.MIN_SEEDS) {
            throw new InputException(
                    location.text(),
                    "at least " + Outcome.MIN_SEEDS + " final seeds, for the interval",
                    Integer.toString(seeds.size()),
                    "State more before any of them is run.");
        }
    }
}
