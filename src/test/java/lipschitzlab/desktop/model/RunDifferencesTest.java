package lipschitzlab.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.Test;

class RunDifferencesTest {
    private static Preset gaussians(Map<String, String> overrides) {
        return PresetReader.readBundled("eight-gaussians", overrides);
    }

    @Test
    void aRunOfTheSameSettingsDiffersInNothing() {
        assertThat(RunDifferences.of(gaussians(Map.of()), gaussians(Map.of()))).isEmpty();
    }

    @Test
    void sharedSettingsAreNamedWithBothValues() {
        assertThat(RunDifferences.of(gaussians(Map.of()), gaussians(Map.of("seed", "2"))))
                .containsExactly("seed 2, here 1");
    }

    @Test
    void theSettingOfOneLaneIsNamedWithThatLaneAndTheSameInAllOfThemOnce() {
        Preset here = gaussians(Map.of());
        assertThat(RunDifferences.of(here, gaussians(Map.of("lanes.gradient-penalty.lambda", "5"))))
                .singleElement()
                .asString()
                .contains(" 5, here ")
                .endsWith("(gradient-penalty)");
        Map<String, String> all = Map.of(
                "lanes.gradient-penalty.criticSteps", "9",
                "lanes.spectral-norm.criticSteps", "9",
                "lanes.unconstrained.criticSteps", "9",
                "lanes.weight-clipping.criticSteps", "9");
        Preset alike = gaussians(Map.of(
                "lanes.gradient-penalty.criticSteps", "3",
                "lanes.spectral-norm.criticSteps", "3",
                "lanes.unconstrained.criticSteps", "3",
                "lanes.weight-clipping.criticSteps", "3"));
        assertThat(RunDifferences.of(alike, gaussians(all))).containsExactly("critic steps 9, here 3");
    }

    @Test
    void otherDataNetworksAndLanesAreNamed() {
        Preset here = gaussians(Map.of());
        Preset rings = PresetReader.readBundled("swiss-roll", Map.of());
        assertThat(RunDifferences.of(here, rings)).anyMatch(word -> word.startsWith("data "));
        assertThat(RunDifferences.of(here, gaussians(Map.of("critic.hidden", "[8]"))))
                .containsExactly("the critic's layers");
        assertThat(RunDifferences.of(here, here.withOnly(List.of("spectral-norm"), "test")))
                .containsExactly("lanes only here: gradient-penalty, weight-clipping, unconstrained");
        assertThat(RunDifferences.of(here.withOnly(List.of("spectral-norm"), "test"), here))
                .containsExactly("lanes only there: gradient-penalty, weight-clipping, unconstrained");
    }
}
