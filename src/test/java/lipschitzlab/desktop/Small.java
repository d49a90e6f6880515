package lipschitzlab.desktop;

import java.util.HashMap;
import java.util.Map;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;

/** Experiments that are quick enough for a test. */
public final class Small {
    private Small() {}

    /** Four lanes of one hidden layer of 16. */
    public static Preset eightGaussians(int steps, String... more) {
        Map<String, String> overrides = new HashMap<>(Map.of(
                "generator.hidden", "[16]",
                "critic.hidden", "[16]",
                "batch", "32",
                "schedule.steps", Integer.toString(steps)));
        for (int i = 0; i < more.length; i += 2) {
            overrides.put(more[i], more[i + 1]);
        }
        return PresetReader.of("eight-gaussians", overrides);
    }

    /** Another preset, as small. */
    public static Preset tiny(String name) {
        return PresetReader.of(
                name,
                Map.of("generator.hidden", "[16]", "critic.hidden", "[16]", "batch", "32", "schedule.steps", "3"));
    }
}
