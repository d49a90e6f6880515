package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lipschitzlab.benchmark.StepProfile;
import lipschitzlab.benchmark.Workload;
import lipschitzlab.cli.doctor.BenchTable;
import lipschitzlab.cli.doctor.CardReport;
import lipschitzlab.cli.doctor.EngineTable;
import lipschitzlab.cli.doctor.LanesTable;
import lipschitzlab.cli.doctor.LaunchTable;
import lipschitzlab.cli.doctor.ProfileTable;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.experiment.Versions;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.NumberSetting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what would compute here, and how fast. */
@Command(
        name = "doctor",
        description = "Prints the engine and why it was chosen, device, native threads, memory and versions; and every"
                + " engine, whether it can run here and why not.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1 << 20;

    private final Desktop desktop;
    private final EngineChoice engine;

    @Option(
            names = "--bench",
            description =
                    "Also time each method's updates and, where LibTorch is on the class path, those of the baseline: the same"
                            + " step in PyTorch's idiom with LibTorch's own autograd.")
    private boolean bench;

    @Option(
            names = "--launches",
            description =
                    "Also count what each method's updates ask of the engine: operations, launches (calls of LibTorch, each of"
                            + " which starts at least one kernel on a card), and how often numbers are fetched or brought.")
    private boolean launches;

    @Option(
            names = "--profile",
            paramLabel = "METHOD",
            arity = "0..1",
            fallbackValue = "weight-clipping",
            description = "Also print which operations the updates of a method, ${FALLBACK-VALUE} if not said, spend"
                    + " their time on.")
    private String profile;

    @Option(
            names = "--workloads",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "toy",
            description =
                    "What --bench, --launches and --profile look at: toy, paper-toy, mnist, cifar; several with commas. Default: toy.")
    private List<String> workloads;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long --bench and --profile time a workload, about. Default: 20.")
    private double seconds;

    @Option(
            names = "--lanes",
            paramLabel = "STEPS",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "300",
            description = "Also time this many generator steps (${FALLBACK-VALUE} if not said) of the default preset's"
                    + " lanes: each alone, all together, and as many baseline processes together.")
    private int laneSteps;

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            description =
                    "Also open the window, train the lanes of a preset for this long, and print the time between its pulses"
                            + " and how fast the lanes train with it and without it.")
    private int window;

    @Option(
            names = "--gpu-report",
            paramLabel = "FILE",
            description =
                    "Also look at all that the engine does on this machine, print it and write it into this file, which is safe to"
                            + " send: every operation and the first steps beside a reference, memory, a full card, times beside"
                            + " the processor's, long runs. Takes half an hour or more; without a card it says what it could not"
                            + " run. Exit code 1 if a part failed.")
    private Path gpuReport;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            defaultValue = Presets.DEFAULT,
            description = "What --window trains, a name or a file: more-methods has eight lanes. Default: "
                    + Presets.DEFAULT + ".")
    private String preset;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    DoctorCommand(Desktop desktop, EngineChoice engine) {
        this.desktop = desktop;
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Workload> toTime = workloads.stream().map(Workload::of).toList();
        List<StepProfile> profiles = profile == null
                ? List.of()
                : toTime.stream()
                        .map(workload -> new StepProfile(workload, profile, seconds))
                        .toList();
        Preset trained = PresetReader.of(preset, Map.of());
        if (window > 0) {
            desktop.obstacle().ifPresent(obstacle -> {
                throw new NoWindowException(obstacle + " So there is no window to measure.", null);
            });
        }
        EngineCatalog catalog = engine.catalog();
        Backend backend = engine.from(catalog);
        describe(out, backend);
        EngineTable.print(out, catalog);
        if (bench) {
            new BenchTable(out, backend, BaselineProvider.find(), seconds).print(toTime);
        }
        if (launches) {
            new LaunchTable(out, backend).print(toTime);
        }
        if (!profiles.isEmpty()) {
            new ProfileTable(out, backend).print(profiles);
        }
        if (laneSteps > 0) {
            new LanesTable(out, backend, BaselineProvider.find()).print(laneSteps);
        }
        if (window > 0) {
            measureWindow(out, backend, trained);
        }
        boolean well = gpuReport == null || new CardReport(out, catalog, backend).write(gpuReport);
        out.flush();
        return well ? LabCommand.DONE : LabCommand.FAILURE;
    }

    private void measureWindow(PrintWriter out, Backend backend, Preset trained) throws InterruptedException {
        String measured = desktop.measureWindow(backend.device().engine(), trained, Duration.ofSeconds(window));
        out.println();
        out.printf("%s, lanes: %d; %s%n", trained.name(), trained.lanes().size(), measured);
    }

    private static void describe(PrintWriter out, Backend backend) {
        Device device = backend.device();
        Runtime runtime = Runtime.getRuntime();
        Map<String, String> lines = new TreeMap<>(device.versions());
        out.printf("Lipschitz Lab   %s%n", Versions.program());
        out.printf("engine          %s: %s%n", device.engine(), backend.reason());
        out.printf("device          %s%n", device.name());
        out.printf(
                "native threads  %s per lane, %d cores%n",
                NumberSetting.format(SharedSettings.THREADS_PER_LANE.defaultValue()), runtime.availableProcessors());
        out.printf(
                "memory          Java heap up to %d MiB, now %d MiB; arrays live outside of it%n",
                runtime.maxMemory() / MEBIBYTE, (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE);
        out.printf("Java            %s (%s)%n", Runtime.version(), System.getProperty("java.vendor"));
        out.printf(
                "system          %s %s, %s%n",
                System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
        lines.forEach((library, version) -> out.printf("%-15s %s%n", library, version));
        out.flush();
    }
}
