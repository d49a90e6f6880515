package lipschitzlab.constraint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.Network;
import lipschitzlab.setting.ChoicesSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.SettingSource;

/**
 * What constrains one lane's critic: one method, or several that may be combined.
 *
 * @param kinds at least one, in the order in which they were named
 */
public record ConstraintSet(List<ConstraintKind> kinds) {
    private static final int LONGEST_LANE_ID = 36;

    /** Copies the list. */
    public ConstraintSet {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("expected at least one constraint, found none");
        }
    }

    /** A set of these. */
    public static ConstraintSet of(ConstraintKind... kinds) {
        return new ConstraintSet(List.of(kinds));
    }

    /**
     * The set of the kinds with these ids.
     *
     * @throws IllegalArgumentException if one of them is no kind's
     */
    public static ConstraintSet ofIds(List<String> ids) {
        return new ConstraintSet(ids.stream().map(ConstraintKind::of).toList());
    }

    /**
     * Why these do not go together, as a sentence that says what to do; nothing if they do.
     *
     * @param ids names of constraints, none twice
     */
    public static Optional<String> objection(List<String> ids) {
        List<ConstraintKind> kinds = ids.stream().map(ConstraintKind::of).toList();
        for (int i = 0; i < kinds.size(); i++) {
            for (int j = i + 1; j < kinds.size(); j++) {
                Optional<String> found = Conflict.between(kinds.get(i), kinds.get(j));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The kinds' ids, in their order. */
    public List<String> ids() {
        return kinds.stream().map(ConstraintKind::id).toList();
    }

    /** The name in presets and options: the ids, as {@link ChoicesSetting} writes them. */
    public String id() {
        return ChoicesSetting.joined(ids());
    }

    /** What a lane is called that has no name of its own. */
    public String laneId() {
        String all = kinds.stream().map(ConstraintKind::id).collect(Collectors.joining("-"));
        return all.length() <= LONGEST_LANE_ID ? all : primary().id() + "-and-more";
    }

    /** The name on a card. */
    public String title() {
        return kinds.stream().map(ConstraintKind::title).collect(Collectors.joining(ChoicesSetting.AND));
    }

    /** The papers. */
    public String source() {
        return kinds.stream().map(ConstraintKind::source).distinct().collect(Collectors.joining("; "));
    }

    /** The first of the kinds, after whose hue a lane is drawn. */
    public ConstraintKind primary() {
        return kinds.get(0);
    }

    /** The settings that these methods read, each once. */
    public List<Setting<?>> settings() {
        return kinds.stream()
                .flatMap(kind -> kind.settings().stream())
                .distinct()
                .toList();
    }

    /**
     * A new constraint that does what all of these do.
     *
     * @param critic as the architecture has it; train the one that {@link Constraint#constrain} makes of it
     * @param values the lane's values; a constraint reads them at each step, so that they can change while it runs
     * @param random for the constraint's initial state
     */
    public Constraint create(Network critic, SettingSource values, RandomStream random) {
        List<Constraint> parts =
                kinds.stream().map(kind -> kind.create(critic, values, random)).toList();
        return parts.size() == 1 ? parts.get(0) : new Combination(parts);
    }

    @Override
    public String toString() {
        return id();
    }
}
