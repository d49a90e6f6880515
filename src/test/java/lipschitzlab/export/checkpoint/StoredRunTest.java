package lipschitzlab.export.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.LaneCheckpoint;
import lipschitzlab.experiment.LaneRecord;
import lipschitzlab.experiment.Opening;
import lipschitzlab.file.FileWrites;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run's folder gives back what was written to it, whatever happened to its last files. */
class StoredRunTest {
    private static final Backend BACKEND = EngineUnderTest.chosen();
    private static final String LANE = "gradient-penalty";

    private static final String TOY =
            """
            title: Small
            seed: 3
            batch: 16
            latent: 2
            data: {kind: eight-gaussians}
            generator: {kind: mlp, hidden: [6]}
            critic: {kind: mlp, hidden: [6]}
            schedule: {steps: 9, diagnosticsEvery: 2}
            lanes:
              gradient-penalty: {constraint: gradient-penalty, objective: wasserstein, optimizer: adam}
              spectral-norm: {constraint: spectral-norm, objective: hinge, optimizer: rmsprop}
              weight-clipping: {constraint: weight-clipping, objective: wasserstein, optimizer: sgd}
            """;

    private static final String CNN =
            """
            title: Small pictures
            batch: 3
            latent: 4
            data: {kind: shapes}
            generator: {kind: standard-cnn, width: 0.03125}
            critic: {kind: standard-cnn, width: 0.03125}
            schedule: {steps: 4, diagnosticsEvery: 3}
            lanes:
              gradient-penalty: {constraint: [spectral-norm-gamma, gradient-penalty], objective: hinge, optimizer: adam}
              weight-norm: {constraint: [weight-norm, layer-norm], objective: hinge, optimizer: rmsprop}
            """;

    @TempDir
    private Path folder;

    private static Preset toy() {
        return PresetReader.ofText("toy", TOY, "test");
    }

    private static RunCheckpoints checkpoints(Path run, Experiment experiment) {
        return new RunCheckpoints(
                run,
                experiment,
                FileWrites.strict(),
                () -> Map.of(StoredRun.PRESET, PresetWriter.toYaml(experiment.resolved(), Map.of())));
    }

