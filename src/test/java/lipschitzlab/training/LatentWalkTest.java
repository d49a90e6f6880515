package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.measurement.ShownPictures;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.Test;

/** One latent point for all lanes. Samples here are points: what a generator makes of a latent point is the same kind of thing. */
class LatentWalkTest {
    private static final int LATENT = 3;
    private static final List<LatentWalk.Place> CORNERS = List.of(
            new LatentWalk.Place(0, 0, 0),
            new LatentWalk.Place(1, 0, 0),
            new LatentWalk.Place(0, 1, 0),
            new LatentWalk.Place(1, 1, 0));

    private static final Preset PRESET = PresetReader.of(
            "eight-gaussians",
            Map.of(
                    "generator.hidden", "[4]",
                    "critic.hidden", "[4]",
                    "latent", Integer.toString(LATENT),
                    "batch", "40"));

    private static LaneTraining lane(int number) {
        LaneSpec spec = PRESET.lanes().get(number);
        return new LaneTraining(PRESET, spec, spec.values(), PRESET.data().load(), new ReferenceEngine());
    }

    @Test
    void theCornersAreTheFirstFourLatentPointsThatCardsShow() {
        try (LaneTraining lane = lane(0)) {
            float[] shown = RandomStream.of(lane.seed(), RandomPurpose.SHOWN_LATENT)
                    .gaussians(new ShownPictures(0).count() * LATENT);
            for (int i = 0; i < CORNERS.size(); i++) {
                assertThat(LatentWalk.latent(lane, CORNERS.get(i)))
                        .hasValue(Arrays.copyOfRange(shown, i * LATENT, (i + 1) * LATENT));
            }
        }
    }

    @Test
    void everyLaneHasTheSameLatentPointAtAnyStep() {
        LatentWalk.Place inside = new LatentWalk.Place(0.3, 0.6, 0);
        try (LaneTraining one = lane(0);
                LaneTraining other = lane(1)) {
            Optional<float[]> before = LatentWalk.latent(one, inside);
            one.train(1);
            assertThat(LatentWalk.latent(one, inside)).hasValue(before.orElseThrow());
            assertThat(LatentWalk.latent(other, inside)).hasValue(before.orElseThrow());
        }
    }

    @Test
    void atTheCornersTheGeneratorMakesTheFirstFourSamplesOfACard() {
        try (LaneTraining lane = lane(0)) {
            lane.train(1);
            float[] card = new LaneProbe(lane).samples(new ShownPictures(0).count(), new int[0], SampleUse.SHOWN);
            for (int i = 0; i < CORNERS.size(); i++) {
                assertThat(LatentWalk.sample(lane, CORNERS.get(i), SampleSource.USUAL))
                        .hasValue(Arrays.copyOfRange(card, 2 * i, 2 * i + 2));
            }
            float[] between = LatentWalk.sample(lane, new LatentWalk.Place(0.5, 0.5, 0), SampleSource.USUAL)
                    .orElseThrow();
            assertThat(between).isNotEqualTo(Arrays.copyOf(card, 2));
        }
    }
}
