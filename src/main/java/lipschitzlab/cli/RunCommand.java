package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lipschitzlab.compute.Engines;
import lipschitzlab.experiment.Preset;
import lipschitzlab.experiment.PresetReader;
import lipschitzlab.experiment.Presets;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.setting.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a preset to its horizon and writes everything that a window would show. */
@Command(
        name = RunCommand.NAME,
        description = "Trains the lanes of a preset side by side and writes curves, spectra, samples and figures.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final String NAME = "run";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final EngineChoice engine;

    @Parameters(
            paramLabel = "PRESET",
            defaultValue = Presets.DEFAULT,
            description = "A bundled preset's name, a YAML file, or a run's run.yaml. Default: ${DEFAULT-VALUE}.")
    private String preset;

    @Option(names = "--steps", paramLabel = "N", description = "Generator steps; the preset's horizon otherwise.")
    private String steps;

    @Option(names = "--seed", paramLabel = "S", description = "The seed; the preset's otherwise.")
    private String seed;

    @Option(
            names = "--lanes",
            paramLabel = "a,b",
            split = ",",
            description = "Only these lanes, such as spectral-norm,gradient-penalty.")
    private List<String> lanes = List.of();

    @Option(names = "--data", paramLabel = "PATH", description = "The data file or its folder.")
    private Path data;

    @Option(
            names = "--set",
            paramLabel = "path.to.key=value",
            description = "Any key of the preset, such as lanes.unconstrained.learningRate=1000; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; runs/PRESET-DATE-TIME otherwise.")
    private Path out;

    @Option(names = "--force", description = "Write into a run directory that exists.")
    private boolean force;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    RunCommand(EngineChoice engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter console = spec.commandLine().getOut();
        Preset resolved = resolve();
        Path directory = out != null ? out : defaultDirectory(resolved);
        Engines engines = engine.choose();
        tell(console, engines);
        HeadlessRun run = HeadlessRun.open(resolved, engines, () -> RunDirectory.create(directory, force), console);
        return run.toTheEnd();
    }

    private void tell(PrintWriter console, Engines engines) {
        String id = engines.device().engine();
        console.println("Computes with " + id + " on " + engines.device().name() + ".");
        engines.notes().forEach(console::println);
        PresetReader.recordedEngine(preset)
                .filter(recorded -> !recorded.equals(id))
                .ifPresent(recorded -> console.println("This run was recorded with " + recorded + ": with " + id
                        + " the numbers differ in their last digits, and training magnifies that with every step."));
        console.flush();
    }

    private Preset resolve() {
        Map<String, String> overrides = new LinkedHashMap<>(settings);
        if (steps != null) {
            overrides.put("schedule.steps", steps);
        }
        if (seed != null) {
            overrides.put("seed", seed);
        }
        Preset read = PresetReader.of(preset, overrides);
        Preset chosen = lanes.isEmpty() ? read : read.withOnly(lanes, "--lanes");
        if (data != null) {
            return chosen.withData(data);
        }
        if (chosen.data().missesFile()) {
            throw new InputException(
                    "preset " + chosen.name(),
                    "a data file, since its data are of the kind "
                            + chosen.data().kind().id(),
                    "none",
                    "Name the file or its folder with --data PATH.");
        }
        return chosen;
    }

    private static Path defaultDirectory(Preset preset) {
        return Path.of("runs", preset.name() + "-" + LocalDateTime.now().format(STAMP));
    }
}
