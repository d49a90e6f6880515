package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.Suggestion;
import lipschitzlab.yaml.YamlTree.Entry;

/** Reads {@code lanes:}. */
final class LanesReader {
    /** The key of a lane's title. */
    static final String TITLE = "title";

    private LanesReader() {}

    static List<LaneSpec> read(Entry lanes) {
        Section section = Section.of("lanes", lanes);
        LaneRules.requireCount(
                section.entries().entries().size(), lanes.location().text());
        List<LaneSpec> specs = new ArrayList<>();
        for (Entry lane : section.entries().entries()) {
            specs.add(lane(lane));
        }
        return specs;
    }

    private static LaneSpec lane(Entry lane) {
        LaneRules.requireId(lane.key(), lane.location().text());
        Section section = Section.of("lane " + lane.key(), lane);
        ConstraintSet constraint = constraint(section, lane.key());
        OptimizerKind optimizer = section.value(LaneSettings.OPTIMIZER);
        List<Setting<?>> settings = LaneSettings.of(constraint, optimizer);
        section.allow(withTitle(keys(settings)), key -> elsewhere(key, constraint, optimizer));
        Values values = section.values(settings).with(LaneSettings.CONSTRAINT, constraint);
        return new LaneSpec(lane.key(), title(section), withSharedRate(section, values));
    }

    private static Optional<String> title(Section section) {
        return section.find(TITLE)
                .flatMap(entry ->
                        LaneRules.title(section.text(TITLE), entry.location().text()));
    }

    /** As stated; otherwise the lane's id says it. */
    private static ConstraintSet constraint(Section section, String id) {
        boolean stated = section.find(LaneSettings.CONSTRAINT.key()).isPresent();
        if (!stated && ConstraintKind.ids().contains(id)) {
            return ConstraintSet.of(ConstraintKind.of(id));
        }
        if (!stated) {
            section.allow(withTitle(allKeys()));
            throw constraintMissing(section, id);
        }
        return section.requireValue(LaneSettings.CONSTRAINT);
    }

    private static InputException constraintMissing(Section section, String id) {
        return new InputException(
                section.location().text(),
                "the key constraint in " + section.name() + ", or a lane named after one",
                "neither",
                Suggestion.among(id, ConstraintKind.ids()));
    }

    /** One rate is for both networks. */
    private static Values withSharedRate(Section section, Values values) {
        boolean shared = section.find(LaneSettings.LEARNING_RATE.key()).isPresent()
                && section.find(LaneSettings.GENERATOR_LEARNING_RATE.key()).isEmpty();
        return shared
                ? values.with(LaneSettings.GENERATOR_LEARNING_RATE, values.get(LaneSettings.LEARNING_RATE))
                : values;
    }

    private static List<String> keys(List<? extends Setting<?>> settings) {
        return settings.stream().map(Setting::key).toList();
    }

    private static List<String> withTitle(List<String> keys) {
        List<String> all = new ArrayList<>(keys);
        all.add(TITLE);
        return all;
    }

    private static List<String> allKeys() {
        return Arrays.stream(ConstraintKind.values())
                .flatMap(constraint -> Arrays.stream(OptimizerKind.values())
                        .flatMap(optimizer -> keys(LaneSettings.of(ConstraintSet.of(constraint), optimizer)).stream()))
                .distinct()
                .toList();
    }

    private static Optional<String> elsewhere(String key, ConstraintSet constraint, OptimizerKind optimizer) {
        List<String> constraints = Arrays.stream(ConstraintKind.values())
                .filter(kind -> declares(kind.settings(), key))
                .map(ConstraintKind::id)
                .toList();
        List<String> optimizers = Arrays.stream(OptimizerKind.values())
                .filter(kind -> declares(kind.settings(), key))
                .map(OptimizerKind::id)
                .toList();
        return Stream.concat(
                        sentence(key, "constraint", constraints, constraint.id()).stream(),
                        sentence(key, "optimizer", optimizers, optimizer.id()).stream())
                .findFirst();
    }

    private static boolean declares(List<? extends Setting<?>> settings, String key) {
        return keys(settings).contains(key);
    }

    private static Optional<String> sentence(String key, String what, List<String> owners, String here) {
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of(key + " belongs to the " + what + " " + String.join(" or ", owners) + "; this lane's is "
                        + here + ".");
    }
}
