package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatHoldsAnythingIsRefusedAndStaysAsItIs() throws IOException {
        Path record = Files.writeString(folder.resolve("run.yaml"), "earlier");

        assertThatThrownBy(() -> RunDirectory.create(folder, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--force");

        assertThat(record).hasContent("earlier");
    }

    @Test
    void withForceFilesOfTheEarlierRunGoAndOthersStay() throws IOException {
        List<String> ofTheRun = List.of(
                "run.yaml",
                "curves.csv",
                "floors.csv",
                "curves.csv.part",
                "samples/spectral-norm/500.png",
                "samples/spectral-norm/latest.png",
                "history/spectral-norm.npz",
                "figures/strip-spectral-norm.svg",
                "figures/curves-gap_over_steepest_slope.svg");
        List<String> others =
                List.of("notes.txt", "samples/spectral-norm/mine.png", "figures/poster.svg", "old/run.yaml");
        for (String name : Stream.concat(ofTheRun.stream(), others.stream()).toList()) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "earlier");
        }
        Files.writeString(folder.resolve("run.yaml"), "title: earlier\nrecord:\n  engine: nd4j-cpu\n");

        RunDirectory.create(folder, true);

        assertThat(ofTheRun).noneMatch(name -> Files.exists(folder.resolve(name)));
        assertThat(others).allMatch(name -> Files.exists(folder.resolve(name)));
    }

    @Test
    void withForceAFileOfThatNameThatTheLabDidNotMakeIsInTheWayAndStays() throws IOException {
        Path own = Files.writeString(folder.resolve("curves.csv"), "a person's own");
        Files.writeString(folder.resolve("run.yaml"), "title: a preset of that name\n");

        assertThatThrownBy(() -> RunDirectory.create(folder, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("the lab did not write")
                .hasMessageContaining("--out");
        assertThat(own).hasContent("a person's own");
    }

    @Test
    void withForceAPersonsOwnFilesAreNeitherWrittenOverNorRemoved() throws IOException {
        List<String> own = List.of(".probe", "probe.part", "notes.txt", "run.yaml.bak");
        for (String name : own) {
            Files.writeString(folder.resolve(name), "own");
        }

        RunDirectory directory = RunDirectory.create(folder, true);
        Files.writeString(folder.resolve("run.yaml.part"), "own");
        directory.writeRecord("seed: 1\n");

        assertThat(own).allSatisfy(name -> assertThat(folder.resolve(name)).hasContent("own"));
        assertThat(folder.resolve("run.yaml.part")).hasContent("own");
        assertThat(folder.resolve("run.yaml")).hasContent("seed: 1\n");
        assertThat(Files.list(folder)).hasSize(6);
    }

    @Test
    void aNewFolderIsMadeWithItsParentsAndIsEmpty() throws IOException {
        Path made = folder.resolve("runs/first");

        assertThat(RunDirectory.create(made, false).path()).isEqualTo(made);
        assertThat(made).isEmptyDirectory();
    }

    @Test
    void whereAFolderCannotBeMadeTheMessageSaysWhatAndWhereAndWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> RunDirectory.create(file, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--out");
        assertThatThrownBy(() -> RunDirectory.create(file.resolve("run"), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.resolve("run").toString())
                .hasMessageContaining("--out");
    }

    @Test
    void aFileThatCannotBeReplacedIsReported() throws IOException {
        RunDirectory directory = RunDirectory.create(folder.resolve("run"), false);
        Files.createDirectories(directory.path().resolve("run.yaml/in-the-way"));

        assertThatThrownBy(() -> directory.writeRecord("seed: 1"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("run.yaml");
    }

    @Test
    void aShortRunLeavesItsRecordTablesSamplesAndFigures() throws InterruptedException, IOException {
        Preset preset = PresetReader.readBundled(
                        "eight-gaussians",
                        Map.of(
                                "schedule.steps", "3",
                                "schedule.diagnosticsEvery", "2",
                                "generator.hidden", "[8]",
                                "critic.hidden", "[8]"))
                .withOnly(List.of("spectral-norm", "weight-clipping"), "test");
        RunDirectory directory = RunDirectory.create(folder.resolve("run"), false);
        try (Experiment experiment = Experiment.open(preset, EngineUnderTest.chosen())) {
            experiment.play();
            experiment.awaitRest();
            directory.writeRecord("seed: 1\n");
            directory.writeCurves(experiment.lanes());
            directory.writeSpectra(experiment.lanes());
            for (Lane lane : experiment.lanes()) {
                directory.writeSamples(experiment, lane, lane.snapshot().orElseThrow());
            }
            directory.writeHistory(experiment.lanes());
            directory.writeFigures(experiment);
        }

        Path run = directory.path();
        assertThat(run.resolve("run.yaml")).hasContent("seed: 1\n");
        List<String> curves = Files.readAllLines(run.resolve("curves.csv"));
        assertThat(curves.get(0)).isEqualTo("lane,step,seconds,metric,value");
        assertThat(curves)
                .filteredOn(line -> line.matches("weight-clipping,\\d,.*,gap,.*"))
                .hasSize(3);
        // Layers 2→8 and 8→1 at steps 0, 2 and 3 of two lanes: 2 + 1 values each time.
        assertThat(Files.readAllLines(run.resolve("spectra.csv"))).hasSize(1 + 2 * 3 * (2 + 1));
        assertThat(run.resolve("samples/spectral-norm/3.png")).isNotEmptyFile();
        assertThat(run.resolve("samples/weight-clipping/latest.png")).isNotEmptyFile();
        assertThat(NpzReader.read(run.resolve("history/weight-clipping.npz"))
                        .get("step")
                        .numbers())
                .containsExactly(0, 2, 3);
        assertThat(run.resolve("figures/strip-weight-clipping.png")).isNotEmptyFile();
        assertThat(Files.readString(run.resolve("figures/strip-spectral-norm.svg")))
                .contains("<image", "spectral norm, 2 dense", "generator steps");
        assertThat(run.resolve("figures/spectra.png")).isNotEmptyFile();
        assertThat(Files.readString(run.resolve("figures/curves-gap.svg")))
                .contains("<svg", "viewBox", "weight clipping", "seed 1");
    }
}
