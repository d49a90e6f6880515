package lipschitzlab.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;

/** The bundled presets, made small enough for a test. */
public final class TinyPresets {
    private TinyPresets() {}

    /** 8 Gaussians with four lanes of 8-wide networks. */
    public static Preset toy(String... overrides) {
        return tiny("eight-gaussians", "[8, 8]", overrides);
    }

    /** The same with the generator held at real data with unit noise. */
    public static Preset frozen() {
        try {
            String text = Files.readString(Path.of("presets", "eight-gaussians.yaml"))
                    .replaceAll("(?s)\\ngenerator:\\n.*?\\n(?=critic)", "\ngenerator: {kind: frozen}\n");
            Path file = Files.createTempFile("frozen", ".yaml");
            Files.writeString(file, text);
            Preset preset = PresetReader.read(
                    file,
                    Map.of(
                            "critic.hidden", "[8, 8]",
                            "batch", "16",
                            "schedule.steps", "6",
                            "schedule.diagnosticsEvery", "3"));
            Files.delete(file);
            return preset;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Preset tiny(String name, String hidden, String... overrides) {
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
