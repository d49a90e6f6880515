package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.Test;

class AveragedGeneratorTest {
    private static final double DECAY = 0.75;

    private static LaneTraining lane(double decay) {
        Preset preset = PresetReader.of(
                "eight-gaussians",
                Map.of(
                        "generator.hidden", "[4]",
                        "critic.hidden", "[4]",
                        "batch", "8",
                        "generatorAverage", Double.toString(decay)));
        LaneSpec spec = preset.lanes().get(0);
        return new LaneTraining(preset, spec, spec.values(), preset.data().load(), new ReferenceEngine());
    }

    private static float[] first(Network network) {
        List<Parameter> parameters = network.parameters();
        Engine engine = network.engine();
        return engine.read(parameters.get(0).value());
    }

    @Test
    void eachUpdateMovesTheAverageByTheShareThatTheDecayLeaves() {
        try (LaneTraining lane = lane(DECAY)) {
            Network average = lane.averagedNetwork().orElseThrow();
            Network generator = lane.generatorNetwork().orElseThrow();
            float[] start = first(average);
            assertThat(start).isEqualTo(first(generator));

            lane.train(1);
            float[] one = first(generator);
            lane.train(1);
            float[] two = first(generator);

            float[] found = first(average);
            for (int i = 0; i < found.length; i++) {
                double afterOne = DECAY * start[i] + (1 - DECAY) * one[i];
                assertThat((double) found[i]).isCloseTo(DECAY * afterOne + (1 - DECAY) * two[i], within(1e-6));
            }
        }
    }

    @Test
    void anAverageChangesNothingInTraining() {
        try (LaneTraining with = lane(DECAY);
                LaneTraining without = lane(0)) {
            for (int step = 0; step < 3; step++) {
                assertThat(with.train(1)).isEqualTo(without.train(1));
            }
            assertThat(without.averagedNetwork()).isEmpty();
        }
    }

    @Test
    void aStateKeepsTheAverageAndBringsItBack() {
        try (LaneTraining lane = lane(DECAY);
                LaneTraining resumed = lane(DECAY)) {
            lane.train(1);
            lane.train(1);
            resumed.restore(lane.state());
            lane.train(1);
            resumed.train(1);

            assertThat(first(resumed.averagedNetwork().orElseThrow()))
                    // The state is in single precision, the reference engine is not.
                    .containsExactly(first(lane.averagedNetwork().orElseThrow()), offset(1e-6f));
        }
    }

    @Test
    void samplesOfTheAverageComeFromTheSameNoise() {
        try (LaneTraining lane = lane(DECAY)) {
            LaneProbe probe = new LaneProbe(lane);
            int[] none = {};
            assertThat(probe.averagedSamples(5, none, SampleUse.SHOWN).orElseThrow())
                    .isEqualTo(probe.samples(5, none, SampleUse.SHOWN));

            lane.train(1);

            assertThat(probe.averagedSamples(5, none, SampleUse.SHOWN).orElseThrow())
                    .isNotEqualTo(probe.samples(5, none, SampleUse.SHOWN));
        }
    }

    @Test
    void aSnapshotHasItsSamplesOfTheCardsLatentPointsOnlyWhereTheyAreRequested() {
        try (LaneTraining lane = lane(DECAY);
                LaneTraining without = lane(0)) {
            lane.train(1);
            LaneDiagnosis diagnosis = new LaneDiagnosis(lane);
            Snapshot asBefore = diagnosis.snapshot(List.of(), Details.none(), Set.of());
            Snapshot requested = diagnosis.snapshot(List.of(), Details.none(), Set.of(Detail.AVERAGED_SAMPLES));
            assertThat(asBefore.averaged()).isEmpty();
            assertThat(requested.samples()).isEqualTo(asBefore.samples());
            assertThat(requested.ofAverage().samples())
                    .isEqualTo(new LaneProbe(lane)
                            .averagedSamples(1000, new int[0], SampleUse.SHOWN)
                            .orElseThrow())
                    .isNotEqualTo(asBefore.samples());
            assertThat(requested.asFrame().averaged()).as("recorded").isEmpty();
            assertThat(new LaneDiagnosis(without)
                            .snapshot(List.of(), Details.none(), Set.of(Detail.AVERAGED_SAMPLES))
                            .averaged())
                    .isEmpty();
        }
    }
}
