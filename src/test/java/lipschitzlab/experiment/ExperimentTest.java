package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lipschitzlab.compute.EngineUnderTest;
import lipschitzlab.compute.Engines;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExperimentTest {
    private static final Engines ENGINES = EngineUnderTest.chosen();

    /** Everything that a lane reported but the time it took. */
    private static List<String> report(Lane lane) {
        List<String> rows = new ArrayList<>();
        for (Metric metric : lane.history().metrics()) {
            Curve curve = lane.history().curve(metric);
            for (int i = 0; i < curve.length(); i++) {
                rows.add(metric.id() + " " + curve.steps()[i] + " " + curve.values()[i]);
            }
        }
        for (SpectrumRecord record : lane.history().spectra()) {
            for (LayerSpectrum layer : record.layers()) {
                rows.add(record.step() + " " + layer.layer() + " " + java.util.Arrays.toString(layer.sigma()));
            }
        }
        return rows;
    }

    private static List<List<String>> run(Preset preset) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, ENGINES)) {
            experiment.play();
            experiment.awaitRest();
            return experiment.lanes().stream().map(ExperimentTest::report).toList();
        }
    }

    @Test
    void theSamePresetTwiceGivesTheSameNumbers() throws InterruptedException {
        assertThat(run(TinyPresets.toy())).isEqualTo(run(TinyPresets.toy()));
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws InterruptedException {
        assertThat(run(TinyPresets.toy("seed", "2"))).isNotEqualTo(run(TinyPresets.toy()));
    }

    @Test
    void aLanesNumbersDoNotDependOnWhichOtherLanesRun() throws InterruptedException {
        List<List<String>> all = run(TinyPresets.toy());
        Preset alone = TinyPresets.toy().withOnly(List.of("weight-clipping"), "test");

        assertThat(run(alone).get(0)).isEqualTo(all.get(2));
    }

    @Test
    void lockstepAndFreeRunningGiveTheSameNumbers() throws InterruptedException {
        assertThat(run(TinyPresets.toy("schedule.mode", "free"))).isEqualTo(run(TinyPresets.toy()));
    }

    @Test
    void allLanesStartFromTheSameWeights() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), ENGINES)) {
            experiment.awaitRest();
            double[] slopes = experiment.lanes().stream()
                    .filter(lane -> !lane.id().equals("spectral-norm"))
                    .mapToDouble(lane -> lane.history().last(Metric.GRADIENT_NORM_REAL))
                    .toArray();
            float[] first = experiment.lanes().get(0).snapshot().orElseThrow().samples();

            assertThat(slopes).hasSize(3).containsOnly(slopes[0]);
            assertThat(experiment.lanes())
                    .allSatisfy(lane ->
                            assertThat(lane.snapshot().orElseThrow().samples()).isEqualTo(first));
        }
    }

    @Test
    void lookingAtALaneChangesNothing() throws InterruptedException {
        List<List<String>> unseen = run(TinyPresets.toy());
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), ENGINES)) {
            for (int step = 0; step < 6; step++) {
                experiment.lanes().forEach(Lane::requestSnapshot);
                experiment.step();
                experiment.awaitRest();
            }
            assertThat(experiment.lanes().stream().map(ExperimentTest::report).toList())
                    .isEqualTo(unseen);
        }
    }

    @Test
    void stepTrainsEveryLaneByOneGeneratorStep() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), ENGINES)) {
            experiment.step();
            experiment.awaitRest();

            assertThat(experiment.lanes()).allSatisfy(lane -> {
                assertThat(lane.step()).isOne();
                assertThat(lane.state()).isEqualTo(LaneState.PAUSED);
                assertThat(lane.snapshot().orElseThrow().step()).isOne();
            });
        }
    }

    @Test
    void playStopsAtTheHorizonAndGoesOnAfterAnExtension() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), ENGINES)) {
            experiment.play();
            experiment.awaitRest();
            assertThat(experiment.finished()).isTrue();
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.state()).isEqualTo(LaneState.FINISHED));

            experiment.extend(4);
            experiment.play();
            experiment.awaitRest();
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.step()).isEqualTo(10));
        }
    }

    @Test
    void resetGoesBackToTheSameWeights() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), ENGINES)) {
            experiment.play();
            experiment.awaitRest();
            List<List<String>> first =
                    experiment.lanes().stream().map(ExperimentTest::report).toList();
            experiment.reset();
            experiment.awaitRest();
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.step()).isZero());
            experiment.play();
            experiment.awaitRest();

            assertThat(experiment.lanes().stream().map(ExperimentTest::report).toList())
                    .isEqualTo(first);
        }
    }

    @Test
    void changesAndExtensionsAreLoggedAndReplayedFromTheRecord() throws InterruptedException {
        List<List<String>> first;
        Preset record;
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), ENGINES)) {
            experiment.step();
            experiment.awaitRest();
            experiment.change("gradient-penalty", "lambda", "5");
            experiment.awaitRest();
            experiment.play();
            experiment.awaitRest();
            experiment.extend(3);
            experiment.play();
            experiment.awaitRest();
            first = experiment.lanes().stream().map(ExperimentTest::report).toList();
            record = experiment.resolved();
        }

        assertThat(record.changes())
                .contains(new Change(1, "gradient-penalty", "lambda", "5"))
                .contains(new Change(6, "spectral-norm", Change.EXTEND, "3"));
        assertThat(run(record)).isEqualTo(first);
        assertThat(run(record)).isNotEqualTo(run(TinyPresets.toy()));
    }

    @Test
    void aChangeOutsideOfItsRangeIsRefusedAndChangesNothing() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), ENGINES)) {
            experiment.awaitRest();
            assertThatThrownBy(() -> experiment.change("spectral-norm", "learningRate", "-1"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("greater than 0")
                    .hasMessageContaining("-1");
            assertThat(experiment.resolved().changes()).isEmpty();
        }
    }

    @Test
    void aLaneThatDivergesSaysSoAndTheOthersFinish() throws InterruptedException {
        Preset wild = TinyPresets.toy("lanes.unconstrained.learningRate", "1000", "schedule.steps", "60");
        try (Experiment experiment = Experiment.open(wild, ENGINES)) {
            experiment.play();
            experiment.awaitRest();

            LaneFailure failure = experiment.lane("unconstrained").failure().orElseThrow();
            assertThat(failure.cause()).contains("step " + failure.step());
            assertThat(failure.remedy()).contains("Lower the learning rate (critic 1000");
            assertThat(experiment.lanes().subList(0, 3))
                    .allSatisfy(lane -> assertThat(lane.state()).isEqualTo(LaneState.FINISHED));
        }
    }

    @Test
    void spectralNormHoldsEveryLayersLargestSingularValueNearOne() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.steps", "30"), ENGINES)) {
            experiment.play();
            experiment.awaitRest();
            for (LayerSpectrum layer :
                    experiment.lane("spectral-norm").snapshot().orElseThrow().spectra()) {
                assertThat(layer.sigma()[0]).as(layer.layer()).isBetween(0.99, 1.1);
                assertThat(layer.estimatedNorm().orElseThrow()).isLessThanOrEqualTo(layer.rawNorm() * 1.0001);
            }
        }
    }

    @Test
    void clippedWeightsStayWithinTheBound() throws InterruptedException {
        Preset preset = TinyPresets.toy("lanes.weight-clipping.c", "0.05").withOnly(List.of("weight-clipping"), "test");
        try (Experiment experiment = Experiment.open(preset, ENGINES)) {
            experiment.play();
            experiment.awaitRest();
            // ‖W‖_F ≤ c·√(rows·columns) = 0.05·8 for the 8×8 layer
            LayerSpectrum hidden =
                    experiment.lanes().get(0).snapshot().orElseThrow().spectra().get(1);
            double squares = java.util.Arrays.stream(hidden.sigma())
                    .map(sigma -> sigma * sigma)
                    .sum();
            assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(0.4001);
        }
    }

    @Test
    void closingWhileLanesTrainStopsThem() {
        Experiment experiment = Experiment.open(TinyPresets.toy("schedule.steps", "1000000"), ENGINES);
        experiment.play();
        experiment.close();

        assertThat(experiment.lanes().get(0).step()).isLessThan(1_000_000);
    }

    @Test
    void convolutionalLanesTrainOnDrawnShapes() throws InterruptedException {
        Preset preset = PresetReader.of(
                "shapes",
                java.util.Map.of(
                        "generator.width", "0.03",
                        "critic.width", "0.03",
                        "batch", "4",
                        "schedule.steps", "2",
                        "schedule.diagnosticsEvery", "2"));
        try (Experiment experiment = Experiment.open(preset, ENGINES)) {
            experiment.play();
            experiment.awaitRest();
            assertThat(experiment.lanes()).allSatisfy(lane -> {
                assertThat(lane.failure()).isEmpty();
                Snapshot snapshot = lane.snapshot().orElseThrow();
                assertThat(snapshot.step()).isEqualTo(2);
                assertThat(snapshot.spectra()).hasSize(8);
                assertThat(snapshot.surface()).isEmpty();
            });
        }
    }
}
