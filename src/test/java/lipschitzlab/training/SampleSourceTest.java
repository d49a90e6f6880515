package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;

class SampleSourceTest {
    private static final int COMPONENTS = 20_000;
    private static final int[] NONE = {};

    private static Preset preset(double decay) {
        return PresetReader.of(
                "eight-gaussians",
                Map.of(
                        "generator.hidden", "[4]",
                        "critic.hidden", "[4]",
                        "batch", "8",
                        "generatorAverage", Double.toString(decay)));
    }

    private static LaneTraining lane(double decay) {
        Preset preset = preset(decay);
        LaneSpec spec = preset.lanes().get(0);
        return new LaneTraining(preset, spec, spec.values(), preset.data().load(), new ReferenceEngine());
    }

    private static SampleSource truncated(double threshold) {
        return new SampleSource(false, OptionalDouble.of(threshold));
    }

    private static float[] shown() {
        return RandomStream.of(1, RandomPurpose.SHOWN_LATENT).gaussians(COMPONENTS);
    }

    @Test
    void withoutTruncationLatentPointsAreBitForBitThoseOfACard() {
        assertThat(SampleSource.USUAL.latents(1, COMPONENTS)).isEqualTo(shown());
    }

    @Test
    void componentsWithinTheThresholdStayAndTheOthersAreDrawnAgain() {
        float[] before = shown();
        float[] after = truncated(0.5).latents(1, COMPONENTS);
        for (int i = 0; i < COMPONENTS; i++) {
            assertThat(Math.abs(after[i])).isLessThanOrEqualTo(0.5f);
            if (Math.abs(before[i]) <= 0.5f) {
                assertThat(after[i]).isEqualTo(before[i]);
            }
        }
        assertThat(Arrays.copyOf(after, 100)).isEqualTo(truncated(0.5).latents(1, 100));
    }

    /** Of N(0, 1) between −t and t the variance is 1 − 2·t·φ(t) / (2·Φ(t) − 1): Φ(1) is 0.841345, φ(1) 0.241971. */
    @Test
    void theyHaveTheVarianceOfATruncatedNormalAndNoMean() {
        float[] drawn = truncated(1).latents(1, COMPONENTS);
        double mean = 0;
        double square = 0;
        for (float component : drawn) {
            mean += component / (double) COMPONENTS;
            square += component * (double) component / COMPONENTS;
        }
        assertThat(mean).isCloseTo(0, within(0.015));
        assertThat(square).isCloseTo(1 - 2 * 0.241971 / 0.682689, within(0.008));
    }

    @Test
    void theAverageMakesOtherSamplesOfTheSameLatentPointsOnceTheGeneratorHasMoved() {
        SampleSource average = new SampleSource(true, OptionalDouble.empty());
        try (LaneTraining lane = lane(0.9)) {
            assertThat(average.samples(lane, 5, NONE))
                    .hasValue(SampleSource.USUAL.samples(lane, 5, NONE).orElseThrow());
            lane.train(1);
            LatentWalk.Place place = new LatentWalk.Place(0.3, 0.6, 0);
            assertThat(average.samples(lane, 5, NONE).orElseThrow())
                    .isNotEqualTo(SampleSource.USUAL.samples(lane, 5, NONE).orElseThrow());
            assertThat(LatentWalk.sample(lane, place, average).orElseThrow())
                    .isNotEqualTo(
                            LatentWalk.sample(lane, place, SampleSource.USUAL).orElseThrow());
        }
    }

    @Test
    void whereNoAverageIsKeptItIsRefusedWithTheSettingThatKeepsOne() {
        SampleSource average = new SampleSource(true, OptionalDouble.empty());
        average.require(preset(0.9));
        assertThatThrownBy(() -> average.require(preset(0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("generatorAverage");
        try (LaneTraining lane = lane(0)) {
            assertThat(average.samples(lane, 5, NONE)).isEmpty();
        }
    }

    @Test
    void aThresholdIsReadWithItsRangeAndSaidInWords() {
        assertThat(SampleSource.of(false, " ")).isEqualTo(SampleSource.USUAL);
        assertThat(SampleSource.of(true, "0.5").words()).isEqualTo(", averaged, truncated at 0.5");
        assertThat(SampleSource.USUAL.words()).isEmpty();
        assertThatThrownBy(() -> SampleSource.of(false, "0")).hasMessageContaining("from 0.05 to 4");
        assertThatThrownBy(() -> SampleSource.of(false, "little")).isInstanceOf(InputException.class);
    }
}
