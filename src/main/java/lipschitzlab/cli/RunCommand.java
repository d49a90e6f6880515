package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Opening;
import lipschitzlab.export.FigureDirectory;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.trace.TraceDirectory;
import lipschitzlab.figure.PaperFigure;
import lipschitzlab.figure.PaperFigureReader;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.preset.PublishedPreset;
import lipschitzlab.preset.Recipe;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a preset to its horizon and writes everything that a window would show, or makes a paper's figure anew. */
@Command(
        name = RunCommand.NAME,
        description =
                "Trains the lanes of a preset side by side and writes curves, spectra, samples and figures; or trains what a"
                        + " paper's figure shows and draws it.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final String NAME = "run";
    private static final String RESUME = "--resume";
    private static final String NO_FIGURES = "--no-figures";

    private final EngineChoice engine;

    @Parameters(
            paramLabel = "PRESET",
            defaultValue = Presets.DEFAULT,
            description =
                    "A bundled preset's or figure's name, a YAML file, a run's run.yaml, or data of your own: a table of"
                            + " points, IDX pictures or a folder of pictures. Default: ${DEFAULT-VALUE}.")
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

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            description =
                    "published: each lane with the settings of its method's paper; tuned: those of the preset. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String recipe = Recipe.TUNED.id();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; runs/PRESET-DATE-TIME otherwise.")
    private Path out;

    @Option(names = "--force", description = "Write into a run directory that exists.")
    private boolean force;

    @Option(
            names = "--trace",
            paramLabel = "FOLDER",
            description =
                    "Write there what every step draws and computes, so that another framework can repeat the run.")
    private Path trace;

    @Option(
            names = "--trace-weights",
            paramLabel = "N",
            description =
                    "With --trace: write the weights after every N steps, not only before the first and after the last.")
    private Integer traceWeights;

    @Option(
            names = RESUME,
            paramLabel = "DIR",
            description =
                    "Go on with the run in this folder where it was; --steps N then trains on to step N. Its preset and its settings"
                            + " stay.")
    private Path resume;

    @Option(names = NO_FIGURES, description = "Draw no figures at the end; run --resume DIR draws them later.")
    private boolean noFigures;

    @CommandLine.Mixin
    private Keeping keeping = new Keeping();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    RunCommand(EngineChoice engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        FileNameEncoding.ofThisProgram().requireWhole("working folder", System.getProperty("user.dir"));
        NoRunFolder.require(preset);
        requireTraceOptions();
        PrintWriter console = spec.commandLine().getOut();
        boolean written = resume != null
                ? resume(console)
                : PaperFigureReader.isFigure(preset) ? runFigure(console) : runPreset(console);
        return written ? LabCommand.DONE : LabCommand.FAILURE;
    }

    private boolean resume(PrintWriter console) throws InterruptedException {
        new GivenOptions(spec).refuseAllBut(GivenOptions.WITH_RESUME, RESUME, "which keeps the run's settings");
        Optional<Integer> last = Optional.ofNullable(steps).map(text -> SharedSettings.STEPS.parse(text, "--steps"));
        Backend backend = engine.choose();
        tell(console, backend);
        return written(new RunResumption(resume, console).open(backend, Optional.ofNullable(data), last, keeping));
    }

    private void requireTraceOptions() {
        if (traceWeights != null && (trace == null || traceWeights < 1)) {
            throw new InputException(
                    "--trace-weights",
                    "a whole number of steps from 1 on, beside --trace",
                    trace == null ? "no --trace" : traceWeights.toString(),
                    "Correct it or leave it out.");
        }
    }

    private boolean runPreset(PrintWriter console) throws InterruptedException {
        Preset resolved = resolve();
        Backend backend = engine.choose();
        tell(console, backend);
        tellOfRecord(console, backend.device().engine());
        tellOfRecipe(console, resolved);
        if (trace != null) {
            return runTraced(resolved, backend, console);
        }
        return written(HeadlessRun.open(
                Experiment.open(resolved, backend),
                () -> RunDirectory.create(directory(resolved.name()), force),
                console,
                keeping.checked()));
    }

    /** Makes no folder before the data are read, and no folder for the trace before there is one for the run. */
    private boolean runTraced(Preset resolved, Backend backend, PrintWriter console) throws InterruptedException {
        Dataset read = resolved.data().load();
        RunDirectory directory = RunDirectory.create(directory(resolved.name()), force);
        int every = traceWeights == null ? Integer.MAX_VALUE : traceWeights;
        TraceDirectory traced = TraceDirectory.create(trace, force, resolved, read, backend, every);
        boolean written = written(HeadlessRun.open(
                Opening.of(resolved, read, backend).recordedBy(traced).open(),
                () -> directory,
                console,
                keeping.checked()));
        console.println(traced.failure()
                .map(why -> "The trace in " + trace + " is not whole: " + why)
                .orElse("Traced to " + trace));
        console.flush();
        return written && traced.failure().isEmpty();
    }

    private boolean written(HeadlessRun run) throws InterruptedException {
        try (InterruptGuard guard = new InterruptGuard()) {
            return (noFigures ? run.withoutFigures() : run).toTheEnd(guard, experiment -> {})
                    != HeadlessRun.End.NOT_ALL_WRITTEN;
        }
    }

    private boolean runFigure(PrintWriter console) throws InterruptedException {
        PaperFigure figure = resolveFigure();
        // Bad data leave no directory behind, and are refused before an hour of training on good ones.
        figure.variants().forEach(variant -> variant.preset().data().load());
        Backend backend = engine.choose();
        tell(console, backend);
        return new FigureRun(figure, backend, FigureDirectory.create(directory(figure.name()), force), console)
                .toTheEnd();
    }

    private static void tell(PrintWriter console, Backend backend) {
        console.println("Computes with " + backend.device().engine() + " on "
                + backend.device().name() + ".");
        backend.notes().forEach(console::println);
        console.flush();
    }

    private void tellOfRecord(PrintWriter console, String id) {
        PresetReader.recordedEngine(preset)
                .filter(recorded -> !recorded.equals(id))
                .ifPresent(recorded -> console.println("This run was recorded with " + recorded + ": with " + id
                        + " the numbers differ in their last digits, and training magnifies that with every step."));
        console.flush();
    }

    private Recipe recipe() {
        return Recipe.SETTING.parse(recipe, "--recipe");
    }

    private void tellOfRecipe(PrintWriter console, Preset resolved) {
        if (recipe() == Recipe.PUBLISHED) {
            console.println("Settings as published:");
            PublishedPreset.references(resolved).forEach(line -> console.println("  " + line));
            console.println(PublishedPreset.steps(resolved) + " This run has "
                    + resolved.shared().text(SharedSettings.STEPS) + "; --steps changes that.");
            console.flush();
        }
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>(settings);
        if (steps != null) {
            overrides.put("schedule.steps", steps);
        }
        if (seed != null) {
            overrides.put("seed", seed);
        }
        return overrides;
    }

    private PaperFigure resolveFigure() {
        new GivenOptions(spec).refuseAny(GivenOptions.NOT_WITH_FIGURE, "a figure, which trains several presets");
        if (trace != null) {
            throw new InputException(
                    "--trace",
                    "none with a figure, which trains several presets",
                    trace.toString(),
                    "Leave it out, or trace a preset.");
        }
        if (recipe() != Recipe.TUNED) {
            throw new InputException(
                    "--recipe", "none with a figure, which has its paper's settings", recipe, "Leave it out.");
        }
        if (!lanes.isEmpty()) {
            throw new InputException(
                    "--lanes",
                    "none with a figure, which needs all of its lanes",
                    String.join(",", lanes),
                    "Leave it out, or copy the figure's file and change it.");
        }
        PaperFigure read = PaperFigureReader.of(preset, overrides());
        PaperFigure chosen = data == null ? read : read.withData(data);
        if (chosen.missesFile()) {
            throw missingFile("figure " + chosen.name(), "a data file, which its experiments read");
        }
        return chosen;
    }

    private static InputException missingFile(String where, String expected) {
        return new InputException(where, expected, "none", "Name the file or its folder with --data PATH.");
    }

    private Preset resolve() {
        Preset read = PresetReader.of(preset, recipe(), overrides());
        Preset chosen = lanes.isEmpty() ? read : read.withOnly(lanes, "--lanes");
        if (data != null) {
            return chosen.withData(data);
        }
        if (chosen.data().missesFile()) {
            throw missingFile(
                    "preset " + chosen.name(),
                    "a data file, since its data are of the kind "
                            + chosen.data().kind().id());
        }
        return chosen;
    }

    private Path directory(String name) {
        return out != null ? out : OutputName.make(name);
    }
}
