package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * The settings with which a method's paper trains, each with the place where it stands.
 *
 * @param constraint the method
 * @param own a value for every setting of a lane with this method, its constraint left out
 * @param shared batch and steps, which all lanes share: they are told, and not put into a lane
 * @param remark what else a reader should know, in sentences; empty for nothing
 */
public record PublishedRecipe(
        ConstraintKind constraint, List<PublishedValue> own, List<PublishedValue> shared, String remark) {
    /** Copies the lists. */
    public PublishedRecipe {
        own = List.copyOf(own);
        shared = List.copyOf(shared);
    }

    /**
     * A lane with these settings, under its own id and title.
     *
     * @param lane one whose only constraint is this method
     */
    public LaneSpec applied(LaneSpec lane) {
        return lane.with(values(own, lane.constraint()));
    }

    /** The values of a lane with this method. */
    Values values() {
        return values(own, ConstraintSet.of(constraint));
    }

    private static Values values(List<PublishedValue> own, ConstraintSet constraint) {
        OptimizerKind optimizer = own.stream()
                .map(PublishedValue::assignment)
                .filter(assignment -> assignment.setting().equals(LaneSettings.OPTIMIZER))
                .map(assignment -> (OptimizerKind) assignment.value())
                .findFirst()
                .orElseThrow();
        Values values = new Values(LaneSettings.of(constraint, optimizer)).with(LaneSettings.CONSTRAINT, constraint);
        for (PublishedValue value : own) {
            values = values.with(value.assignment());
        }
        return values;
    }

    /** Generator steps that the paper trains; empty if it states no number. */
    public OptionalInt steps() {
        Optional<Object> stated = shared.stream()
                .map(PublishedValue::assignment)
                .filter(assignment -> assignment.setting().equals(SharedSettings.STEPS))
                .<Object>map(Assignment::value)
                .findFirst();
        return stated.map(value -> OptionalInt.of((Integer) value)).orElse(OptionalInt.empty());
    }

    /** Whether a lane has these settings. */
    public boolean isThatOf(LaneSpec lane) {
        return applied(lane).equals(lane);
    }

    /** What a setting was published with, and where that stands; empty for settings of other methods. */
    public Optional<PublishedValue> value(Setting<?> setting) {
        return own.stream()
                .filter(value -> value.assignment().setting().equals(setting))
                .findFirst();
    }

    /** The places where the settings of its lanes stand. */
    String sources() {
        return own.stream().map(PublishedValue::reference).distinct().collect(Collectors.joining("; "));
    }

    /** All values with the places where they stand, and the remark, in one line that ends with a full stop. */
    public String text() {
        return String.join("; ", words()) + "." + (remark.isEmpty() ? "" : " " + remark);
    }

    /** The values by the place where they stand, such as "λ = 10, n = 5: Gulrajani et al. 2017, algorithm 1". */
    public List<String> words() {
        Map<String, List<PublishedValue>> byReference = Stream.concat(own.stream(), shared.stream())
                .filter(value -> !value.assignment().setting().equals(LaneSettings.GENERATOR_LEARNING_RATE))
                .collect(Collectors.groupingBy(PublishedValue::reference, LinkedHashMap::new, Collectors.toList()));
        List<String> words = new ArrayList<>();
        byReference.forEach((reference, values) -> words.add(
                values.stream().map(PublishedRecipe::words).collect(Collectors.joining(", ")) + ": " + reference));
        return words;
    }

    /** Every recipe has one rate for both networks: it is named once. */
    private static String words(PublishedValue value) {
        Setting<?> setting = value.assignment().setting();
        if (setting.equals(SharedSettings.STEPS)) {
            return String.format(
                    Locale.ROOT, "%,d generator steps", value.assignment().value());
        }
        String symbols = setting.equals(LaneSettings.LEARNING_RATE) ? "α = α_G = " : setting.nameBeforeValue();
        return symbols + value.assignment().text();
    }

    /** The setting of a key, among those of such a lane and those that lanes share. */
    static Setting<?> setting(ConstraintKind constraint, OptimizerKind optimizer, String key) {
        return Stream.concat(
                        LaneSettings.of(ConstraintSet.of(constraint), optimizer).stream(),
                        SharedSettings.all().stream())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting " + key + " of " + constraint.id()));
    }
}
