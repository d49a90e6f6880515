package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.diagnostic.feature.QuickClassifier;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.Assignment;
import lipschitzlab.training.TrainingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lane that goes on from a checkpoint reports and learns, bit for bit, what it would have without it. */
class ResumeTest {
    private static final Backend BACKEND = EngineUnderTest.chosen();
    private static final int AT = 4;

    private static Map<String, String> small(String... more) {
        Map<String, String> all =
                new HashMap<>(Map.of("batch", "16", "schedule.steps", "8", "schedule.diagnosticsEvery", "3"));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** Every checkpoint of a run to its end, by lane, and what was left of it at the end. */
    private record Run(Map<String, LaneCheckpoint> taken, Map<String, LaneCheckpoint> ends) {}

    private static Run run(Opening opening, int at) throws InterruptedException {
        try (Experiment experiment = opening.open()) {
            experiment.checkpoints().every(Integer.MAX_VALUE, Set.of(at));
            experiment.play();
            experiment.awaitRest();
            Map<String, LaneCheckpoint> taken = new LinkedHashMap<>();
            for (Optional<LaneCheckpoint> next = experiment.checkpoints().next();
                    next.isPresent();
                    next = experiment.checkpoints().next()) {
                taken.put(next.get().lane(), next.get());
            }
            return new Run(taken, atRest(experiment));
        }
    }

    private static Map<String, LaneCheckpoint> atRest(Experiment experiment) throws InterruptedException {
        Map<String, LaneCheckpoint> ends = new LinkedHashMap<>();
        experiment.doAtRest(
                () -> experiment.lanes().forEach(lane -> ends.put(lane.id(), lane.checkpoint())), Experiment.FOREVER);
        return ends;
    }

    private static LaneRecord record(LaneCheckpoint checkpoint) {
        Map<Metric, Curve> curves = new HashMap<>();
        checkpoint
                .recorded()
                .lengths()
                .forEach((metric, length) ->
                        curves.put(metric, checkpoint.history().curve(metric, 0, length)));
        LaneHistory.State recorded = checkpoint.recorded();
        return new LaneRecord(
                checkpoint.position(),
                LaneHistory.of(curves, recorded.spectra(), recorded.frames(), recorded.missing()),
                checkpoint.milestones(),
                checkpoint.snapshot(),
                checkpoint.networks().map(state -> () -> state));
    }

    private static Map<String, LaneRecord> records(Map<String, LaneCheckpoint> taken) {
        Map<String, LaneRecord> records = new HashMap<>();
        taken.forEach((id, checkpoint) -> records.put(id, record(checkpoint)));
        return records;
    }

    private static void assertSame(Map<String, LaneCheckpoint> resumed, Map<String, LaneCheckpoint> whole) {
        assertThat(resumed.keySet()).isEqualTo(whole.keySet());
        whole.forEach((id, expected) -> {
            LaneCheckpoint found = resumed.get(id);
            assertThat(found.position().step())
                    .as(id)
                    .isEqualTo(expected.position().step());
            assertSameWeights(
                    id, found.networks().orElseThrow(), expected.networks().orElseThrow());
            assertSameHistory(id, found.history(), expected.history());
            assertThat(found.milestones()).as(id).hasSameSizeAs(expected.milestones());
        });
    }

    private static void assertSameWeights(String id, TrainingState found, TrainingState expected) {
        assertThat(found.iterations()).as(id).isEqualTo(expected.iterations());
        assertThat(found.arrays().keySet()).as(id).isEqualTo(expected.arrays().keySet());
        expected.arrays()
                .forEach((name, numbers) -> assertThat(found.arrays().get(name).values())
                        .as(id + " " + name)
                        .isEqualTo(numbers.values()));
    }

    private static void assertSameHistory(String id, LaneHistory found, LaneHistory expected) {
        assertThat(found.metrics()).as(id).isEqualTo(expected.metrics());
        for (Metric metric : expected.metrics()) {
            assertThat(found.curve(metric).steps())
                    .as(id + " " + metric)
                    .isEqualTo(expected.curve(metric).steps());
            assertThat(found.curve(metric).values())
                    .as(id + " " + metric)
                    .isEqualTo(expected.curve(metric).values());
        }
        assertThat(found.spectra()).as(id).usingRecursiveComparison().isEqualTo(expected.spectra());
        assertThat(found.frames().stream().map(Snapshot::step).toList())
                .as(id)
                .isEqualTo(expected.frames().stream().map(Snapshot::step).toList());
        assertThat(found.frames())
                .as(id)
                .usingRecursiveComparison()
                .ignoringFields("details")
                .isEqualTo(expected.frames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eight-gaussians", "more-methods", "combinations"})
    void everyMethodGoesOnAsIfItHadNotStopped(String name) throws InterruptedException {
        Preset preset = PresetReader.of(name, small("generator.hidden", "[8, 8]", "critic.hidden", "[8, 8]"));
        Run whole = run(Opening.of(preset, BACKEND), AT);
        assertThat(whole.taken()).hasSameSizeAs(preset.lanes());

        Run resumed = run(Opening.of(preset, BACKEND).goingOnFrom(records(whole.taken())), 100);

        assertSame(resumed.ends(), whole.ends());
    }

    @Test
    void aConvolutionalNetworkDoesToo() throws InterruptedException {
        Preset preset =
                PresetReader.of("shapes", small("batch", "4", "generator.width", "0.03125", "critic.width", "0.03125"));
        Run whole = run(Opening.of(preset, BACKEND), AT);

        Run resumed = run(Opening.of(preset, BACKEND).goingOnFrom(records(whole.taken())), 100);

        assertSame(resumed.ends(), whole.ends());
    }

    @Test
    void comparisonsOfPicturesAreMadeAtTheirOwnPaceAndGoOnToo(@TempDir Path folder) throws InterruptedException {
        Preset preset = PresetReader.of(
                        "shapes",
                        small(
                                "batch", "64",
                                "generator.width", "0.03125",
                                "critic.width", "0.03125",
                                "schedule.measuresEvery", "5"))
                .withOnly(List.of("spectral-norm"), "test");
        Opening opening = Opening.of(preset, BACKEND);
        Opening compared = opening.withClassifiersOf(QuickClassifier.cache(folder, opening.data()));
        Run whole = run(compared, AT);
        Curve distance = whole.ends().get("spectral-norm").history().curve(Metric.KERNEL_DISTANCE);
        assertThat(distance.steps()).containsExactly(5, 8);
        assertThat(distance.values()).doesNotContain(Double.NaN);

        Run resumed = run(compared.goingOnFrom(records(whole.taken())), 100);

        assertSame(resumed.ends(), whole.ends());
    }

    @Test
    void changesOnTheWayAndALaterHorizonAreKept() throws InterruptedException {
        Preset preset =
                PresetReader.of("eight-gaussians", small("generator.hidden", "[8, 8]", "critic.hidden", "[8, 8]"));
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
            changed(experiment);
            Map<String, LaneCheckpoint> middle = atRest(experiment);
            Preset resolved = experiment.resolved();
            experiment.play();
            experiment.awaitRest();
            Map<String, LaneCheckpoint> end = atRest(experiment);
            assertThat(end.values())
                    .allSatisfy(lane -> assertThat(lane.position().step()).isEqualTo(13));

            Run resumed = run(Opening.of(resolved, BACKEND).goingOnFrom(records(middle)), 100);

            assertSame(resumed.ends(), end);
            resumed.ends().forEach((id, lane) -> assertThat(lane.position().made())
                    .isEqualTo(end.get(id).position().made()));
        }
    }

    private static void changed(Experiment experiment) throws InterruptedException {
        experiment.step();
        experiment.awaitRest();
        experiment.change("spectral-norm", new Assignment<>(LaneSettings.LEARNING_RATE, 2e-3));
        experiment.play();
        experiment.awaitRest();
        experiment.extend(5);
        experiment.step();
        experiment.step();
        experiment.awaitRest();
    }
}
