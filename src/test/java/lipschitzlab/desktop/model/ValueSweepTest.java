package lipschitzlab.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSweepTest {
    private static final Preset PRESET = PresetReader.of("eight-gaussians", Map.of());
    private static final LaneSpec PENALTY = PRESET.lanes().stream()
            .filter(lane -> lane.id().equals("gradient-penalty"))
            .findFirst()
            .orElseThrow();
    private static final NumberSetting LAMBDA = GradientPenalty.LAMBDA;

    private static <T> ValueSweep<T> read(Setting<T> setting, String typed) {
        return ValueSweep.read(PENALTY.id(), PENALTY.values(), setting, typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5, 1, 10",
                "0.5,1,10",
                "0.5 1 10",
                "0,5; 1; 10",
                "0,5 1 10",
                " .5 ; 1;10 ;",
                "0.5, 0.50, 1, 10"
            })
    void valuesAreReadAsPeopleWriteThem(String typed) {
        assertThat(read(LAMBDA, typed).values()).containsExactly(0.5, 1.0, 10.0);
    }

    @Test
    void whatIsNoValueIsAnsweredWithTheRange() {
        assertThatThrownBy(() -> read(LAMBDA, "1, ten"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a number")
                .hasMessageContaining("'ten'");
        assertThatThrownBy(() -> read(LAMBDA, "  ")).hasMessageContaining("expected some values, each a number");
    }

    @Test
    void lanesDifferInThatSettingAloneAndTheLaneItselfStandsForItsOwnValue() {
        List<LaneSpec> specs = read(LAMBDA, "0.1, 1, 10").specs(PRESET.lanes());
        assertThat(specs).extracting(LaneSpec::id).containsExactly("gradient-penalty-2", "gradient-penalty-3");
        assertThat(specs)
                .extracting(spec -> ByKey.text(spec.values(), "lambda"))
                .containsExactly("1", "10");
        assertThat(specs).allSatisfy(spec -> assertThat(
                        PresetEdit.changed(spec.values(), new Assignment<>(GradientPenalty.LAMBDA, 0.1)))
                .isEqualTo(PENALTY.values()));
    }

    @Test
    void choicesStandSideBySideToo() {
        assertThat(ValueSweep.suggested(LaneSettings.OBJECTIVE, PENALTY.values()))
                .contains("hinge, ");
        assertThat(read(LaneSettings.OBJECTIVE, "hinge, wasserstein").specs(PRESET.lanes()))
                .singleElement()
                .satisfies(spec -> assertThat(spec.objective().id()).isEqualTo("hinge"));
    }

    @Test
    void suggestionsArePowersOfTenAroundTheValueThatThereIs() {
        assertThat(ValueSweep.suggested(LAMBDA, PENALTY.values())).isEqualTo("0.001, 0.01, 0.1, 1");
        assertThat(ValueSweep.suggested(LaneSettings.CRITIC_STEPS, PENALTY.values()))
                .startsWith(PENALTY.values().text(LaneSettings.CRITIC_STEPS));
    }
}
