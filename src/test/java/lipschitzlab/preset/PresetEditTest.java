package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.constraint.SpectralNormalization;
import lipschitzlab.constraint.WeightClipping;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.optimizer.OptimizerSettings;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;

class PresetEditTest {
    private static final Preset PRESET = PresetReader.readBundled("eight-gaussians", Map.of());
    private static final ConstraintSet CLIPPING = ConstraintSet.of(ConstraintKind.WEIGHT_CLIPPING);

    private static <T> Assignment<T> set(Setting<T> setting, T value) {
        return new Assignment<>(setting, value);
    }

    private static LaneSpec lane(Preset preset, String id) {
        return preset.lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherSharedValueChangesNothingElse() {
        Preset edited = PresetEdit.withShared(PRESET, set(SharedSettings.BATCH, 64));

        assertThat(edited.shared().get(SharedSettings.BATCH)).isEqualTo(64);
        assertThat(edited.shared().with(SharedSettings.BATCH, PRESET.shared().get(SharedSettings.BATCH)))
                .isEqualTo(PRESET.shared());
        assertThat(edited.withShared(PRESET.shared())).isEqualTo(PRESET);
    }

    @Test
    void thePaceIsASharedValue() {
        Preset free = PresetEdit.at(PRESET, Pace.FREE);

        assertThat(free.shared().get(SharedSettings.MODE)).isEqualTo(Pace.FREE);
        assertThat(PresetEdit.at(free, Pace.LOCKSTEP)).isEqualTo(PresetEdit.at(PRESET, Pace.LOCKSTEP));
    }

    @Test
    void anotherValueOfTheDataKeepsKindAndFile() {
        Preset segments = PresetReader.readBundled("eight-gaussians", Map.of("data", "{kind: disjoint}"));
        Preset edited = PresetEdit.withData(segments, set(Datasets.DISTANCE, 3.0));

        assertThat(edited.data().values().get(Datasets.DISTANCE)).isEqualTo(3);
        assertThat(edited.data().kind()).isEqualTo(segments.data().kind());
        assertThat(edited.withData(segments.data())).isEqualTo(segments);
    }

    @Test
    void anotherValueOfOneLaneLeavesItsIdAndTheOtherLanes() {
        Preset edited = PresetEdit.withLane(PRESET, "gradient-penalty", set(GradientPenalty.LAMBDA, 7.0));

        assertThat(lane(edited, "gradient-penalty").values().get(GradientPenalty.LAMBDA))
                .isEqualTo(7);
        assertThat(edited.lanes()).extracting(LaneSpec::id).isEqualTo(ids(PRESET));
        assertThat(edited.lanes())
                .filteredOn(lane -> !lane.id().equals("gradient-penalty"))
                .isSubsetOf(PRESET.lanes())
                .hasSize(PRESET.lanes().size() - 1);
    }

    private static List<String> ids(Preset preset) {
        return preset.lanes().stream().map(LaneSpec::id).toList();
    }

    @Test
    void aLaneWithAnotherConstraintTakesItsNameAndItsSettings() {
        Preset one = PRESET.withOnly(List.of("spectral-norm", "gradient-penalty"), "test");
        Preset edited = PresetEdit.withLane(one, "spectral-norm", set(LaneSettings.CONSTRAINT, CLIPPING));

        assertThat(ids(edited)).containsExactly("weight-clipping", "gradient-penalty");
        Values values = edited.lanes().get(0).values();
        assertThat(values.declares(SpectralNormalization.POWER_ITERATIONS)).isFalse();
        assertThat(values.get(WeightClipping.BOUND)).isEqualTo(WeightClipping.BOUND.defaultValue());
        assertThat(values.get(LaneSettings.LEARNING_RATE))
                .isEqualTo(lane(one, "spectral-norm").values().get(LaneSettings.LEARNING_RATE));
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        Preset edited = PresetEdit.withLane(PRESET, "spectral-norm", set(LaneSettings.CONSTRAINT, CLIPPING));

        assertThat(ids(edited)).doesNotHaveDuplicates().contains("weight-clipping", "weight-clipping-2");
    }

    @Test
    void aTitleOfItsOwnGoesWithTheMethodThatItNamed() {
        List<LaneSpec> titled = List.of(
                lane(PRESET, "spectral-norm").titled(java.util.Optional.of("mine")), lane(PRESET, "gradient-penalty"));
        Preset preset = PRESET.withLanes(titled);

        assertThat(PresetEdit.withLane(preset, "spectral-norm", set(LaneSettings.LEARNING_RATE, 0.5))
                        .lanes()
                        .get(0)
                        .ownTitle())
                .contains("mine");
        assertThat(PresetEdit.withLane(preset, "spectral-norm", set(LaneSettings.CONSTRAINT, CLIPPING))
                        .lanes()
                        .get(0)
                        .ownTitle())
                .isEmpty();
    }

    @Test
    void anotherOptimizerKeepsWhatBothHaveAndStartsTheRestAtItsDefaults() {
        Values before = lane(PRESET, "gradient-penalty").values().with(GradientPenalty.LAMBDA, 7.0);
        Values after = PresetEdit.changed(before, set(LaneSettings.OPTIMIZER, OptimizerKind.RMS_PROP));

        assertThat(after.get(GradientPenalty.LAMBDA)).isEqualTo(7);
        assertThat(after.declares(OptimizerSettings.BETA_1)).isFalse();
        assertThat(after.get(OptimizerSettings.DECAY)).isEqualTo(OptimizerSettings.DECAY.defaultValue());
        assertThat(before.get(LaneSettings.OPTIMIZER)).isEqualTo(OptimizerKind.ADAM);
    }

    @Test
    void aSettingThatTheLaneDoesNotHaveIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> PresetEdit.withLane(PRESET, "unconstrained", set(GradientPenalty.LAMBDA, 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'lambda'");
    }
}
