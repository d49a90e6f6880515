package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.experiment.PresetText;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.NumberSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetWriterTest {
    @TempDir
    Path folder;

    private Preset read(String text) throws IOException {
        return PresetReader.read(Files.writeString(folder.resolve("run.yaml"), text), Map.of());
    }

    private void assertSame(Preset read, Preset written) {
        assertThat(read.title()).isEqualTo(written.title());
        assertThat(read.lookFor()).isEqualTo(written.lookFor());
        assertThat(read.tuning()).isEqualTo(written.tuning());
        assertThat(read.shared()).hasToString(written.shared().toString());
        assertThat(read.data().kind()).isEqualTo(written.data().kind());
        assertThat(read.data().values()).hasToString(written.data().values().toString());
        assertThat(read.data().file()).isEqualTo(written.data().file());
        assertThat(read.generator()).isEqualTo(written.generator());
        assertThat(read.critic()).isEqualTo(written.critic());
        assertThat(read.lanes()).hasToString(written.lanes().toString());
        assertThat(read.changes()).isEqualTo(written.changes());
    }

    static List<String> bundled() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyBundledPresetIsReadBackAsItWas(String name) throws IOException {
        Preset preset = PresetReader.readBundled(name, Map.of());
        assertSame(read(PresetWriter.toYaml(preset, Map.of())), preset);
    }

    @Test
    void whereAGeneratorStartsIsReadBackAsItWas() throws IOException {
        Preset preset = PresetReader.readBundled("eight-gaussians", Map.of("generator.outputScale", "0.3"));
        assertThat(((GeneratorSpec.Trained) preset.generator()).outputScale()).isEqualTo(0.3);
        assertSame(read(PresetWriter.toYaml(preset, Map.of())), preset);
    }

    @Test
    void aFrozenGeneratorIsReadBackAsItWas() throws IOException {
        Preset preset = TinyPresets.frozen();
        assertThat(preset.generator()).isEqualTo(new GeneratorSpec.Frozen(1));
        assertSame(read(PresetWriter.toYaml(preset, Map.of())), preset);
    }

    @Test
    void aPresetWithChangesAFileAndOddNumbersIsReadBackAsItWas() throws IOException {
        Path data = Files.writeString(folder.resolve("my points: #1.csv"), "0,0\n");
        Preset small = PresetReader.read(
                Files.writeString(
                        folder.resolve("small.yaml"), PresetText.small().toString()),
                Map.of(
                        "lanes.gradient-penalty.learningRate", "1.23456789012e-4",
                        "data", "{kind: csv}",
                        "lanes.slow-clipping.c", "0.30000000000000004"));
        Preset preset = small.withData(data)
                .withChanges(List.of(
                        new Change.Value(3, "gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 1e1)),
                        new Change.Value(4, "gradient-penalty", new Assignment<>(LaneSettings.LEARNING_RATE, 0.5)),
                        new Change.Extension(40, "slow-clipping", 20)));
        Preset read = read(PresetWriter.toYaml(preset, Map.of()));
        assertSame(read, preset);
        assertThat(read.data().file()).isEqualTo(Optional.of(data));
    }

    @Test
    void severalConstraintsAreWrittenAsAList() throws IOException {
        Preset preset = PresetReader.of(
                "eight-gaussians", Map.of("lanes.spectral-norm.constraint", "[spectral-norm, gradient-penalty]"));
        String text = PresetWriter.toYaml(preset, Map.of());

        assertThat(text).contains("constraint: [spectral-norm, gradient-penalty]", "lambda: 10");
        assertSame(read(text), preset);
    }

    @Test
    void nothingIsLeftToDefaults() throws IOException {
        String text = PresetWriter.toYaml(read(PresetText.small().toString()), Map.of());
        assertThat(text)
                .contains("threadsPerLane: 1", "slope: 0.1", "hidden: [16, 8]", "generatorLearningRate: 1e-4")
                .contains("constraint: gradient-penalty", "beta2: 0.9", "decay: 0.9", "criticSteps: 1", "distance: 2.5")
                .doesNotContain("record", "tuning", "!!", "&");
    }

    @Test
    void whatIsOffLeavesNoTraceInARecordAndWhatIsOnIsReadBackAsItWas() throws IOException {
        String plain = PresetWriter.toYaml(PresetReader.readBundled("shapes", Map.of()), Map.of());
        Preset all = PresetReader.readBundled(
                "shapes",
                Map.of(
                        "conditional", "projection",
                        "generatorBatch", "2",
                        "generatorAverage", "0.9",
                        "schedule.measuresEvery", "100"));

        assertThat(plain).doesNotContain("conditional", "generatorBatch", "generatorAverage", "measuresEvery");
        String written = PresetWriter.toYaml(all, Map.of());
        assertThat(written)
                .contains(
                        "conditional: projection", "generatorBatch: 2", "generatorAverage: 0.9", "measuresEvery: 100");
        assertSame(read(written), all);
    }

    @Test
    void aRecordIsWrittenInItsOrderAndReadOver() throws IOException {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("zlib", "2.10");
        versions.put("arrays", "1e5");
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("engine", "cpu: native");
        record.put("versions", versions);
        record.put("threads", 2);
        record.put("seconds", 12.5);
        record.put("deterministic", true);
        record.put("lanes", List.of("a", "b"));
        record.put("ratio", Double.NaN);
        Preset preset = PresetReader.readBundled(Presets.DEFAULT, Map.of());
        String text = PresetWriter.toYaml(preset, record);
        assertThat(text)
                .endsWith(
                        """
                        record:
                          engine: 'cpu: native'
                          versions:
                            zlib: '2.10'
                            arrays: '1e5'
                          threads: 2
                          seconds: 12.5
                          deterministic: true
                          lanes: [a, b]
                          ratio: NaN
                        """);
        assertSame(read(text), preset);
    }

    @Test
    void anyTextIsReadBackAsItWas() throws IOException {
        Preset preset = PresetReader.readBundled(Presets.DEFAULT, Map.of());
        String[] pieces = {
            "word ", " ", "\n", "\n\n", ": ", "# ", "- ", "'", "\"", "\t", "é∇‖ ", "%", "long ".repeat(30)
        };
        RandomStream random = TestStreams.of(1, "texts");
        for (int trial = 0; trial < 500; trial++) {
            StringBuilder text = new StringBuilder("a");
            for (int i = 0; i < 12; i++) {
                text.append(pieces[(int) (random.uniform() * pieces.length)]);
            }
            Preset odd = new Preset(
                    preset.name(),
                    preset.title(),
                    text.append(".").toString(),
                    preset.shared(),
                    preset.data(),
                    preset.generator(),
                    preset.critic(),
                    preset.lanes(),
                    text.reverse().toString(),
                    List.of());
            assertSame(read(PresetWriter.toYaml(odd, Map.of())), odd);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0.001",
        "1e-4, 1e-4",
        "5e-5, 5e-5",
        "3000, 3000",
        "0, 0",
        "1.23456789012e-4, 1.23456789012e-4",
        "2147483647, 2147483647"
    })
    void numbersAreWrittenShortAndExactly(double value, String text) {
        assertThat(NumberSetting.format(value)).isEqualTo(text);
    }
}
