package lipschitzlab.export.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.experiment.Opening;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.export.NpzReader;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceDirectoryTest {
    private static final Backend BACKEND = EngineUnderTest.chosen();
    private static final int STEPS = 6;
    private static final int BATCH = 16;
    private static final int LATENT = 2;
    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    /** One lane for each constraint, numbered from the first of them, with 1, 2 or 3 critic updates. */
    private Preset withConstraints(List<ConstraintKind> kinds) throws IOException {
        String lanes = kinds.stream()
                .map(kind -> "  %s: {constraint: %s, optimizer: adam, criticSteps: %d}%n"
                        .formatted(kind.id(), kind.id(), 1 + kind.ordinal() % 3))
                .collect(Collectors.joining());
        Path file = folder.resolve("all.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of("presets", "eight-gaussians.yaml"))
                        .replaceAll("(?s)\\nlanes:\\n.*", "\nlanes:\n" + lanes));
        return PresetReader.read(
                file,
                Map.of(
                        "generator.hidden", "[8, 8]",
                        "critic.hidden", "[8, 8]",
                        "batch", Integer.toString(BATCH),
                        "schedule.steps", Integer.toString(STEPS),
                        "schedule.diagnosticsEvery", "3"));
    }

    private TraceDirectory trace(Path path, Preset preset, int weightsEvery) throws InterruptedException {
        Dataset data = preset.data().load();
        TraceDirectory trace = TraceDirectory.create(path, false, preset, data, BACKEND, weightsEvery);
        try (Experiment experiment =
                Opening.of(preset, data, BACKEND).recordedBy(trace).open()) {
            experiment.play();
            experiment.awaitRest();
            assertThat(experiment.lanes()).extracting(Lane::state).containsOnly(LaneState.FINISHED);
        }
        assertThat(trace.failure()).isEmpty();
        return trace;
    }

    private static Map<String, NpzReader.Array> read(Path path, String file) {
        return NpzReader.read(path.resolve(file));
    }

    private static long bytes(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void whatAllLanesDrawAlikeIsThatOfTheLaneWithTheMostUpdates() throws IOException, InterruptedException {
        Preset preset = withConstraints(
                List.of(ConstraintKind.SPECTRAL_NORM, ConstraintKind.GRADIENT_PENALTY, ConstraintKind.WEIGHT_CLIPPING));
        Path path = folder.resolve("trace");
        trace(path, preset, NEVER);
        Dataset data = preset.data().load();

        for (int step = 1; step <= STEPS; step++) {
            Map<String, NpzReader.Array> shared = read(path, "shared/step-" + step + ".npz");
            assertThat(shared).containsOnlyKeys("real", "latent", "generator_latent");
            assertThat(shared.get("real").shape()).containsExactly(3, BATCH, 2);
            assertThat(shared.get("latent").shape()).containsExactly(3, BATCH, LATENT);
            assertThat(shared.get("generator_latent").shape()).containsExactly(BATCH, LATENT);
            List<Double> real = new ArrayList<>();
            List<Double> latent = new ArrayList<>();
            for (int update = 0; update < 3; update++) {
                add(real, data.batch(BATCH, RandomStream.of(1, RandomPurpose.BATCH, step - 1, update)));
                add(
                        latent,
                        RandomStream.of(1, RandomPurpose.LATENT, step - 1, update)
                                .gaussians(BATCH * LATENT));
            }
            assertThat(shared.get("real").numbers()).containsExactly(array(real));
            assertThat(shared.get("latent").numbers()).containsExactly(array(latent));
        }
    }

    private static void add(List<Double> all, float[] numbers) {
        for (float number : numbers) {
            all.add((double) number);
        }
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void everyStepOfALaneHasItsLossesRatesAndTheNumbersThatItsPenaltyDrew() throws IOException, InterruptedException {
        Preset preset = withConstraints(
                List.of(ConstraintKind.UNCONSTRAINED, ConstraintKind.GRADIENT_PENALTY, ConstraintKind.DRAGAN));
        Path path = folder.resolve("trace");
        Dataset data = preset.data().load();
        TraceDirectory trace = TraceDirectory.create(path, false, preset, data, BACKEND, NEVER);
        Map<String, double[]> curves = new LinkedHashMap<>();
        try (Experiment experiment =
                Opening.of(preset, data, BACKEND).recordedBy(trace).open()) {
            experiment.play();
            experiment.awaitRest();
            experiment
                    .lanes()
                    .forEach(lane -> curves.put(
                            lane.id(), lane.history().curve(Metric.CRITIC_LOSS).values()));
        }

        Map<String, int[]> drawn = Map.of("unconstrained", new int[0], "gradient-penalty", new int[] {BATCH});
        for (int step = 1; step <= STEPS; step++) {
            for (String lane : curves.keySet()) {
                Map<String, NpzReader.Array> found = read(path, "lanes/" + lane + "/step-" + step + ".npz");
                int updates = found.get("critic_loss").numbers().length;
                assertThat(updates).isEqualTo(1 + ConstraintKind.of(lane).ordinal() % 3);
                assertThat(found.get("critic_loss").numbers()[updates - 1]).isEqualTo(curves.get(lane)[step - 1]);
                assertThat(found.get("penalty").shape()).containsExactly(updates);
                assertThat(found.get("gap").shape()).containsExactly(updates);
                assertThat(found.get("generator_loss").shape()).isEmpty();
                assertThat(found.get("critic_rate").numbers()).containsExactly(1e-3);
                assertThat(found.get("generator_rate").numbers()).containsExactly(1e-3);
                int[] lengths = drawn.getOrDefault(lane, new int[] {BATCH * 2, BATCH});
                assertThat(found.keySet().stream().filter(key -> key.startsWith("penalty_noise/")))
                        .hasSize(lengths.length);
                for (int i = 0; i < lengths.length; i++) {
                    assertThat(found.get("penalty_noise/" + i).shape()).containsExactly(updates, lengths[i]);
                }
            }
        }
        float[] epsilon =
                RandomStream.of(1, RandomPurpose.PENALTY, STEPS - 1, 0).uniforms(BATCH, 0, 1);
        List<Double> expected = new ArrayList<>();
        add(expected, epsilon);
        double[] first = read(path, "lanes/gradient-penalty/step-" + STEPS + ".npz")
                .get("penalty_noise/0")
                .numbers();
        assertThat(Arrays.copyOf(first, BATCH)).containsExactly(array(expected));
    }

    @Test
    void weightsAreThereWhenAskedForWithThePowerIterationsVectors() throws IOException, InterruptedException {
        Preset preset = withConstraints(List.of(ConstraintKind.SPECTRAL_NORM, ConstraintKind.SPECTRAL_NORM_GAMMA));
        Path path = folder.resolve("trace");
        trace(path, preset, 4);

        try (Stream<Path> files = Files.list(path.resolve("lanes/spectral-norm"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("weights")))
                    .containsExactlyInAnyOrder("weights-0.npz", "weights-4.npz", "weights-6.npz");
        }
        Map<String, NpzReader.Array> last = read(path, "lanes/spectral-norm-gamma/weights-6.npz");
        assertThat(last.keySet().stream().filter(key -> key.startsWith("critic/")))
                .hasSize(9);
        assertThat(last.keySet().stream().filter(key -> key.startsWith("generator/")))
                .hasSize(6);
        assertThat(last.get("critic/2").shape()).containsExactly(8, 8);
        assertThat(last.get("critic/6").shape()).containsExactly(1);
        for (int weight : new int[] {0, 2, 4}) {
            assertThat(norm(last.get("u/" + weight))).isCloseTo(1, within(1e-5));
            assertThat(norm(last.get("v/" + weight))).isCloseTo(1, within(1e-5));
        }
        Map<String, NpzReader.Array> first = read(path, "lanes/spectral-norm-gamma/weights-0.npz");
        assertThat(first.get("critic/0").numbers())
                .as("all lanes start from the same weights")
                .containsExactly(read(path, "lanes/spectral-norm/weights-0.npz")
                        .get("critic/0")
                        .numbers())
                .isNotEqualTo(last.get("critic/0").numbers());
        assertThat(path.resolve("lanes/spectral-norm-gamma/networks.yaml"))
                .content()
                .contains(
                        "kind: dense, weight: 2, bias: 3",
                        "1 dense γ",
                        "shape: [8, 8]",
                        "kind: leaky relu, slope: 0.1");
    }

    private static double norm(NpzReader.Array vector) {
        return Math.sqrt(
                Arrays.stream(vector.numbers()).map(number -> number * number).sum());
    }

    @Test
    void aGeneratorThatDoesNotLearnHasItsSamplesTraced() throws InterruptedException {
        Path path = folder.resolve("trace");
        trace(path, TinyPresets.frozen().withOnly(List.of("unconstrained"), "test"), NEVER);

        Map<String, NpzReader.Array> shared = read(path, "shared/step-1.npz");
        assertThat(shared).containsOnlyKeys("real", "fake");
        assertThat(shared.get("fake").shape()).containsExactly(2, BATCH, 2);
        assertThat(read(path, "lanes/unconstrained/weights-0.npz").keySet())
                .noneMatch(key -> key.startsWith("generator/"));
    }

    @Test
    void theTraceIsAPresetThatRepeatsTheRun() throws InterruptedException {
        Path path = folder.resolve("trace");
        Preset preset = TinyPresets.toy();
        trace(path, preset, NEVER);

        Preset again = PresetReader.of(path.resolve("trace.yaml").toString(), Map.of());
        assertThat(again.lanes()).hasSameSizeAs(preset.lanes());
        assertThat(again.shared().toString()).isEqualTo(preset.shared().toString());
        assertThat(path.resolve("trace.yaml")).content().contains("record:", "engine: ", "weightsEvery: ");
    }

    @Test
    void theEstimatedSizeIsNeitherTooSmallNorFarTooLarge() throws IOException, InterruptedException {
        List<ConstraintKind> kinds = List.of(ConstraintKind.values());
        for (List<ConstraintKind> half : List.of(kinds.subList(0, 6), kinds.subList(6, kinds.size()))) {
            Preset preset = withConstraints(half);
            Path path = folder.resolve("trace-" + half.get(0).id());
            trace(path, preset, 2);

            TraceSize estimate = TraceSize.of(preset, preset.data().load(), BACKEND, 2);
            assertThat(bytes(path)).isLessThan(estimate.bytes());
            // Files this small are mostly heads and the rest of a block, of which the estimate has one for each.
            assertThat(estimate.bytes()).isLessThan(12 * bytes(path));
        }
    }

    @Test
    void aTraceThatTheDiskHasNoRoomForIsRefusedInWordsBeforeAnythingIsMade() throws IOException {
        try (FileSystem disk = small(256 << 10)) {
            Preset preset = TinyPresets.toy("schedule.steps", "1000");
            Path path = disk.getPath("/trace");

            assertThatThrownBy(() -> TraceDirectory.create(
                            path, false, preset, preset.data().load(), BACKEND, NEVER))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("--trace /trace")
                    .hasMessageContaining("the trace of 1000 steps may take")
                    .hasMessageContaining("0.3 MB")
                    .hasMessageContaining("Trace fewer steps (--steps)");
            assertThat(path).doesNotExist();
        }
    }

    @Test
    void aDiskThatFillsWhileTheTraceIsWrittenEndsTheTraceAndNotTheTraining() throws IOException, InterruptedException {
        try (FileSystem disk = small(4 << 20)) {
            Preset preset = TinyPresets.toy("schedule.steps", "20");
            Path path = disk.getPath("/trace");
            Dataset data = preset.data().load();
            TraceDirectory trace = TraceDirectory.create(path, false, preset, data, BACKEND, NEVER);
            fill(disk, 40 << 10);

            try (Experiment experiment =
                    Opening.of(preset, data, BACKEND).recordedBy(trace).open()) {
                experiment.play();
                experiment.awaitRest();
                assertThat(experiment.lanes()).extracting(Lane::state).containsOnly(LaneState.FINISHED);
            }
            assertThat(trace.failure().orElseThrow()).contains("/trace/", "out of disk space", "Free some disk space");
            assertThat(path.resolve("lanes/unconstrained/step-20.npz")).doesNotExist();
        }
    }

    private static FileSystem small(int size) {
        return Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setMaxSize(size)
                .setBlockSize(1 << 10)
                .build());
    }

    private static void fill(FileSystem disk, long left) {
        try {
            long free = Files.getFileStore(disk.getPath("/")).getUsableSpace();
            Files.write(disk.getPath("/other"), new byte[(int) (free - left)]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
