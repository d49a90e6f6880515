package lipschitzlab.experiment;

import java.util.HashMap;
import java.util.Map;

/** The bundled presets, made small enough for a test. */
final class TinyPresets {
    private TinyPresets() {}

    /** 8 Gaussians with four lanes of 8-wide networks. */
    static Preset toy(String... overrides) {
        return tiny("eight-gaussians", "[8, 8]", overrides);
    }

    static Preset tiny(String name, String hidden, String... overrides) {
        Map<String, String> all = new HashMap<>(Map.of(
                "generator.hidden", hidden,
                "critic.hidden", hidden,
                "batch", "16",
                "schedule.steps", "6",
                "schedule.diagnosticsEvery", "3"));
        for (int i = 0; i < overrides.length; i += 2) {
            all.put(overrides[i], overrides[i + 1]);
        }
        return PresetReader.of(name, all);
    }
}
