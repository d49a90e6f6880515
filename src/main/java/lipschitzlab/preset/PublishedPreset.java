package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import lipschitzlab.setting.InputException;

/**
 * A preset whose lanes have the settings of their methods' papers. Data, networks, batch, seed and horizon stay the preset's, since
 * all lanes share them; what the papers have is told.
 */
public final class PublishedPreset {
    private static final String EACH =
            "Each lane has the settings of its method's paper, on these data and with these networks.";
    private static final String SOME =
            "Each lane whose method has published settings has them, on these data and with these networks; the others are as"
                    + " they were.";
    private static final String LOOK_FOR =
            "How far does each come, and whose critic stays nearly flat? %s The lanes differ in objective, optimizer and rates,"
                    + " so a difference between them is one between recipes, not only between constraints; and the papers' rates"
                    + " were chosen for other data, networks and many more steps.";

    private PublishedPreset() {}

    /**
     * The same experiment with published settings. A lane whose method has none stays as it is. Title and texts say so; changes of
     * values that a recorded run would repeat are left out.
     *
     * @throws InputException if no lane's method has published settings
     */
    public static Preset of(Preset tuned) {
        if (tuned.lanes().stream().allMatch(lane -> recipe(tuned, lane).isEmpty())) {
            throw new InputException(
                    "the recipe published",
                    "a lane whose method has published settings",
                    "none in " + tuned.name() + " (" + reasons(tuned) + ")",
                    "Leave the recipe out, or choose another preset.");
        }
        List<LaneSpec> lanes = tuned.lanes().stream()
                .map(lane ->
                        recipe(tuned, lane).map(found -> found.applied(lane)).orElse(lane))
                .toList();
        return tuned.withLanes(lanes)
                .withChanges(tuned.changes().stream()
                        .filter(change -> change instanceof Change.Extension)
                        .toList())
                .withTexts(title(tuned.title()), lookFor(tuned), String.join(" ", references(tuned)));
    }

    /** What stands behind the comma is said of the preset's own settings. */
    private static String title(String own) {
        int end = own.lastIndexOf(", ");
        return (end < 0 ? own : own.substring(0, end)) + ", as published";
    }

    private static String lookFor(Preset preset) {
        boolean all =
                preset.lanes().stream().allMatch(lane -> recipe(preset, lane).isPresent());
        return String.join(" ", all ? EACH : SOME, LOOK_FOR.formatted(steps(preset)));
    }

    private static String reasons(Preset preset) {
        return preset.lanes().stream()
                .map(lane -> lane.id() + ": " + PublishedRecipes.without(lane.constraint()))
                .collect(Collectors.joining(" "));
    }

    /** What a lane's method was published with, for the data of this preset; empty where nothing is known. */
    public static Optional<PublishedRecipe> recipe(Preset preset, LaneSpec lane) {
        return PublishedRecipes.find(lane.constraint(), preset.data().kind());
    }

    /** For each lane what it is given and where that stands, or why it stays as it is. */
    public static List<String> references(Preset preset) {
        return preset.lanes().stream()
                .map(lane -> lane.id() + ": " + reference(preset, lane))
                .toList();
    }

    private static String reference(Preset preset, LaneSpec lane) {
        return recipe(preset, lane)
                .map(PublishedRecipe::text)
                .orElseGet(() -> "stays as it is. " + PublishedRecipes.without(lane.constraint()));
    }

    /** For each lane the places where its settings stand, or why it stays as it is. */
    public static List<String> sources(Preset preset) {
        return preset.lanes().stream()
                .map(lane -> lane.constraint().title() + ": "
                        + recipe(preset, lane)
                                .map(PublishedRecipe::sources)
                                .orElseGet(() -> "stays as it is. " + PublishedRecipes.without(lane.constraint())))
                .toList();
    }

    /** How many generator steps the papers train, as a sentence. */
    public static String steps(Preset preset) {
        Map<String, List<String>> bySteps = new LinkedHashMap<>();
        for (LaneSpec lane : preset.lanes()) {
            OptionalInt stated =
                    recipe(preset, lane).map(PublishedRecipe::steps).orElse(OptionalInt.empty());
            stated.ifPresent(steps -> bySteps.computeIfAbsent(counted(steps), key -> new ArrayList<>())
                    .add(lane.constraint().title()));
        }
        return bySteps.isEmpty()
                ? "The papers state no number of generator steps."
                : bySteps.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                        .collect(Collectors.joining(", ", "The papers train ", " generator steps."));
    }

    private static String counted(int steps) {
        return String.format(Locale.ROOT, "%,d", steps);
    }
}
