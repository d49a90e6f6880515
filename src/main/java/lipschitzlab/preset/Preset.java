package lipschitzlab.preset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.network.Architecture;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * A whole experiment as data: everything that a run depends on, seed included.
 *
 * @param name the bundled name or the file's, without its ending
 * @param title one line
 * @param lookFor what to look for, for a student
 * @param shared a value for every setting of {@link SharedSettings}
 * @param data what is learned
 * @param generator the same in every lane
 * @param critic the critic's architecture, the same in every lane
 * @param lanes 1 to {@link LaneRules#MAX_LANES}
 * @param tuning which settings were searched for this preset, the same budget for every lane; empty if none is stated, and begins
 *     with "Not" where none were
 * @param changes to replay, from the record of a run
 */
public record Preset(
        String name,
        String title,
        String lookFor,
        Values shared,
        DataSpec data,
        GeneratorSpec generator,
        Architecture critic,
        List<LaneSpec> lanes,
        String tuning,
        List<Change> changes) {
    /**
     * Copies the lists.
     *
     * @throws InputException if there are no lanes, or more than {@link LaneRules#MAX_LANES}
     */
    public Preset {
        LaneRules.requireCount(lanes.size(), "the preset " + name);
        lanes = List.copyOf(lanes);
        changes = List.copyOf(changes);
    }

    /** The same experiment under another name. */
    public Preset named(String otherName) {
        return new Preset(otherName, title, lookFor, shared, data, generator, critic, lanes, tuning, changes);
    }

    /** The same experiment on the data of this file. */
    public Preset withData(Path file) {
        return withData(new DataSpec(data.kind(), data.values(), Optional.of(file)));
    }

    /** The same experiment on other data. */
    public Preset withData(DataSpec moved) {
        return new Preset(name, title, lookFor, shared, moved, generator, critic, lanes, tuning, changes);
    }

    /** The same experiment with other shared values. */
    public Preset withShared(Values values) {
        return new Preset(name, title, lookFor, values, data, generator, critic, lanes, tuning, changes);
    }

    /** The same experiment with other networks. */
    public Preset withNetworks(GeneratorSpec otherGenerator, Architecture otherCritic) {
        return new Preset(name, title, lookFor, shared, data, otherGenerator, otherCritic, lanes, tuning, changes);
    }

    /** The same experiment with other lanes. */
    public Preset withLanes(List<LaneSpec> specs) {
        return new Preset(name, title, lookFor, shared, data, generator, critic, specs, tuning, changes);
    }

    /** The same experiment with other changes to replay. */
    public Preset withChanges(List<Change> replayed) {
        return new Preset(name, title, lookFor, shared, data, generator, critic, lanes, tuning, replayed);
    }

    /** The same experiment under another title, with other texts. */
    public Preset withTexts(String otherTitle, String otherLookFor, String otherTuning) {
        return new Preset(name, otherTitle, otherLookFor, shared, data, generator, critic, lanes, otherTuning, changes);
    }

    /** Whether its settings were searched, as {@link #tuning} says. */
    public boolean tuned() {
        return !tuning.isBlank() && !tuning.startsWith("Not ");
    }

    /**
     * The same experiment with only some of its lanes, in the preset's order.
     *
     * @throws InputException if an id is not a lane's
     */
    public Preset withOnly(List<String> ids, String where) {
        for (String id : ids) {
            if (lanes.stream().noneMatch(lane -> lane.id().equals(id))) {
                String known =
                        String.join(", ", lanes.stream().map(LaneSpec::id).toList());
                throw new InputException(
                        where, "lanes of " + name + " (" + known + ")", Quoted.of(id), "Correct the lane.");
            }
        }
        Predicate<String> wanted = ids::contains;
        return withLanes(lanes.stream().filter(lane -> wanted.test(lane.id())).toList());
    }

    /**
     * The settings in which lanes differ, by label, the constraint left out; of what a constraint declares, those in which lanes
     * with that constraint differ.
     */
    public List<String> differences() {
        List<Setting<?>> settings = lanes.stream()
                .flatMap(lane -> lane.values().settings().stream())
                .filter(setting -> !setting.equals(LaneSettings.CONSTRAINT))
                .distinct()
                .toList();
        return settings.stream().filter(this::differs).map(Setting::label).toList();
    }

    private boolean differs(Setting<?> setting) {
        Map<Boolean, List<LaneSpec>> declaring = lanes.stream()
                .filter(lane -> lane.values().declares(setting))
                .collect(Collectors.partitioningBy(
                        lane -> lane.constraint().settings().contains(setting)));
        Map<ConstraintSet, List<LaneSpec>> byConstraint =
                declaring.get(true).stream().collect(Collectors.groupingBy(LaneSpec::constraint));
        return Stream.concat(Stream.of(declaring.get(false)), byConstraint.values().stream())
                .anyMatch(alike -> texts(alike, setting) > 1);
    }

    private static long texts(List<LaneSpec> specs, Setting<?> setting) {
        return specs.stream()
                .map(lane -> lane.values().text(setting))
                .distinct()
                .count();
    }
}
