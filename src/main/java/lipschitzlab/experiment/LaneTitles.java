package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * What lanes that stand beside each other are called for a person: by their own titles, or else by their methods, and where
 * lanes share a method, by the values in which they differ, such as "gradient penalty, λ = 10". No two are the same.
 */
public final class LaneTitles {
    /** More values than this make no name: the rest is an ellipsis. */
    private static final int MAX_VALUES = 3;

    private final List<Named> lanes;
    private final Function<LaneSpec, String> base;

    /**
     * A lane with its values.
     *
     * @param first what its values were in its first step
     * @param now what its values are by now, where some were changed while it trained
     */
    private record Named(LaneSpec spec, Values first, Values now) {
        static Named of(Lane lane) {
            Values first = lane.spec().values();
            for (Change change : lane.changes()) {
                if (change.step() == 0 && change instanceof Change.Value changed) {
                    first = first.with(changed.assignment());
                }
            }
            return new Named(lane.spec(), first, lane.values());
        }

        boolean shares(Named other) {
            return spec.constraint().equals(other.spec.constraint());
        }
    }

    private LaneTitles(List<Named> lanes, Function<LaneSpec, String> base) {
        this.lanes = lanes;
        this.base = base;
    }

    /** The titles of these lanes, in their order. */
    public static List<String> of(List<LaneSpec> specs) {
        return planned(specs, LaneSpec::title).all();
    }

    /** The title of one of these lanes. */
    public static String of(LaneSpec spec, List<LaneSpec> specs) {
        return of(specs).get(specs.indexOf(spec));
    }

    /** As {@link #of(LaneSpec, List)}, but the method's name stands in place of a lane's id. */
    public static String byMethod(LaneSpec spec, List<LaneSpec> specs) {
        Function<LaneSpec, String> method =
                lane -> lane.ownTitle().orElseGet(() -> lane.constraint().title());
        return planned(specs, method).all().get(specs.indexOf(spec));
    }

    /** The titles of these lanes as they stand, in their order: a value that was changed in training is "λ = 10 → 1". */
    public static List<String> now(List<Lane> lanes) {
        return standing(lanes, LaneSpec::title).all();
    }

    /**
     * As {@link #now}, where a person may want to type what is read: a lane's id, with its own title or the values in which it
     * differs behind it.
     */
    public static List<String> withIds(List<Lane> lanes) {
        Function<LaneSpec, String> id = spec ->
                spec.ownTitle().map(title -> spec.id() + " (" + title + ")").orElse(spec.id());
        return standing(lanes, id).all();
    }

    private static LaneTitles planned(List<LaneSpec> specs, Function<LaneSpec, String> base) {
        return new LaneTitles(
                specs.stream()
                        .map(spec -> new Named(spec, spec.values(), spec.values()))
                        .toList(),
                base);
    }

    private static LaneTitles standing(List<Lane> lanes, Function<LaneSpec, String> base) {
        return new LaneTitles(lanes.stream().map(Named::of).toList(), base);
    }

    private List<String> all() {
        Set<String> titles = new LinkedHashSet<>();
        for (Named lane : lanes) {
            String title = title(lane);
            String free = title;
            for (int number = 2; !titles.add(free); number++) {
                free = title + " (" + number + ")";
            }
        }
        return List.copyOf(titles);
    }

    private String title(Named lane) {
        String name = base.apply(lane.spec());
        if (lane.spec().ownTitle().isPresent()) {
            return name;
        }
        List<String> parts = new ArrayList<>(List.of(name));
        parts.addAll(differences(lane));
        if (parts.size() > MAX_VALUES + 1) {
            return String.join(", ", parts.subList(0, MAX_VALUES + 1)) + ", …";
        }
        return String.join(", ", parts);
    }

    /** The values in which a lane differs from others of its method, those of the method first. */
    private List<String> differences(Named lane) {
        Set<Setting<?>> settings = new LinkedHashSet<>(lane.spec().constraint().settings());
        settings.addAll(lane.now().settings());
        settings.remove(LaneSettings.CONSTRAINT);
        List<Named> alike = lanes.stream().filter(lane::shares).toList();
        return settings.stream()
                .filter(setting -> differs(setting, alike))
                .map(setting -> inWords(setting, lane))
                .toList();
    }

    private static boolean differs(Setting<?> setting, List<Named> alike) {
        return alike.stream()
                        .filter(lane -> lane.now().declares(setting))
                        .map(lane -> value(setting, lane))
                        .distinct()
                        .count()
                > 1;
    }

    private static String inWords(Setting<?> setting, Named lane) {
        return setting.nameBeforeValue() + value(setting, lane);
    }

    private static String value(Setting<?> setting, Named lane) {
        String first = lane.first().text(setting);
        String now = lane.now().text(setting);
        return first.equals(now) ? now : first + " → " + now;
    }
}
