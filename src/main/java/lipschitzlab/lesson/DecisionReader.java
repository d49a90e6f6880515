package lipschitzlab.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.YamlTree.Entry;

/**
 * Reads {@code verdict:} of a lesson. Files of a former version have a rule there that is true or false, with thresholds by name:
 * its effect is 1 where it is true of a seed and 0 where it is false.
 */
final class DecisionReader {
    private static final String WHAT = "what";
    private static final String EFFECT = "effect";
    private static final String BECAUSE = "because";
    private static final String RULE = "rule";
    private static final String THRESHOLDS = "thresholds";
    private static final double HALF = 0.5;
    private static final double LARGEST = 1e9;
    private static final NumberSetting THRESHOLD = number("threshold");
    private static final ChoiceSetting<String> DIRECTION = ChoiceSetting.ofTexts(
            "direction",
            "Direction",
            Arrays.stream(Direction.values()).map(Direction::id).toList(),
            Direction.ABOVE.id(),
            false,
            "On which side of the threshold the effect speaks for the claim.");

    private final Section section;
    private final List<String> names;

    private DecisionReader(Section section, List<String> names) {
        this.section = section;
        this.names = names;
    }

    static Decision read(Section section, List<Measure> measures) {
        DecisionReader reader =
                new DecisionReader(section, measures.stream().map(Measure::name).toList());
        return hasRule(section) ? reader.ofRule() : reader.ofEffect();
    }

    /** Whether a verdict is written as in files of a former version. */
    static boolean hasRule(Section section) {
        return section.find(RULE).isPresent();
    }

    private Decision ofEffect() {
        section.allow(List.of(WHAT, EFFECT, THRESHOLD.key(), DIRECTION.key(), BECAUSE));
        SourceLocation location = section.require(EFFECT).location();
        Formula effect = Formula.parse(section.requireText(EFFECT), location, Map.of(), names)
                .requireNumber();
        String direction = section.requireValue(DIRECTION);
        return new Decision(
                section.requireText(WHAT),
                effect,
                section.requireValue(THRESHOLD),
                Direction.ABOVE.id().equals(direction) ? Direction.ABOVE : Direction.BELOW,
                section.requireText(BECAUSE));
    }

    private Decision ofRule() {
        section.allow(List.of(RULE, THRESHOLDS, BECAUSE));
        Map<String, Double> thresholds = thresholds(Section.of(THRESHOLDS, section.require(THRESHOLDS)));
        thresholds.keySet().stream().filter(names::contains).findFirst().ifPresent(twice -> {
            throw new InputException(
                    section.location().text(),
                    "thresholds with names of their own",
                    Quoted.of(twice) + ", which is a measure's",
                    "Rename the threshold.");
        });
        List<String> known = new ArrayList<>(names);
        known.addAll(thresholds.keySet());
        SourceLocation location = section.require(RULE).location();
        Formula rule = Formula.parse(section.requireText(RULE), location, Map.of(), known)
                .requireTruth();
        thresholds.keySet().stream()
                .filter(name -> !rule.names().contains(name))
                .findFirst()
                .ifPresent(unused -> {
                    throw new InputException(
                            location.text(),
                            "every threshold in the rule",
                            "none of " + unused,
                            "Use it or delete it.");
                });
        return new Decision(
                "1 where the rule is true of a seed, 0 where it is false",
                rule.oneWhereTrue(thresholds),
                HALF,
                Direction.ABOVE,
                section.requireText(BECAUSE));
    }

    private static Map<String, Double> thresholds(Section section) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (Entry entry : section.entries().entries()) {
            CheckReader.requireName(entry);
            thresholds.put(entry.key(), section.requireValue(number(entry.key())));
        }
        if (thresholds.isEmpty()) {
            throw new InputException(section.location().text(), "a threshold", "none", "Add a name with a number.");
        }
        return thresholds;
    }

    private static NumberSetting number(String key) {
        return NumberSetting.between(key, key, "", -LARGEST, LARGEST, 0, false, "");
    }
}
