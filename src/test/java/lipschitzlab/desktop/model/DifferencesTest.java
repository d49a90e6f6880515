package lipschitzlab.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static Preset of(String name) {
        return PresetReader.of(name, Map.of());
    }

    @Test
    void whatDiffersIsNamedInOneLine() {
        assertThat(Differences.inWords(of("eight-gaussians-controlled")))
                .isEqualTo("Only the constraint differs between these lanes.");
        assertThat(Differences.inWords(of("more-methods"))).isEqualTo("These lanes differ in: constraint, objective.");
    }

    @Test
    void lanesOfOneMethodDifferInTheirSettingsOrNotAtAll() {
        Preset one = of("eight-gaussians").withOnly(List.of("gradient-penalty"), "test");
        LaneSpec lane = one.lanes().get(0);
        LaneSpec other =
                new LaneSpec("other", PresetEdit.changed(lane.values(), new Assignment<>(GradientPenalty.LAMBDA, 7.0)));

        assertThat(Differences.inWords(one)).isEqualTo("There is one lane.");
        assertThat(Differences.inWords(one.withLanes(List.of(lane, lane.named("twin")))))
                .isEqualTo("These lanes do not differ.");
        assertThat(Differences.inWords(one.withLanes(List.of(lane, other))))
                .isEqualTo("Only the penalty weight differs between these lanes.");
    }
}
