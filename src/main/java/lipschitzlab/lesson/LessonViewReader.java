package lipschitzlab.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.lesson.Lesson.View;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.setting.Setting;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.Suggestion;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads what the window offers and shows in a lesson: {@code controls:} and {@code view:}. */
final class LessonViewReader {
    static final String CONTROLS = "controls";
    static final String VIEW = "view";
    static final String CARD = "card";
    static final String GROUND = "ground";
    static final String CURVE = "curve";
    static final String LAYER = "layer";

    private final Section top;
    private final List<Variant> variants;

    LessonViewReader(Section top, List<Variant> variants) {
        this.top = top;
        this.variants = variants;
    }

    /** The keys of settings that some of the lesson's lanes, its data or all lanes together have. */
    List<String> controls() {
        Entry entry = top.require(CONTROLS);
        if (entry.value() instanceof Text text && text.isBlank()) {
            return List.of();
        }
        if (!(entry.value() instanceof Items list)) {
            throw new InputException(
                    entry.location().text(),
                    "a list of settings",
                    entry.value().description(),
                    "Write for example [lambda], or [] for none.");
        }
        Set<String> known = known();
        List<String> keys = new ArrayList<>();
        list.items().forEach(item -> keys.add(control(item, known, keys)));
        return keys;
    }

    private static String control(YamlTree item, Set<String> known, List<String> before) {
        String key = item instanceof Text text ? text.value().strip() : item.description();
        if (!known.contains(key)) {
            throw new InputException(
                    item.location().text(),
                    "the key of a setting that this lesson's experiment has",
                    Quoted.of(key),
                    Suggestion.among(key, known));
        }
        if (before.contains(key)) {
            throw new InputException(
                    item.location().text(), "each setting once", Quoted.of(key) + " twice", "Delete one.");
        }
        return key;
    }

    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        for (Variant variant : variants) {
            Preset preset = variant.preset();
            preset.lanes().forEach(lane -> addKeys(known, lane.values().settings()));
            addKeys(known, preset.data().values().settings());
        }
        addKeys(known, SharedSettings.all());
        // The pace has its place in the toolbar.
        known.remove(SharedSettings.MODE.key());
        return known;
    }

    private static void addKeys(Set<String> keys, Iterable<? extends Setting<?>> settings) {
        settings.forEach(setting -> keys.add(setting.key()));
    }

    /** What the window shows when the lesson opens. */
    View view() {
        Section section = Section.of(VIEW, top.require(VIEW));
        section.allow(List.of(CARD, GROUND, CURVE, LAYER));
        section.require(CARD);
        section.require(CURVE);
        return new View(
                CardView.of(choice(section, CARD, CardView.ids())),
                SurfaceQuantity.of(choice(section, GROUND, SurfaceQuantity.ids())),
                Metric.of(choice(section, CURVE, metrics())),
                layer(section));
    }

    /** Those that every variant measures. */
    private List<String> metrics() {
        return Arrays.stream(Metric.values())
                .filter(metric -> variants.stream().allMatch(variant -> metric.fits(variant.preset())))
                .map(Metric::id)
                .toList();
    }

    private OptionalInt layer(Section section) {
        Optional<Entry> written = section.find(LAYER);
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        CountSetting layer = new CountSetting(LAYER, "Layer", "", 1, Lesson.Variant.minLayers(variants), 1, false, "");
        return OptionalInt.of(section.requireValue(layer));
    }

    /** The first where nothing is written. */
    private static String choice(Section section, String key, List<String> ids) {
        return section.value(ChoiceSetting.ofTexts(key, key, ids, ids.get(0), false, ""));
    }
}
