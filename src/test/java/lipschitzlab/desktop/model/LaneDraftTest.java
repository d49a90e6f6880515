package lipschitzlab.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.objective.Objective;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;

class LaneDraftTest {
    private static final Preset PRESET = PresetReader.of("eight-gaussians", Map.of());
    private static final LaneSpec PENALTY = PRESET.lanes().stream()
            .filter(lane -> lane.id().equals("gradient-penalty"))
            .findFirst()
            .orElseThrow();

    private static LaneDraft draft() {
        return new LaneDraft(PENALTY.values(), PRESET.lanes());
    }

    @Test
    void itBeginsWithTheFirstMethodThatNoLaneHas() {
        List<ConstraintSet> used =
                PRESET.lanes().stream().map(LaneSpec::constraint).toList();
        ConstraintSet expected = Arrays.stream(ConstraintKind.values())
                .map(ConstraintSet::of)
                .filter(set -> !used.contains(set))
                .findFirst()
                .orElseThrow();

        assertThat(draft().constraint()).isEqualTo(expected);
        assertThat(draft().spec().id()).isEqualTo(expected.laneId());
    }

    @Test
    void whatNobodyDecidesIsAsInTheLaneThatItBeganAs() {
        Values values = draft().spec().values();

        assertThat(values.get(LaneSettings.LEARNING_RATE))
                .isEqualTo(PENALTY.values().get(LaneSettings.LEARNING_RATE));
        assertThat(values.get(LaneSettings.CRITIC_STEPS))
                .isEqualTo(PENALTY.values().get(LaneSettings.CRITIC_STEPS));
        assertThat(values.get(LaneSettings.OPTIMIZER))
                .isEqualTo(PENALTY.values().get(LaneSettings.OPTIMIZER));
    }

    @Test
    void aValueOfTheFirstLaneIsBackWhenItsMethodIs() {
        LaneDraft draft = new LaneDraft(PENALTY.values().with(GradientPenalty.LAMBDA, 7.0), PRESET.lanes());
        draft.set(LaneSettings.CONSTRAINT, ConstraintSet.of(ConstraintKind.UNCONSTRAINED));
        draft.set(LaneSettings.CONSTRAINT, ConstraintSet.of(ConstraintKind.GRADIENT_PENALTY));

        assertThat(draft.get(GradientPenalty.LAMBDA)).isEqualTo(7);
    }

    @Test
    void decisionsStayWhenTheMethodChangesAfterThem() {
        LaneDraft draft = draft();
        draft.set(LaneSettings.OBJECTIVE, Objective.WASSERSTEIN);
        draft.set(LaneSettings.CONSTRAINT, ConstraintSet.of(ConstraintKind.R1));

        assertThat(draft.spec().objective()).isEqualTo(Objective.WASSERSTEIN);
        assertThat(draft.spec().constraint()).isEqualTo(ConstraintSet.of(ConstraintKind.R1));
    }

    @Test
    void itIsCalledAfterItsMethodAndWhatDiffersOrAsAPersonSays() {
        LaneDraft draft = draft();
        draft.set(LaneSettings.CONSTRAINT, PENALTY.constraint());
        draft.set(LaneSettings.OBJECTIVE, Objective.SATURATING);

        assertThat(draft.methodTitle()).isEqualTo("gradient penalty, objective saturating");
        assertThat(draft.spec().id()).isEqualTo("gradient-penalty-2");
        draft.setTitle("  mine  ");
        assertThat(draft.spec().ownTitle()).contains("mine");
        draft.setTitle(" ");
        assertThat(draft.spec().ownTitle()).isEmpty();
    }

    @Test
    void aTitleThatCannotBeIsAnsweredInWords() {
        LaneDraft draft = draft();
        draft.setTitle("x".repeat(10_000));

        assertThatThrownBy(draft::spec).isInstanceOf(InputException.class).hasMessageContaining("Title");
    }
}
