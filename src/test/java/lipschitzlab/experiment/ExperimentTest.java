package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExperimentTest {
    private static final Backend BACKEND = EngineUnderTest.chosen();

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
                rows.add(record.step() + " " + layer.layer() + " " + Arrays.toString(layer.sigma()));
            }
        }
        return rows;
    }

    private static List<List<String>> run(Preset preset) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
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
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
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
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
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
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
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
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
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
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
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
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            experiment.step();
            experiment.awaitRest();
            experiment.change("gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 5.0));
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
                .contains(new Change.Value(1, "gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 5.0)))
                .contains(new Change.Extension(6, "spectral-norm", 3));
        assertThat(run(record)).isEqualTo(first);
        assertThat(run(record)).isNotEqualTo(run(TinyPresets.toy()));
    }

    @Test
    void aChangeOutsideOfItsRangeIsRefusedAndChangesNothing() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            experiment.awaitRest();
            assertThatThrownBy(() ->
                            experiment.change("spectral-norm", new Assignment<>(LaneSettings.LEARNING_RATE, -1.0)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("greater than 0")
                    .hasMessageContaining("-1");
            assertThat(experiment.resolved().changes()).isEmpty();
        }
    }

    @Test
    void aLaneThatDivergesSaysSoAndTheOthersFinish() throws InterruptedException {
        Preset wild = TinyPresets.toy("lanes.unconstrained.learningRate", "1000", "schedule.steps", "60");
        try (Experiment experiment = Experiment.open(wild, BACKEND)) {
            experiment.play();
            experiment.awaitRest();

            LaneFailure failure = experiment.lane("unconstrained").failure().orElseThrow();
            assertThat(failure.cause()).contains("step " + failure.step());
            assertThat(failure.remedy()).contains("Lower the learning rate (critic 1000");
            assertThat(experiment.lanes().subList(0, 3))
                    .allSatisfy(lane -> assertThat(lane.state()).isEqualTo(LaneState.FINISHED));
        }
    }

    /** Its loss was 1e16 after one step and 1e34 from the second on, and its samples took 20 steps to be far long enough. */
    @Test
    void aLaneWhoseLossOutgrowsItsNumbersStopsAtOnceAndTheOthersFinish() throws InterruptedException {
        Preset wild = PresetReader.of(
                "eight-gaussians", Map.of("lanes.unconstrained.learningRate", "1000", "schedule.steps", "3"));
        try (Experiment experiment = Experiment.open(wild, BACKEND)) {
            experiment.play();
            experiment.awaitRest();

            LaneFailure failure = experiment.lane("unconstrained").failure().orElseThrow();
            assertThat(failure.step()).isLessThanOrEqualTo(2);
            assertThat(failure.cause()).contains("critic's loss");
            assertThat(experiment.lanes().subList(0, 3))
                    .allSatisfy(lane -> assertThat(lane.state()).isEqualTo(LaneState.FINISHED));
        }
    }

    @Test
    void aLaneThatStoppedTakesAChangeWhileTheOthersTrain() throws InterruptedException {
        Preset wild = TinyPresets.toy(
                "lanes.unconstrained.learningRate", "1000", "schedule.steps", "1000000", "schedule.mode", "free");
        try (Experiment experiment = Experiment.open(wild, BACKEND)) {
            experiment.play();
            Lane stopped = experiment.lane("unconstrained");
            Await.until("the failure", () -> stopped.failure().isPresent());
            experiment.change(stopped.id(), new Assignment<>(LaneSettings.LEARNING_RATE, 1e-4));
            Await.until("the new rate", () -> stopped.values().get(LaneSettings.LEARNING_RATE) == 1e-4);

            assertThat(experiment.playing()).isTrue();
            int before = experiment.lanes().get(0).step();
            Await.until("more steps", () -> experiment.lanes().get(0).step() > before);
        }
    }

    @Test
    void lockstepRestsWithAllLanesAtOneStepWhereverItIsPaused() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.steps", "1000000"), BACKEND)) {
            for (int pause = 0; pause < 5; pause++) {
                int before = experiment.lanes().get(0).step();
                experiment.play();
                Await.until("steps", () -> experiment.lanes().stream().allMatch(lane -> lane.step() > before + 10));
                experiment.pause();
                experiment.awaitRest();

                assertThat(experiment.lanes().stream().map(Lane::step).distinct())
                        .hasSize(1);
            }
        }
    }

    @Test
    void lanesPlayToAStepAndRestThereInLockstepAndFree() throws InterruptedException {
        for (String mode : List.of("lockstep", "free")) {
            try (Experiment experiment =
                    Experiment.open(TinyPresets.toy("schedule.steps", "1000", "schedule.mode", mode), BACKEND)) {
                experiment.playTo(7);
                experiment.awaitRest();
                assertThat(experiment.lanes()).extracting(Lane::step).containsOnly(7);
                experiment.playTo(5);
                experiment.awaitRest();
                assertThat(experiment.lanes()).extracting(Lane::step).containsOnly(7);
                experiment.step();
                experiment.awaitRest();
                assertThat(experiment.lanes()).extracting(Lane::step).containsOnly(8);
                experiment.play();
                Await.until("steps beyond", () -> experiment.lanes().stream().allMatch(lane -> lane.step() > 12));
            }
        }
    }

    @Test
    void spectralNormHoldsEveryLayersLargestSingularValueNearOne() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.steps", "30"), BACKEND)) {
            experiment.play();
            experiment.awaitRest();
            for (LayerSpectrum layer :
                    experiment.lane("spectral-norm").snapshot().orElseThrow().spectra()) {
                assertThat(layer.sigma()[0]).as(layer.layer()).isBetween(0.99, 1.1);
                assertThat(layer.estimatedNorm().orElseThrow()).isLessThanOrEqualTo(layer.rawNorm() * 1.0001);
            }
        }
    }

    /** Of a multilayer perceptron all layers are matrices, so that the certified bound is the product of their norms. */
    @Test
    void everyLaneGaugesItsLipschitzConstantFromBelowAndAbove() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.steps", "12"), BACKEND)) {
            experiment.play();
            experiment.awaitRest();
            for (Lane lane : experiment.lanes()) {
                LaneHistory history = lane.history();
                assertThat(history.curve(Metric.LIPSCHITZ_FOUND).steps()).containsExactly(0, 12);
                double certified = history.last(Metric.LIPSCHITZ_CERTIFIED);
                assertThat(history.last(Metric.LIPSCHITZ_FOUND))
                        .isGreaterThanOrEqualTo(history.last(Metric.GRADIENT_NORM_MAX) * 0.999)
                        .isLessThanOrEqualTo(certified * 1.0001);
                assertThat(history.last(Metric.LIPSCHITZ_NOMINAL)).isEqualTo(certified);
                assertThat(history.last(Metric.LIPSCHITZ_OPERATORS)).isEqualTo(certified);
                double product = lane.snapshot().orElseThrow().spectra().stream()
                        .mapToDouble(layer -> layer.operatorNorm().orElseThrow())
                        .reduce(1, (a, b) -> a * b);
                assertThat(product).isCloseTo(certified, within(1e-6 * certified));
                assertThat(history.last(Metric.WASSERSTEIN)).isGreaterThan(0);
            }
        }
    }

    @Test
    void aLaneWithoutABoundSaysWhyAndIsGaugedFromBelowAllTheSame() throws InterruptedException {
        Preset preset = TinyPresets.toy("lanes.unconstrained.constraint", "layer-norm")
                .withOnly(List.of("unconstrained"), "test");
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
            experiment.awaitRest();
            LaneHistory history = experiment.lanes().get(0).history();
            assertThat(history.last(Metric.LIPSCHITZ_FOUND)).isPositive();
            assertThat(history.length(Metric.LIPSCHITZ_CERTIFIED)).isZero();
            assertThat(history.missing(Metric.LIPSCHITZ_CERTIFIED).orElseThrow())
                    .contains("no bound");
            assertThat(history.missing(Metric.LIPSCHITZ_FOUND)).isEmpty();
        }
    }

    @Test
    void detailsAreMeasuredForWhoeverLooksAndChangeNothing() throws InterruptedException {
        List<List<String>> unseen = run(TinyPresets.toy());
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            experiment.awaitRest();
            assertThat(experiment.lanes().get(0).snapshot().orElseThrow().details())
                    .isEqualTo(Details.none());
            experiment.observe(EnumSet.allOf(Detail.class));
            for (int step = 0; step < 6; step++) {
                experiment.step();
                experiment.awaitRest();
            }
            for (Lane lane : experiment.lanes()) {
                Snapshot snapshot = lane.snapshot().orElseThrow();
                assertThat(snapshot.slope().orElseThrow().map().values())
                        .isEqualTo(snapshot.surface().orElseThrow().values());
                assertThat(snapshot.details().weights()).hasSize(3);
                assertThat(snapshot.details().gradients()).hasSize(3);
                assertThat(snapshot.details().operators())
                        .extracting(operator -> operator.sigma())
                        .containsExactlyElementsOf(snapshot.spectra().stream()
                                .map(LayerSpectrum::sigma)
                                .toList());
            }
            assertThat(experiment.lanes().stream().map(ExperimentTest::report).toList())
                    .isEqualTo(unseen);
        }
    }

    /** Gulrajani et al. 2017, figure 1a: the noise's variance adds to the data's, here 1 to each coordinate's. */
    @Test
    void aFrozenGeneratorStaysAtRealDataWithUnitNoiseWhileCriticsTrain() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.frozen(), BACKEND)) {
            experiment.awaitRest();
            float[] before = experiment.lanes().get(0).snapshot().orElseThrow().samples();
            float[] values = experiment
                    .lanes()
                    .get(0)
                    .snapshot()
                    .orElseThrow()
                    .surface()
                    .orElseThrow()
                    .values();
            experiment.play();
            experiment.awaitRest();
            assertThat(experiment.lanes()).allSatisfy(lane -> {
                assertThat(lane.failure()).isEmpty();
                assertThat(lane.snapshot().orElseThrow().samples()).isEqualTo(before);
            });
            assertThat(experiment
                            .lanes()
                            .get(0)
                            .snapshot()
                            .orElseThrow()
                            .surface()
                            .orElseThrow()
                            .values())
                    .isNotEqualTo(values);
            double squares = 0;
            for (float sample : before) {
                squares += sample * sample;
            }
            // Centres at radius √2, so that a coordinate's mean square is 1; with the noise's, 2. 2,000 numbers: ±
            // 0.06.
            assertThat(squares / before.length).isCloseTo(2, within(0.25));
        }
    }

    @Test
    void clippedWeightsStayWithinTheBound() throws InterruptedException {
        Preset preset = TinyPresets.toy("lanes.weight-clipping.c", "0.05").withOnly(List.of("weight-clipping"), "test");
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
            experiment.play();
            experiment.awaitRest();
            // ‖W‖_F ≤ c·√(rows·columns) = 0.05·8 for the 8×8 layer
            LayerSpectrum hidden =
                    experiment.lanes().get(0).snapshot().orElseThrow().spectra().get(1);
            double squares =
                    Arrays.stream(hidden.sigma()).map(sigma -> sigma * sigma).sum();
            assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(0.4001);
        }
    }

    /** Eight lanes: methods twice and thrice, under names of their own, and combinations. */
    private static Preset eightLanes() throws IOException {
        String lanes =
                """
                  a: {constraint: weight-norm}
                  weight-norm: {gain: one}
                  weight-norm-2: {constraint: weight-norm, learningRate: 1e-4}
                  b: {constraint: layer-norm}
                  c: {constraint: [layer-norm, gradient-penalty], lambda: 1}
                  d: {constraint: [spectral-norm-gamma, r1], optimizer: rmsprop}
                  spectral-norm-gamma: {optimizer: sgd, learningRate: 1e-2}
                  e: {constraint: [weight-norm, orthonormal, dragan], objective: saturating}
                """;
        Path file = Files.createTempFile("eight", ".yaml");
        String text = Files.readString(Path.of("presets", "eight-gaussians.yaml"));
        Files.writeString(file, text.replaceAll("(?s)\\nlanes:\\n.*?\\n(?=tuning)", "\nlanes:\n" + lanes));
        Preset preset = PresetReader.read(
                file,
                Map.of(
                        "generator.hidden", "[8, 8]",
                        "critic.hidden", "[8, 8]",
                        "batch", "16",
                        "schedule.steps", "6",
                        "schedule.diagnosticsEvery", "3"));
        Files.delete(file);
        return preset;
    }

    @Test
    void eightLanesOfRepeatedAndCombinedConstraintsTrainAndResetToTheSameNumbers()
            throws InterruptedException, IOException {
        try (Experiment experiment = Experiment.open(eightLanes(), BACKEND)) {
            assertThat(experiment.lanes()).hasSize(8);
            experiment.play();
            experiment.awaitRest();
            List<List<String>> first =
                    experiment.lanes().stream().map(ExperimentTest::report).toList();
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.failure()).isEmpty())
                    .allSatisfy(lane -> assertThat(lane.state()).isEqualTo(LaneState.FINISHED));
            assertThat(first).doesNotHaveDuplicates();

            experiment.reset();
            experiment.awaitRest();
            experiment.play();
            experiment.awaitRest();
            assertThat(experiment.lanes().stream().map(ExperimentTest::report).toList())
                    .isEqualTo(first);
        }
    }

    @Test
    void aRecordOfEightLanesRepeatsTheirChanges() throws InterruptedException, IOException {
        List<List<String>> first;
        Preset record;
        try (Experiment experiment = Experiment.open(eightLanes(), BACKEND)) {
            experiment.step();
            experiment.awaitRest();
            experiment.change("c", new Assignment<>(GradientPenalty.LAMBDA, 5.0));
            experiment.change("e", ByKey.assignment(experiment.lane("e").values(), "beta", "0.5"));
            experiment.play();
            experiment.awaitRest();
            first = experiment.lanes().stream().map(ExperimentTest::report).toList();
            record = experiment.resolved();
        }
        Path file = Files.createTempFile("record", ".yaml");
        Files.writeString(file, PresetWriter.toYaml(record, Map.of()));
        assertThat(run(PresetReader.read(file, Map.of()))).isEqualTo(first);
        Files.delete(file);
    }

    /** Learned factors start where they change nothing, so these lanes start from the unconstrained lane's function. */
    @Test
    void lanesThatOwnParametersStartFromTheSameFunctionAsLanesWithout() throws InterruptedException {
        Preset preset = TinyPresets.toy(
                "lanes.spectral-norm.constraint",
                "spectral-norm-gamma",
                "lanes.gradient-penalty.constraint",
                "[weight-norm, gradient-penalty]");
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
            experiment.awaitRest();
            double[] slopes = experiment.lanes().stream()
                    .mapToDouble(lane -> lane.history().last(Metric.GRADIENT_NORM_REAL))
                    .toArray();
            assertThat(slopes).hasSize(4);
            for (double slope : slopes) {
                assertThat(slope).isCloseTo(slopes[3], within(1e-5));
            }
        }
    }

    /** Miyato et al. 2018, equation 27: without gain, the squares of a layer's singular values sum to its outputs. */
    @Test
    void theSpectrumIsThatOfTheWeightThatALayerReallyUses() throws InterruptedException {
        Preset preset = TinyPresets.toy(
                        "lanes.unconstrained.constraint", "weight-norm", "lanes.unconstrained.gain", "one")
                .withOnly(List.of("unconstrained"), "test");
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
            experiment.play();
            experiment.awaitRest();
            List<LayerSpectrum> layers =
                    experiment.lanes().get(0).snapshot().orElseThrow().spectra();
            int[] outputs = {8, 8, 1};
            for (int i = 0; i < 3; i++) {
                double sum =
                        Arrays.stream(layers.get(i).sigma()).map(s -> s * s).sum();
                assertThat(sum).isCloseTo(outputs[i], within(1e-4));
                assertThat(layers.get(i).rawNorm())
                        .isPositive()
                        .isNotEqualTo(layers.get(i).sigma()[0]);
            }
        }
    }

    @Test
    void closingWhileLanesTrainStopsThem() {
        Experiment experiment = Experiment.open(TinyPresets.toy("schedule.steps", "1000000"), BACKEND);
        experiment.play();
        experiment.close();

        assertThat(experiment.lanes().get(0).step()).isLessThan(1_000_000);
    }

    @Test
    void convolutionalLanesTrainOnDrawnShapes() throws InterruptedException {
        Preset preset = PresetReader.of(
                "shapes",
                Map.of(
                        "generator.width", "0.03",
                        "critic.width", "0.03",
                        "batch", "4",
                        "schedule.steps", "2",
                        "schedule.diagnosticsEvery", "2"));
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
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
