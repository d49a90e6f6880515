package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;

class LaneRulesTest {
    @Test
    void aTakenNameGetsTheNextFreeNumberInPlaceOfItsOwn() {
        assertThat(LaneRules.freeId(List.of("r1"), "dragan")).isEqualTo("dragan");
        assertThat(LaneRules.freeId(List.of("r1"), "r1")).isEqualTo("r1-2");
        assertThat(LaneRules.freeId(List.of("r1", "r1-2"), "r1-2")).isEqualTo("r1-3");
        assertThat(LaneRules.freeId(List.of("rate-7"), "rate-7")).isEqualTo("rate-2");
        assertThat(LaneRules.freeId(List.of(), "rate-7")).isEqualTo("rate-7");
    }

    @Test
    void aLongNameWithANumberIsStillOneThatALaneMayHave() {
        String longest = "a".repeat(40);
        String next = LaneRules.freeId(List.of(longest), longest);
        assertThat(next).hasSize(40).endsWith("a-2");
        assertThatCode(() -> LaneRules.requireId(next, "test")).doesNotThrowAnyException();
    }

    @Test
    void aLaneIsNotNamedAsAFileThatWindowsCannotMake() {
        for (String device : List.of("aux", "con", "nul", "prn", "com1", "lpt9")) {
            assertThatThrownBy(() -> LaneRules.requireId(device, "lane"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("'" + device + "', which Windows keeps for a device")
                    .hasMessageContaining("Rename the lane");
            assertThatCode(() -> LaneRules.requireId(device + "-2", "lane")).doesNotThrowAnyException();
        }
    }

    @Test
    void aLaneThatIsNamedAfterAnotherMethodSaysWhatHoldsIt() {
        LaneSpec penalty = TinyPresets.toy().lanes().get(1);
        assertThat(penalty.title()).isEqualTo("gradient penalty");
        assertThat(penalty.named("r1").title()).isEqualTo("r1 (gradient penalty)");
        assertThat(penalty.named("soft").title()).isEqualTo("soft");
    }

    @Test
    void lanesOfOneMethodDifferInWhatTheMethodDeclares() {
        Preset preset = TinyPresets.toy().withOnly(List.of("gradient-penalty"), "test");
        LaneSpec spec = preset.lanes().get(0);
        LaneSpec stronger = spec.named("stronger").with(spec.values().with(GradientPenalty.LAMBDA, 7.0));

        assertThat(preset.withLanes(List.of(spec, spec.named("twin"))).differences())
                .isEmpty();
        assertThat(preset.withLanes(List.of(spec, stronger)).differences()).containsExactly("Penalty weight");
    }
}
