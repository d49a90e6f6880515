package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on data that a person brings. */
class OwnDataTest {
    private static final String POINTS = "0.5,1\n-1,2\n3,0.25\n1,1\n0,0\n2,2\n1,0\n0,1\n-2,1\n1,-1\n";

    @TempDir
    private Path folder;

    @Test
    void pointsHaveFourLanesInWhichOnlyTheConstraintDiffers() throws IOException {
        Path file = Files.writeString(folder.resolve("Abstände und Winkel.csv"), POINTS);
        Preset preset = PresetReader.of(file.toString(), Map.of("schedule.steps", "7"));
        assertThat(preset.data().kind()).isEqualTo(DatasetKind.CSV);
        assertThat(preset.data().file()).contains(file);
        assertThat(preset.title()).isEqualTo("Your points: Abstände und Winkel.csv");
        assertThat(preset.name()).isEqualTo("my-abstande-und-winkel");
        assertThat(preset.lanes()).hasSize(4);
        assertThat(preset.differences()).isEmpty();
        assertThat(preset.shared().get(SharedSettings.STEPS)).isEqualTo(7);
        assertThat(preset.data().load().sampleShape().length()).isEqualTo(2);
    }

    @Test
    void picturesInAFolderHaveTheLanesOfThePicturePreset() throws IOException {
        Path file = folder.resolve("train-images-idx3-ubyte");
        ByteBuffer pictures = ByteBuffer.allocate(16 + 20 * 28 * 28);
        pictures.putInt(0x803).putInt(20).putInt(28).putInt(28);
        Files.write(file, pictures.array());
        Preset preset = PresetReader.of(folder.toString(), Map.of());
        assertThat(preset.data().kind()).isEqualTo(DatasetKind.IDX);
        assertThat(preset.data().file()).contains(file);
        assertThat(preset.lanes()).hasSize(4);
        assertThat(preset.data().load().sampleShape().rank()).isEqualTo(3);
    }

    @Test
    void whatWasMadeOfDataIsWrittenAndReadAsAnyPreset() throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), POINTS);
        Preset made = OwnData.preset(DatasetKind.CSV, file);
        Path yaml = Files.writeString(folder.resolve("mine.yaml"), PresetWriter.toYaml(made, Map.of()));
        Preset read = PresetReader.read(yaml, Map.of());
        assertThat(read.title()).isEqualTo(made.title());
        assertThat(read.data().kind()).isEqualTo(made.data().kind());
        assertThat(read.data().file()).isEqualTo(made.data().file());
        assertThat(read.tuning().strip()).isEqualTo(made.tuning().strip());
    }

    @Test
    void aFileThatIsSomethingElseIsNamedForWhatItIs() throws IOException {
        Path page = Files.writeString(folder.resolve("download"), "<!DOCTYPE html><html><head></head></html>");
        assertThatThrownBy(() -> PresetReader.of(page.toString(), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a web page")
                .hasMessageContaining("table of points");
        assertThatThrownBy(() -> PresetReader.of(folder.toString(), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a folder with");
    }
}
