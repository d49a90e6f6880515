package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.compute.Machines;
import lipschitzlab.compute.StubProvider;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.NvidiaCard;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.preset.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;
    private static final int SIDE = 28;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private record Outcome(int exit, String out, String err) {}

    private static final class NoWindow implements Desktop {
        private final List<Optional<String>> opened = new ArrayList<>();
        private final List<Optional<Path>> runs = new ArrayList<>();

        private Optional<String> obstacle = Optional.empty();
        private Optional<String> refusal = Optional.empty();

        @Override
        public Optional<String> obstacle() {
            return obstacle;
        }

        @Override
        public void open(Optional<String> engine, Optional<Path> run) {
            refusal.ifPresent(reason -> {
                throw new NoWindowException(reason, null);
            });
            opened.add(engine);
            runs.add(run);
        }

        @Override
        public String measureWindow(String engine, Preset preset, Duration duration) {
            return duration.toSeconds() + " s of " + preset.name();
        }
    }

    private final NoWindow desktop = new NoWindow();
    private Supplier<EngineCatalog> catalog = EngineCatalog::ofThisMachine;

    /** ND4J on this processor, and stand-ins for the engines that are not there, on a machine with this card. */
    private void pretend(NvidiaCard card, EngineKind... present) {
        List<EngineProvider> providers = new ArrayList<>(EngineCatalog.ofThisMachine().providers().stream()
                .filter(provider -> provider.id().equals("nd4j-cpu"))
                .toList());
        Arrays.stream(present).map(StubProvider::working).forEach(providers::add);
        catalog = () -> new EngineCatalog(Machines.with(card), providers);
    }

    private Outcome execute(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = LabCommand.commandLine(desktop, catalog);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int exit = LabCommand.execute(line, arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }

    /** Drawing them takes longer than the rest of a run. */
    private boolean figures;

    /** A run small enough for a test, with further arguments. */
    private Outcome run(String preset, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", preset, "--set", "batch=16", "--set", "schedule.diagnosticsEvery=2"));
        if (Arrays.stream(more).noneMatch("--steps"::equals)) {
            arguments.addAll(List.of("--steps", "4"));
        }
        if (Arrays.stream(more).noneMatch("--out"::equals)) {
            arguments.addAll(List.of("--out", folder.resolve("run").toString()));
        }
        if (!figures) {
            arguments.add("--no-figures");
        }
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    /** Of two lanes, unless others are named. */
    private Outcome runToy(String... more) {
        List<String> small =
                new ArrayList<>(List.of("--set", "generator.hidden=[8,8]", "--set", "critic.hidden=[8,8]"));
        if (Arrays.stream(more).noneMatch("--lanes"::equals)) {
            small.addAll(List.of("--lanes", "spectral-norm,gradient-penalty"));
        }
        return run(
                "eight-gaussians",
                Stream.concat(small.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private Outcome runOneStep(String... more) {
        String[] oneStep = {"--lanes", "unconstrained", "--steps", "1"};
        return runToy(Stream.concat(Arrays.stream(oneStep), Arrays.stream(more)).toArray(String[]::new));
    }

    /** The run with which several tests compare theirs; the first of them makes it. */
    private Path firstRun() {
        Path first = shared.resolve("first");
        if (!Files.exists(first)) {
            assertThat(runToy("--out", first.toString(), "--seed", "7").exit()).isEqualTo(LabCommand.DONE);
        }
        return first;
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] idx(int magic, int count, int pictures) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + pictures * SIDE * SIDE);
        bytes.putInt(magic).putInt(count).putInt(SIDE).putInt(SIDE);
        return bytes.array();
    }

    private static void refused(Outcome outcome, String... expected) {
        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains(expected).doesNotContain("\tat ");
    }

    @Test
    void aRunWritesItsRecordCurvesSpectraSamplesAndFigures() throws IOException {
        figures = true;
        Outcome outcome = runToy();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        Path run = folder.resolve("run");
        assertThat(run.resolve("run.yaml"))
                .content()
                .contains(
                        "threadsPerLane: 1",
                        "engine: " + Backend.choose().device().engine());
        assertThat(run.resolve("curves.csv")).content().startsWith("lane,step,seconds,metric,value");
        assertThat(run.resolve("spectra.csv")).content().startsWith("lane,step,layer,index,sigma");
        assertThat(run.resolve("samples/spectral-norm/latest.png")).exists();
        assertThat(run.resolve("samples/spectral-norm/4.png")).exists();
        try (Stream<Path> figures = Files.list(run.resolve("figures"))) {
            assertThat(figures.map(Path::toString).filter(name -> name.endsWith(".svg")))
                    .isNotEmpty();
        }
    }

    @Test
    void theHelpOfPresetsListsEveryConstraintWithItsSettings() {
        Outcome outcome = execute("presets", "--help");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        for (ConstraintKind kind : ConstraintKind.values()) {
            assertThat(outcome.out()).contains("  " + kind.id() + " ").contains(kind.source());
            kind.settings()
                    .forEach(setting ->
                            assertThat(outcome.out()).contains(setting.key()).contains(setting.range()));
        }
        assertThat(outcome.out()).contains("gamma (γ): a number from 0 to 1000000; default 10");
    }

    @Test
    void theSameCommandTwiceGivesTheSameCurvesButForTheSeconds() throws IOException {
        runToy("--seed", "7");

        assertThat(withoutSeconds(folder.resolve("run"))).isEqualTo(withoutSeconds(firstRun()));
    }

    @Test
    void aLanesRowsDoNotDependOnWhichOtherLanesRun() throws IOException {
        runToy("--seed", "7", "--lanes", "gradient-penalty");

        assertThat(withoutSeconds(folder.resolve("run")))
                .isEqualTo(withoutSeconds(firstRun()).stream()
                        .filter(row -> row.startsWith("gradient-penalty") || row.startsWith("lane"))
                        .toList());
    }

    @Test
    void aRecordRunAgainRepeatsTheRun() throws IOException {
        Outcome again = execute(
                "run",
                firstRun().resolve("run.yaml").toString(),
                "--out",
                folder.resolve("second").toString());

        assertThat(again.exit()).as(again.err()).isEqualTo(LabCommand.DONE);
        assertThat(again.out()).doesNotContain("recorded with");
        assertThat(withoutSeconds(folder.resolve("second"))).isEqualTo(withoutSeconds(firstRun()));
    }

    private static List<String> withoutSeconds(Path run) throws IOException {
        return Files.readAllLines(run.resolve("curves.csv")).stream()
                .map(row -> row.split(","))
                .map(cells -> cells[0] + "," + cells[1] + "," + cells[3] + "," + cells[4])
                .collect(Collectors.toList());
    }

    @Test
    void aRunDirectoryIsNeverOverwrittenWithoutForce() {
        runOneStep();
        refused(runOneStep(), "run", "--force");

        assertThat(runOneStep("--force").exit()).isEqualTo(LabCommand.DONE);
    }

    @Test
    void aMisspeltKeyIsNamedWithTheOneThatWasMeant() {
        refused(runToy("--set", "lanes.unconstrained.learningRte=1"), "learningRte", "Did you mean learningRate?");
    }

    @Test
    void aMisspeltKeyInAFileIsNamedWithItsLine() {
        Path preset = file("mine.yaml", "title: mine\nsede: 3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused(run(preset.toString()), "mine.yaml:2", "sede", "seed");
    }

    @Test
    void aNegativeLearningRateIsRefusedWithItsRange() {
        refused(
                runToy("--set", "lanes.spectral-norm.learningRate=-0.1"),
                "--set lanes.spectral-norm.learningRate",
                "greater than 0",
                "-0.1");
    }

    @Test
    void anIdxFileCutShortIsRefusedWithExpectedAndFoundBytes() {
        Path data = file("cut-idx3-ubyte", idx(IMAGES, 10, 3));
        refused(run("mnist", "--data", data.toString()), "cut-idx3-ubyte", "7856", "2368");
    }

    @Test
    void anIdxFileWithAnotherMagicNumberIsRefused() {
        Path data = file("odd-idx3-ubyte", idx(0x12345678, 3, 3));
        refused(run("mnist", "--data", data.toString()), "odd-idx3-ubyte", "0x00000803", "0x12345678");
    }

    @Test
    void labelsInPlaceOfImagesAreRecognised() {
        Path data = file("labels-idx1-ubyte", idx(LABELS, 3, 3));
        refused(run("mnist", "--data", data.toString()), "labels-idx1-ubyte", "labels");
    }

    @Test
    void aCsvWithALetterInItIsRefusedWithLineAndText() {
        Path data = file("points.csv", "x,y\n1,2\n3,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused(runToy("--set", "data.kind=csv", "--data", data.toString()), "points.csv", "line 3", "'b'");
    }

    @Test
    void aPresetThatNeedsDataSaysHowToNameThem() {
        refused(run("mnist"), "preset mnist", "--data PATH");
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsRefused() {
        Path file = file("file", new byte[] {1});
        refused(runToy("--out", file.resolve("run").toString()), file.toString(), "--out");
    }

    @Test
    void badDataLeaveNoRunDirectoryBehind() {
        run("mnist", "--data", folder.resolve("nothing").toString());

        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void theFolderOfARunAndAFileOpenInTheWindow() throws IOException {
        Outcome outcome = execute(firstRun().toString());
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(LabCommand.DONE);
        assertThat(desktop.runs).containsExactly(Optional.of(firstRun()));
        Path preset = Files.writeString(folder.resolve("mine.lab.yaml"), "title: mine");
        assertThat(execute(preset.toString()).exit()).isEqualTo(LabCommand.DONE);
        assertThat(desktop.runs).last().isEqualTo(Optional.of(preset));
        refused(execute("presetss"), "Neither a command nor a file or folder", "'presetss'", "presets");
        desktop.obstacle = Optional.of("There is no display here.");
        Outcome blind = execute(firstRun().toString());
        assertThat(blind.exit()).isEqualTo(LabCommand.FAILURE);
        assertThat(blind.err()).contains("There is no display here.", "its tables and pictures are in " + firstRun());
        assertThat(execute(preset.toString()).err()).contains("There is no display here.", "run " + preset);
        assertThat(desktop.runs).hasSize(2);
    }

    @Test
    void theFolderOfARunIsNoPresetAndTheMessageSaysWhatToDo() {
        refused(
                execute("run", firstRun().toString()),
                firstRun().toString(),
                "the folder of a run",
                "run --resume " + firstRun(),
                firstRun().resolve("run.yaml").toString());
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        refused(execute("run", "--stps", "3"), "Unknown option", "--steps");
    }

    @Test
    void aLaneThatDivergesIsReportedAndTheRunSucceeds() {
        Outcome outcome = runToy(
                "--lanes",
                "spectral-norm,unconstrained",
                "--steps",
                "60",
                "--set",
                "schedule.diagnosticsEvery=60",
                "--set",
                "lanes.unconstrained.learningRate=1000");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("Lower the learning rate (critic 1000", "spectral-norm      finished");
    }

    @Test
    void classesOfDataThatHaveNoneAreRefusedBeforeAnythingIsTrained() {
        refused(
                run("swiss-roll", "--set", "conditional=projection"),
                "data with classes for conditional: projection",
                "data without classes (swiss-roll)");
    }

    @Test
    void presetsListsEveryBundledPreset() {
        assertThat(execute("presets").out())
                .contains(
                        "eight-gaussians-controlled",
                        "twenty-five-gaussians",
                        "swiss-roll",
                        "disjoint",
                        "line",
                        "shapes",
                        "mnist");
    }

    @Test
    void doctorNamesEngineThreadsMemoryAndVersions() {
        Outcome outcome = execute("doctor", "--engine", "nd4j-cpu");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out())
                .contains("nd4j-cpu", "native threads  1 per lane", "memory", "nd4j            1.0.0-M2.1");
    }

    @Test
    void doctorMeasuresTheWindowWithAsManyLanesAsAPresetHas() {
        assertThat(execute("doctor", "--engine", "nd4j-cpu", "--window", "7").out())
                .contains("eight-gaussians, lanes: 4; 7 s of eight-gaussians");
        assertThat(execute("doctor", "--engine", "nd4j-cpu", "--window", "7", "--preset", "more-methods")
                        .out())
                .contains("more-methods, lanes: 8; 7 s of more-methods");
        Outcome unknown = execute("doctor", "--engine", "nd4j-cpu", "--window", "7", "--preset", "more-method");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("more-methods");
    }

    @Test
    void doctorsProfileNamesTheOperationsOfBothUpdates() {
        Outcome outcome = execute("doctor", "--engine", "nd4j-cpu", "--profile", "spectral-norm", "--seconds", "0.1");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out())
                .contains("spectral-norm, critic's update: ", "spectral-norm, generator's update: ")
                .containsPattern("dense +\\[512, 128\\] × \\[128, 128\\] +2\\.00 ")
                .contains("Java between them");
        refused(execute("doctor", "--profile", "spectral-nrom"), "spectral-nrom", "weight-clipping, spectral-norm");
    }

    @Test
    void doctorsBenchmarkHasARowForEachMethodAndSaysWhetherThereIsABaseline() {
        Outcome outcome = execute("doctor", "--engine", "nd4j-cpu", "--bench", "--seconds", "0.1");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out())
                .contains(
                        "Large matrix product",
                        "Baseline: ",
                        "weight-clipping",
                        "spectral-norm-gamma",
                        "GFLOP/s",
                        " MB");
        assertThat(outcome.out().contains("-Plibtorch."))
                .isEqualTo(BaselineProvider.find().isEmpty());
        assertThat(outcome.out().contains("The baseline's gradients"))
                .isEqualTo(BaselineProvider.find().isPresent());
    }

    @Test
    void doctorTimesTheDefaultLanesAloneAndTogether() {
        Outcome outcome = execute("doctor", "--engine", "nd4j-cpu", "--lanes", "1");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out())
                .contains("alone: spectral-norm", "alone, one after another", "in lockstep", "as fast as it goes");
        assertThat(outcome.out().contains("as many baseline processes"))
                .isEqualTo(BaselineProvider.find().isPresent());
    }

    @Test
    void doctorTellsOfEveryEngineAndCard() {
        pretend(Machines.H100, EngineKind.ND4J_CUDA, EngineKind.LIBTORCH_CUDA);
        Outcome outcome = execute("doctor");

        assertThat(outcome.out())
                .contains("engine          libtorch-cuda: ")
                .containsPattern("nd4j-cuda +Present, cannot run. NVIDIA H100 has compute capability 9.0; ND4J")
                .containsPattern("libtorch-cuda +Present, can run")
                .contains("NVIDIA H100; memory 81,559 MiB; compute capability 9.0; driver 580.65.06")
                .containsPattern("libtorch-cpu +Not present. .*-Plibtorch ")
                .containsPattern("nd4j-cpu +Present, can run");
    }

    @Test
    void aCardThatTheProfilesLibraryCannotDriveIsExplainedAndTheCpuTrains() {
        pretend(Machines.H100, EngineKind.ND4J_CUDA);
        Outcome outcome = runOneStep();

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out())
                .contains("Computes with nd4j-cpu")
                .contains("NVIDIA H100 has compute capability 9.0; ND4J 1.0.0-M2.1 supports up to 8.9. Start with"
                        + " -Pgpu, or train on the CPU.");
        assertThat(folder.resolve("run/run.yaml")).content().contains("engine: nd4j-cpu");
    }

    @Test
    void anEngineAskedForByNameThatCannotRunIsRefusedWithoutARunDirectory() {
        pretend(Machines.H100, EngineKind.ND4J_CUDA);

        refused(runToy("--engine", "nd4j-cuda"), "--engine nd4j-cuda", "supports up to 8.9");
        refused(runToy("--engine", "libtorch-cpu"), "--engine libtorch-cpu", "-Plibtorch");
        refused(
                runToy("--engine", "gpu"),
                "'gpu'",
                "auto, libtorch-cuda, nd4j-cuda, libtorch-cuda13, libtorch-cpu, nd4j-cpu");
        refused(execute("--engine", "nd4j-cuda"), "supports up to 8.9");
        assertThat(folder.resolve("run")).doesNotExist();
        assertThat(desktop.opened).isEmpty();
    }

    @Test
    void theEngineMayBeNamedBeforeTheCommandOrBehindIt() {
        pretend(Machines.T4, EngineKind.LIBTORCH_CPU);

        assertThat(execute("--engine", "libtorch-cpu", "doctor").out()).contains("engine          libtorch-cpu: ");
        assertThat(execute("doctor", "--engine", "libtorch-cpu").out()).contains("engine          libtorch-cpu: ");
    }

    @Test
    void withoutACommandTheWindowOpensWithTheEngine() {
        assertThat(execute().exit()).isEqualTo(LabCommand.DONE);
        assertThat(execute("--engine", "nd4j-cpu").exit()).isEqualTo(LabCommand.DONE);

        assertThat(desktop.opened).containsExactly(Optional.empty(), Optional.of("nd4j-cpu"));
    }

    @Test
    void aRecordThatAnotherEngineMadeIsRepeatedWithAWordOnItsLastDigits() throws IOException {
        runOneStep("--engine", "nd4j-cpu");
        Path record = folder.resolve("run/run.yaml");
        Files.writeString(record, Files.readString(record).replace("engine: nd4j-cpu", "engine: libtorch-cuda"));
        String[] again = {"run", record.toString(), "--engine", "nd4j-cpu", "--out", folder + "/again"};

        assertThat(execute(again).out())
                .contains("This run was recorded with libtorch-cuda: with nd4j-cpu the numbers differ in their last"
                        + " digits");
    }

    @Test
    void whereNoWindowCanOpenTheReasonIsSaidAndTheTerminalDoesTheWork() {
        // Without an engine the default preset ends at once, in place of minutes later.
        catalog = () -> new EngineCatalog(Machines.with(), List.of());
        String work = "--engine libtorch-cpu: expected an engine that can run here";

        desktop.obstacle = Optional.of("This is a Wayland session.");
        Outcome known = execute("--engine", "libtorch-cpu");
        assertThat(known.out()).contains("This is a Wayland session. So the window cannot open", "in the terminal");
        assertThat(known.err()).contains(work);
        assertThat(execute("doctor", "--window", "1").err()).contains("Wayland session. So there is no window");

        desktop.obstacle = Optional.empty();
        desktop.refusal = Optional.of("The display leads nowhere.");
        Outcome late = execute();
        assertThat(late.out()).contains("The display leads nowhere. So the window cannot open", "in the terminal");
        assertThat(late.err()).contains("No engine");
        assertThat(desktop.opened).isEmpty();
    }

    @Test
    void lettersThatTheLocaleLostAreToldOfWithTheLocaleThatHasThem() {
        refused(execute("run", "Gr\uFFFD\uFFFDe/points.yaml"), "command line", "Gr??e/points.yaml");
        refused(runToy("--data", "Gr\uFFFD.csv"), "'Gr?.csv'");
    }
}
