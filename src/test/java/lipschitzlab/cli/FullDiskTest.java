package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lipschitzlab.cli.HeadlessRun.End;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FullDiskTest {
    private static final int DISK = 8 << 20;
    private static final int BLOCK = 1 << 10;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final PrintWriter console = new PrintWriter(said);
    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
            .setMaxSize(DISK)
            .setBlockSize(BLOCK)
            .build());

    private static Preset small() {
        return PresetReader.of(
                "eight-gaussians",
                Map.of(
                        "generator.hidden", "[8]",
                        "critic.hidden", "[8]",
                        "batch", "16",
                        "schedule.steps", "4",
                        "schedule.diagnosticsEvery", "2"));
    }

    private Path run() {
        return disk.getPath("/run");
    }

    /** Leaves room for that many bytes. */
    private Path fill(long left) throws IOException {
        Path other = disk.getPath("/other");
        Files.deleteIfExists(other);
        long free = Files.getFileStore(disk.getPath("/")).getUsableSpace();
        return Files.write(other, new byte[(int) (free - left)]);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @Test
    void aSaveThatFailsIsToldOnceAndTheNextOneTriesAgain() throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.create(run(), false);
        try (Experiment experiment = Experiment.open(small(), EngineUnderTest.chosen())) {
            RunSaves saves = new RunSaves(experiment, directory, console, Keeping.nothing());
            saves.begin();
            experiment.play();
            experiment.awaitRest();
            Path other = fill(BLOCK);

            saves.save();
            saves.save();
            assertThat(said.toString())
                    .containsOnlyOnce("Not saved: /run/")
                    .contains("out of disk space", "Free some disk space", "The run goes on")
                    .doesNotContain("Saved again");

            Files.delete(other);
            saves.save();
            assertThat(said.toString()).contains("Saved again.");
            assertThat(run().resolve("curves.csv")).isNotEmptyFile();
            assertThat(run().resolve("samples/spectral-norm/4.png")).isNotEmptyFile();
        }
    }

    @Test
    void atTheEndWhatFitsIsThereAndWhatDoesNotIsNamed() throws IOException, InterruptedException {
        HeadlessRun run = HeadlessRun.open(
                Experiment.open(small(), EngineUnderTest.chosen()),
                () -> RunDirectory.create(run(), false),
                console,
                Keeping.nothing());
        fill(32 * BLOCK);

        try (InterruptGuard guard = new InterruptGuard()) {
            assertThat(run.toTheEnd(guard, experiment -> {})).isEqualTo(End.NOT_ALL_WRITTEN);
        }

        assertThat(said.toString())
                .contains("spectral-norm      finished", "Written to /run", "Not written, or only", "npz", " more. ");
        assertThat(run().resolve("run.yaml")).content().contains("record:");
        assertThat(run().resolve("curves.csv")).content().contains("unconstrained,4,");
    }

    private static Keeping everyStep() {
        return CommandLine.populateCommand(new Keeping(), "--checkpoint-every", "1");
    }

    private static void step(Experiment experiment, RunSaves saves) throws InterruptedException {
        experiment.step();
        experiment.awaitRest();
        saves.saveNowAndThen();
    }

    /** Two steps, a third while nothing can be written, and the end of the program; then what is there once it can. */
    private void trainThroughAFullDisk() throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.create(run(), false);
        try (Experiment experiment = Experiment.open(small(), EngineUnderTest.chosen());
                RunSaves saves =
                        new RunSaves(experiment, directory, console, everyStep().checked())) {
            saves.begin();
            step(experiment, saves);
            step(experiment, saves);
            Path other = fill(BLOCK);
            step(experiment, saves);
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.step()).isEqualTo(3));
            Files.delete(other);
        }
    }

    @Test
    void aLaterCheckpointMakesGoodOneThatCouldNotBeWritten() throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.create(run(), false);
        try (Experiment experiment = Experiment.open(small(), EngineUnderTest.chosen());
                RunSaves saves =
                        new RunSaves(experiment, directory, console, everyStep().checked())) {
            saves.begin();
            Path other = fill(BLOCK);
            step(experiment, saves);
            Files.delete(other);
            step(experiment, saves);

            assertThat(saves.finishWithoutFigures()).as(said.toString()).isTrue();
        }
    }

    private static String withoutSeconds(Path curves) throws IOException {
        return Files.readAllLines(curves).stream()
                .map(row -> row.replaceFirst("(,\\d+),[\\d.]+,", "$1,"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void checkpointsThatDoNotFitEndNoRunAndThoseBeforeThemAreWhole() throws IOException, InterruptedException {
        trainThroughAFullDisk();

        assertThat(said.toString()).containsOnlyOnce("Not saved: /run/").contains("out of disk space");
        Path whole = folder.resolve("whole");
        try (InterruptGuard guard = new InterruptGuard()) {
            HeadlessRun left = new RunResumption(run(), console)
                    .open(EngineUnderTest.chosen(), Optional.empty(), Optional.empty(), everyStep());
            assertThat(said.toString()).contains("Goes on with spectral-norm at step 2 of 4.");
            assertThat(left.withoutFigures().toTheEnd(guard, experiment -> {})).isEqualTo(End.WHOLE);
            HeadlessRun alone = HeadlessRun.open(
                    Experiment.open(small(), EngineUnderTest.chosen()),
                    () -> RunDirectory.create(whole, false),
                    console,
                    Keeping.nothing());
            assertThat(alone.withoutFigures().toTheEnd(guard, experiment -> {})).isEqualTo(End.WHOLE);
        }
        assertThat(withoutSeconds(run().resolve("curves.csv"))).isEqualTo(withoutSeconds(whole.resolve("curves.csv")));
        assertThat(run().resolve("history/spectral-norm.npz"))
                .hasBinaryContent(Files.readAllBytes(whole.resolve("history/spectral-norm.npz")));
    }

    @Test
    void whereNoCheckpointCanBeWrittenTheRunEndsWithExitCodeOneAndNamesThem() throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.writeString(folder.resolve("checkpoints/2"), "a person's own file where a folder would be");
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(console);

        int exit = line.execute(
                "run",
                "eight-gaussians",
                "--lanes=unconstrained",
                "--steps=2",
                "--set=batch=16",
                "--checkpoint-every=2",
                "--no-figures",
                "--out=" + folder,
                "--force");

        assertThat(exit).isEqualTo(LabCommand.FAILURE);
        assertThat(said.toString()).contains("earlier save: checkpoints", "unconstrained.safetensors");
        assertThat(folder.resolve("history/unconstrained.npz")).isNotEmptyFile();
    }

    @Test
    void aRunOfWhichNotAllCouldBeWrittenEndsWithExitCodeOne() throws IOException {
        Files.writeString(folder.resolve("figures"), "a person's own file where a folder would be");
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(console);

        int exit = line.execute(
                "run",
                "eight-gaussians",
                "--lanes=unconstrained",
                "--steps=2",
                "--set=batch=16",
                "--out=" + folder,
                "--force");

        assertThat(exit).isEqualTo(LabCommand.FAILURE);
        assertThat(said.toString()).contains("earlier save: figures").contains("Written to " + folder);
        assertThat(folder.resolve("curves.csv")).isNotEmptyFile();
        assertThat(folder.resolve("history/unconstrained.npz")).isNotEmptyFile();
        assertThat(folder.resolve("figures")).hasContent("a person's own file where a folder would be");
    }
}
