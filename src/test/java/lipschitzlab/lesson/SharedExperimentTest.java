package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedExperimentTest {
    /** The most letters that a QR code holds as bytes, at the least error correction (ISO/IEC 18004, table 7). */
    private static final int QR_LETTERS = 2953;

    private static final Lesson.View VIEW =
            new Lesson.View(CardView.MATRIX, SurfaceQuantity.SLOPE, Metric.GAP, OptionalInt.of(2));

    private static Stream<String> presets() {
        return Presets.names().stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetComesBackFromOneLineThatAQrCodeHolds(String name) {
        Preset preset = PresetReader.of(name, Map.of("seed", "7"));
        String line = new SharedExperiment(preset, 1200, VIEW).text();
        assertThat(line)
                .startsWith("lipschitz-lab:1:")
                .matches("[A-Za-z0-9:_-]+")
                .hasSizeLessThan(QR_LETTERS);
        assertThat(SharedExperiment.recognises(line)).isTrue();
        SharedExperiment back = SharedExperiment.of(line);
        assertThat(back.preset().named(name)).isEqualTo(preset);
        assertThat(back.preset().name()).isEqualTo(name + "-shared");
        assertThat(back.step()).isEqualTo(1200);
        assertThat(back.view()).isEqualTo(VIEW);
        assertThat(SharedExperiment.of(back.text()).preset().name()).isEqualTo(name + "-shared");
    }

    @Test
    void changesAreInItAndThePathOfADataFileIsNot() {
        Preset preset = PresetReader.of("eight-gaussians", Map.of());
        List<Change> changes = PresetReader.changes(
                "changes:\n  - step: 40\n    lane: gradient-penalty\n    key: lambda\n    value: 1\n",
                preset.lanes(),
                "a test");
        Preset changed = preset.withChanges(changes);
        assertThat(SharedExperiment.of(new SharedExperiment(changed, 50, VIEW).text())
                        .preset()
                        .changes())
                .isEqualTo(changes);
        Preset own = PresetReader.of("mnist", Map.of()).withData(Path.of("/home/somebody/digits"));
        SharedExperiment shared = SharedExperiment.of(new SharedExperiment(own, 0, VIEW).text());
        assertThat(shared.preset().data().file()).isEmpty();
    }

    @Test
    void blanksThatMailPutsInDoNoHarm() {
        String line = new SharedExperiment(PresetReader.of("eight-gaussians", Map.of()), 3, VIEW).text();
        String wrapped = "  " + line.substring(0, 60) + "\r\n " + line.substring(60) + "\n";
        assertThat(SharedExperiment.of(wrapped)).isEqualTo(SharedExperiment.of(line));
    }

    @Test
    void whatIsNoWholeLineIsRefusedInWords() {
        String line = new SharedExperiment(PresetReader.of("eight-gaussians", Map.of()), 3, VIEW).text();
        assertThatThrownBy(() -> SharedExperiment.of("Dear students,"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected an experiment as one line")
                .hasMessageContaining("Copy the experiment");
        assertThatThrownBy(() -> SharedExperiment.of("lipschitz-lab:9:eJx"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("newer version");
        for (String damaged : List.of(
                line.substring(0, line.length() - 20),
                line.substring(0, 100) + (line.charAt(100) == 'A' ? 'B' : 'A') + line.substring(101),
                line.substring(0, 16),
                line + "*")) {
            assertThatThrownBy(() -> SharedExperiment.of(damaged))
                    .as(damaged)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("Copy the line again");
        }
    }

    @Test
    void theDictionaryOfLinesThatAreOutThereNeverChanges() throws Exception {
        try (var stream = SharedExperiment.class.getResourceAsStream("shared-1.txt")) {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("407d309f4df368fc638913d2d7743e29c4e0344744ed82da7553efa6eb53ef21");
        }
    }
}
