package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lipschitzlab.experiment.PresetText;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
    @TempDir
    Path folder;

    private Preset read(Map<String, String> overrides) throws IOException {
        Path file = Files.writeString(
                folder.resolve("small.yaml"), PresetText.small().without(15, 16).toString());
        return PresetReader.read(file, overrides);
    }

    @Test
    void valuesTakeThePlaceOfThePresetsOwn() throws IOException {
        Preset preset = read(Map.of(
                "seed", "11",
                "data.distance", "3",
                "generator.hidden", "[64, 32]",
                "lanes.gradient-penalty.learningRate", "1000",
                "lookFor", "a: b, c"));
        assertThat(preset.shared().get(SharedSettings.SEED)).isEqualTo(11);
        assertThat(ByKey.value(preset.data().values(), "distance")).isEqualTo(3.0);
        assertThat(preset.generator()).isEqualTo(new GeneratorSpec.Trained(new Mlp(List.of(64, 32), 0), 1));
        assertThat(ByKey.value(preset.lanes().get(0).values(), "learningRate")).isEqualTo(1000.0);
        assertThat(ByKey.value(preset.lanes().get(0).values(), "lambda")).isEqualTo(0.1);
        assertThat(preset.lookFor()).isEqualTo("a: b, c");
    }

    @Test
    void sectionsThatThePresetLacksAreAdded() throws IOException {
        Preset preset = read(Map.of("schedule.steps", "100", "schedule.mode", "free"));
        assertThat(preset.shared().get(SharedSettings.STEPS)).isEqualTo(100);
        assertThat(preset.shared().get(SharedSettings.MODE)).isEqualTo(Pace.FREE);
    }

    @Test
    void aBundledPresetTakesThemToo() {
        Preset preset = PresetReader.of("shapes", Map.of("schedule.steps", "2", "critic.width", "0.125"));
        assertThat(preset.shared().get(SharedSettings.STEPS)).isEqualTo(2);
    }

    @Test
    void aWrongLineOfABundledPresetIsNamed() {
        assertThatThrownBy(() -> PresetReader.of("disjoint", Map.of("data.kind", "swiss-roll")))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("preset disjoint, line \\d+: expected a key of data, found 'distance'\\. .*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lanes.unconstraint.learningRate | 1 | Allowed here: gradient-penalty, slow-clipping.",
                "lanes.slow-cliping.c | 1 | Did you mean slow-clipping?",
                "lanes.gradient-penalty.lerningRate | 1 | Did you mean learningRate?",
                "lanes.gradient-penalty.learningRate | -1 | greater than 0",
                "lanes.gradient-penalty.c | 1 | c belongs to the constraint weight-clipping",
                "lanes.gradient-penalty.learningRate.x | 1 | keys inside lanes.gradient-penalty.learningRate",
                "sead | 1 | Did you mean seed?",
                "schedule.step | 1 | Did you mean steps?",
                "seed | 1.5 | whole number",
                "seed | [1] | found a list",
                "seed | '' | found nothing",
                "generator.hidden | 64 | a list of 1 to 64 layer widths",
                "generator.hidden | [64, x] | 'x'",
                "generator.hidden | [64 | a list that is not closed",
                "changes.step | 1 | found a list",
                "record.engine | x | record",
                "schedule..steps | 1 | an empty key",
            })
    void wrongOnesAreRefusedByTheirOption(String path, String value, String part) {
        assertThatThrownBy(() -> read(Map.of(path, value)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--set " + path + ": expected ")
                .hasMessageContaining(part);
    }
}