    /** Trains to the end, writing after every few steps. */
    private Map<String, LaneCheckpoint> train(Preset preset, int every, Integer... asked) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, BACKEND);
                RunCheckpoints writing = checkpoints(folder, experiment)) {
            experiment.checkpoints().every(every, Set.of(asked));
            while (!experiment.finished()) {
                experiment.step();
                experiment.awaitRest();
                writing.writeTaken();
            }
            return ends(experiment);
        }
    }

    private static Map<String, LaneCheckpoint> ends(Experiment experiment) throws InterruptedException {
        Map<String, LaneCheckpoint> ends = new LinkedHashMap<>();
        experiment.doAtRest(
                () -> experiment.lanes().forEach(lane -> ends.put(lane.id(), lane.checkpoint())), Experiment.FOREVER);
        return ends;
    }

    private Map<String, LaneCheckpoint> resume(StoredRun stored) throws InterruptedException {
        try (Experiment experiment =
                Opening.of(stored.preset(), BACKEND).goingOnFrom(stored.lanes()).open()) {
            experiment.play();
            experiment.awaitRest();
            return ends(experiment);
        }
    }

    private static void assertSame(Map<String, LaneCheckpoint> found, Map<String, LaneCheckpoint> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, lane) -> {
            LaneCheckpoint other = found.get(id);
            lane.networks().orElseThrow().arrays().forEach((name, numbers) -> assertThat(
                            other.networks().orElseThrow().arrays().get(name).values())
                    .as(id + " " + name)
                    .isEqualTo(numbers.values()));
            for (Metric metric : lane.history().metrics()) {
                assertThat(other.history().curve(metric).values())
                        .as(id + " " + metric)
                        .isEqualTo(lane.history().curve(metric).values());
            }
            assertThat(other.history().spectra())
                    .usingRecursiveComparison()
                    .isEqualTo(lane.history().spectra());
            assertThat(other.history().frames())
                    .usingRecursiveComparison()
                    .ignoringFields("details")
                    .isEqualTo(lane.history().frames());
            assertThat(other.milestones().stream().map(Snapshot::step).toList())
                    .isEqualTo(lane.milestones().stream().map(Snapshot::step).toList());
        });
    }

    private Path newest(String lane) {
        return CheckpointFolder.of(folder).of(lane).lastEntry().getValue();
    }

    private int newestStep(String lane) {
        return CheckpointFolder.of(folder).of(lane).lastKey();
    }

    private void keepOnlyUpTo(int step) {
        toy().lanes().forEach(lane -> CheckpointFolder.of(folder)
                .of(lane.id())
                .tailMap(step, false)
                .values()
                .forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
                }));
    }

    private static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(length);
        }
    }

    static Stream<String> runs() {
        return Stream.of(TOY, CNN);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunGoesOnFromItsFilesBitForBit(String text) throws InterruptedException {
        Map<String, LaneCheckpoint> whole = train(PresetReader.ofText("small", text, "test"), 3);

        StoredRun stored = StoredRun.open(folder);

        assertThat(stored.notes()).isEmpty();
        assertThat(stored.lanes().values())
                .allSatisfy(lane -> assertThat(lane.position().step())
                        .isPositive()
                        .isLessThan(whole.get(stored.preset().lanes().get(0).id())
                                        .position()
                                        .step()
                                + 1));
        assertSame(resume(stored), whole);
    }

    @Test
    void theLastTwoStayAndThoseThatWereAskedFor() throws InterruptedException {
        train(toy(), 2, 3);

        assertThat(CheckpointFolder.of(folder).of(LANE).keySet()).containsExactly(3, 6, 8);
    }

    @Test
    void whatWasAskedForStaysWhenTheRunGoesOn() throws InterruptedException {
        train(toy(), 2, 3);
        StoredRun stored = StoredRun.open(folder);
        try (Experiment experiment = Opening.of(stored.preset(), BACKEND)
                        .goingOnFrom(stored.lanes())
                        .open();
                RunCheckpoints writing = checkpoints(folder, experiment)) {
            writing.continueFrom(stored);
            experiment.play();
            experiment.awaitRest();
            writing.writeAtRest();
        }

        assertThat(CheckpointFolder.of(folder).of(LANE).keySet()).containsExactly(3, 8, 9);
        assertThat(StoredRun.open(folder).lanes().get(LANE).position().step()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 0.99})
    void aCheckpointThatWasCutOffIsLeftOutForTheOneBefore(double share) throws InterruptedException, IOException {
        Map<String, LaneCheckpoint> whole = train(toy(), 2);
        int last = newestStep(LANE);
        cut(newest(LANE), (long) (share * Files.size(newest(LANE))));

        StoredRun stored = StoredRun.open(folder);

        assertThat(stored.lanes().get(LANE).position().step()).isEqualTo(last - 2);
        assertThat(stored.notes())
                .singleElement()
                .asString()
                .contains(newest(LANE).toString());
        assertSame(resume(stored), whole);
    }

    @Test
    void aNumberThatWasChangedIsSeen() throws InterruptedException, IOException {
        train(toy(), 2);
        byte[] bytes = Files.readAllBytes(newest(LANE));
        bytes[bytes.length - 2] ^= 1;
        Files.write(newest(LANE), bytes);

        StoredRun stored = StoredRun.open(folder);

        assertThat(stored.lanes().get(LANE).position().step()).isEqualTo(6);
        assertThat(stored.notes().get(0)).contains("checksum");
    }

    @Test
    void whatStandsInTheJournalBehindTheCheckpointIsWrittenOver() throws InterruptedException, IOException {
        Map<String, LaneCheckpoint> whole = train(toy(), 1);
        keepOnlyUpTo(8);
        Path journal = CheckpointFolder.of(folder).journal(LANE);
        cut(journal, Files.size(journal) - 5);

        StoredRun stored = StoredRun.open(folder);

        assertThat(stored.notes()).isEmpty();
        assertThat(stored.lanes().get(LANE).position().step()).isEqualTo(8);
        assertSame(resume(stored), whole);
    }

    @Test
    void aJournalThatEndsTooEarlyLeavesTheCheckpointBefore() throws InterruptedException, IOException {
        Map<String, LaneCheckpoint> whole = train(toy(), 2);
        Path journal = CheckpointFolder.of(folder).journal(LANE);
        cut(journal, Files.size(journal) - 5);

        StoredRun stored = StoredRun.open(folder);

        assertThat(stored.lanes().get(LANE).position().step()).isEqualTo(6);
        assertThat(stored.notes().get(0)).contains("gradient-penalty.journal");
        assertSame(resume(stored), whole);
    }

    @Test
    void aLaneWithoutAWholeCheckpointStartsAgainAndTheOthersGoOn() throws InterruptedException, IOException {
        Map<String, LaneCheckpoint> whole = train(toy(), 2);
        for (Path file : CheckpointFolder.of(folder).of(LANE).values()) {
            cut(file, 3);
        }

        StoredRun stored = StoredRun.open(folder);

        assertThat(stored.lanes()).containsOnlyKeys("spectral-norm", "weight-clipping");
        assertThat(stored.notes())
                .last()
                .asString()
                .isEqualTo("Lane gradient-penalty has no whole checkpoint: it starts at step 0.");
        assertSame(resume(stored), whole);
    }

    @Test
    void aRecordTakesTheLaterChangesOfTheRunAndWithoutItTheCheckpointHasThePreset()
            throws InterruptedException, IOException {
        train(toy(), 2);
        assertThat(StoredRun.open(folder).preset().title()).isEqualTo("Small");

        Files.writeString(folder.resolve("run.yaml"), TOY.replace("title: Small", "title: Recorded"));

        assertThat(StoredRun.open(folder).preset().title()).isEqualTo("Recorded");
    }

    @Test
    void aCheckpointOfOtherNetworksStopsItsLaneInWords() throws InterruptedException, IOException {
        train(toy(), 2);
        Files.writeString(
                folder.resolve("run.yaml"),
                TOY.replace("critic: {kind: mlp, hidden: [6]}", "critic: {kind: mlp, hidden: [7]}"));
        StoredRun stored = StoredRun.open(folder);

        try (Experiment experiment =
                Opening.of(stored.preset(), BACKEND).goingOnFrom(stored.lanes()).open()) {
            experiment.awaitRest();

            assertThat(experiment.lane(LANE).failure().orElseThrow().cause())
                    .contains("critic.0.weight of the shape [2, 7]", "one of the shape [2, 6]");
        }
    }

    @Test
    void anotherSafetensorsFileIsRefusedInWords() throws IOException {
        Path file = CheckpointFolder.of(folder).file(4, LANE);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', '}'});

        assertThatThrownBy(() -> CheckpointFile.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a lane's checkpoint")
                .hasMessageContaining("another safetensors file");
    }

    @Test
    void aResetForgetsTheCheckpointsBeforeIt() throws InterruptedException {
        try (Experiment experiment = Experiment.open(toy(), BACKEND);
                RunCheckpoints writing = checkpoints(folder, experiment)) {
            experiment.play();
            experiment.awaitRest();
            writing.writeAtRest();
            experiment.reset();
            experiment.step();
            experiment.awaitRest();
            writing.writeAtRest();
        }

        assertThat(CheckpointFolder.of(folder).of(LANE).keySet()).containsExactly(1);
        LaneRecord read = StoredRun.open(folder).lanes().get(LANE);
        assertThat(read.history().curve(Metric.CRITIC_LOSS).steps()).containsExactly(1);
    }

    @Test
    void oneFolderIsHeldByOneProgramAtATime() {
        try (Experiment experiment = Experiment.open(toy(), BACKEND);
                RunCheckpoints first = checkpoints(folder, experiment);
                RunCheckpoints second = checkpoints(folder, experiment)) {
            first.hold();

            assertThatThrownBy(second::hold)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("one that is being trained");
        }
    }

    @Test
    void aLaneThatWasRemovedLeavesNoFiles() throws InterruptedException, IOException {
        try (Experiment experiment = Experiment.open(toy(), BACKEND);
                RunCheckpoints writing = checkpoints(folder, experiment)) {
            experiment.step();
            experiment.awaitRest();
            writing.writeAtRest();
            experiment.remove(LANE);
            experiment.rename("spectral-norm", "sn");
            experiment.awaitRest();
            writing.writeAtRest();
            writing.writeTaken();
        }

        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(names)
                    .containsExactly(
                            "sn.journal", "sn.safetensors", "weight-clipping.journal", "weight-clipping.safetensors");
        }
    }
}
