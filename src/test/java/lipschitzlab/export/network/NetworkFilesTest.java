package lipschitzlab.export.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.diagnostic.SingularSpectrum;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.file.SafetensorsFile;
import lipschitzlab.preset.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks leave as files from which alone another program computes what they compute here. */
class NetworkFilesTest {
    /** The most by which an output may differ. */
    private static final double TOLERANCE = 1e-5;

    @TempDir
    private Path folder;

    private static void assertOutputs(Path networks) {
        try (SafetensorsFile expected = SafetensorsFile.open(networks.resolve("expected.safetensors"), "outputs")) {
            for (String name : expected.names()) {
                float[] inputs = KnownInputs.of(RebuiltNetwork.input(networks, name));
                float[] found =
                        ExportedNetworks.some(RebuiltNetwork.output(new ReferenceEngine(), networks, name, inputs));
                assertThat(found).as(name).containsExactly(expected.floats(name), within((float) TOLERANCE));
            }
        }
    }

    /** What is kept was computed in single precision; here it is computed in double precision from the files. */
    @ParameterizedTest
    @ValueSource(strings = {"points", "pictures"})
    void theKeptFilesGiveTheKeptOutputs(String kept) {
        assertOutputs(ExportedNetworks.KEPT.resolve(kept));
    }

    static Stream<String> constraints() {
        return Stream.of(
                "spectral-norm",
                "gradient-penalty",
                "weight-clipping",
                "weight-norm",
                "[layer-norm, gradient-penalty]",
                "spectral-norm-gamma",
                "[weight-norm, r1]");
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void theFilesAloneRebuildWhatAnyConstraintMadeOfTheCritic(String constraint) throws InterruptedException {
        Preset preset = TinyPresets.toy("lanes.unconstrained.constraint", constraint);
        ExportedNetworks.export(preset, "unconstrained", folder);
        assertOutputs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight-norm", "layer-norm"})
    void normalizationsWithoutAGainToo(String constraint) throws InterruptedException {
        Preset preset =
                TinyPresets.toy("lanes.unconstrained.constraint", constraint, "lanes.unconstrained.gain", "one");
        ExportedNetworks.export(preset, "unconstrained", folder);
        assertOutputs(folder);
    }

    /** PyTorch's names: the vectors belong to the turned weight. */
    @Test
    void theStoredWeightOverTheSigmaOfItsVectorsIsTheOneThatIsUsed() {
        try (SafetensorsFile file =
                SafetensorsFile.open(ExportedNetworks.KEPT.resolve("points/critic.safetensors"), "a critic")) {
            assertThat(file.shape("0.weight")).containsExactly(16, 2);
            assertThat(file.shape("0.weight_u")).containsExactly(16);
            float[] raw = file.floats("0.weight_orig");
            float[] u = file.floats("0.weight_u");
            float[] v = file.floats("0.weight_v");
            double sigma = 0;
            for (int i = 0; i < 16; i++) {
                for (int j = 0; j < 2; j++) {
                    sigma += (double) u[i] * raw[2 * i + j] * v[j];
                }
            }
            float[] used = file.floats("0.weight");
            for (int i = 0; i < used.length; i++) {
                assertThat(used[i]).isEqualTo((float) (raw[i] / sigma), within(1e-6f));
            }
            // The bound K = 2 stands in the last layer.
            assertThat(SingularSpectrum.of(file.floats("4.weight"), 1, 16)[0]).isEqualTo(2, within(1e-5));
            assertThat(file.metadata()).containsEntry("format", "pt").containsEntry("step", "6");
        }
    }

    @Test
    void theArchitectureNamesTheMethodItsSettingsAndEveryArray() {
        Map<?, ?> architecture = RebuiltNetwork.architecture(ExportedNetworks.KEPT.resolve("points"));
        Map<?, ?> constraint = (Map<?, ?>) architecture.get("constraint");
        assertThat(constraint.get("methods")).isEqualTo(List.of("spectral-norm"));
        assertThat(constraint.get("settings").toString()).contains("bound=2");
        assertThat(constraint.get("weights").toString()).contains("weight_orig/σ");
        Map<?, ?> critic = (Map<?, ?>) architecture.get("critic");
        Map<?, ?> arrays = (Map<?, ?>) critic.get("arrays");
        try (SafetensorsFile file =
                SafetensorsFile.open(ExportedNetworks.KEPT.resolve("points/critic.safetensors"), "a critic")) {
            assertThat(arrays.keySet().stream().map(Object::toString))
                    .containsExactlyInAnyOrderElementsOf(file.names());
        }
    }

    @Test
    void aGeneratorThatDoesNotLearnHasNoFile() throws InterruptedException {
        Preset frozen = TinyPresets.frozen();
        try (Experiment experiment = Experiment.open(frozen, EngineUnderTest.chosen())) {
            experiment.awaitRest();
            Lane lane = experiment.lanes().get(0);
            int[] files = {0};
            assertThat(experiment.doAtRest(
                            () -> files[0] = NetworkFiles.write(folder, frozen, lane), Experiment.FOREVER))
                    .isTrue();
            assertThat(files[0]).isEqualTo(2);
            assertThat(folder.resolve("generator.safetensors")).doesNotExist();
            assertThat(folder.resolve("architecture.json")).exists();
        }
    }

    @Test
    void lanesThatTrainRestWhileTheirNetworksAreReadAndGoOnAfterwards() throws InterruptedException {
        Preset preset = TinyPresets.toy("schedule.steps", "100000");
        try (Experiment experiment = Experiment.open(preset, EngineUnderTest.chosen())) {
            experiment.play();
            await().until(() -> experiment.lanes().get(0).step() > 0);
            assertThat(NetworkFiles.writeAll(folder, experiment)).isEqualTo(NetworkFiles.files(experiment));
            int saved = ((Number) RebuiltNetwork.architecture(folder.resolve("unconstrained"))
                            .get("step"))
                    .intValue();
            assertThat(saved).isPositive();
            Lane lane = experiment.lane("unconstrained");
            await().until(() -> lane.step() > saved + 1);
            experiment.pause();
        }
    }

    @Test
    void anExperimentThatIsClosedDoesNothingMoreAtRestAndLetsNobodyWait() throws InterruptedException {
        Experiment experiment = Experiment.open(TinyPresets.toy(), EngineUnderTest.chosen());
        experiment.close();
        assertThat(experiment.doAtRest(() -> {}, Experiment.FOREVER)).isFalse();
    }
}
