package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.Opening;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.export.network.NetworkFiles;
import lipschitzlab.export.run.OpenedRun;
import lipschitzlab.export.run.RunReader;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.file.NewFolder;
import lipschitzlab.preset.Preset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the networks that a run's checkpoints hold in files that other programs read, or pictures of its samples. */
@Command(
        name = "export",
        description =
                "Writes critic and generator of each lane of a run as safetensors with their architecture, from its checkpoints;"
                        + " PyTorch rebuilds them from these files alone. With --grid or --film, pictures of its samples.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final EngineChoice engine;

    @Parameters(paramLabel = "RUN", description = "A run's folder.")
    private String run;

    @CommandLine.Mixin
    private StoredNetworks networks = new StoredNetworks();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; RUN/networks otherwise.")
    private Path out;

    @CommandLine.Mixin
    private PictureExport pictures = new PictureExport();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    ExportCommand(EngineChoice engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter console = spec.commandLine().getOut();
        Path folder = FileNameEncoding.ofThisProgram().path(run, "RUN");
        if (pictures.wanted()) {
            pictures.write(opened(folder), engine.choose(), folder, Optional.ofNullable(out), console);
            return LabCommand.DONE;
        }
        StoredRun stored = networks.read(folder);
        stored.notes().forEach(console::println);
        Preset preset = networks.preset(stored, folder);
        Backend backend = engine.choose();
        try (Experiment experiment =
                Opening.of(preset, backend).goingOnFrom(stored.lanes()).open()) {
            experiment.awaitRest();
            Path target = out == null ? NewFolder.make(folder.resolve("networks")) : out;
            int files = NetworkFiles.writeAll(target, experiment);
            for (Lane lane : experiment.lanes()) {
                console.println("Lane " + lane.id() + " as it was after step " + lane.step() + ".");
            }
            console.println("Saved " + files + " files to " + target);
        }
        console.flush();
        return LabCommand.DONE;
    }

    private OpenedRun opened(Path folder) {
        OpenedRun run = RunReader.open(folder);
        if (networks.ofOneStep()) {
            StoredRun stored = networks.read(folder);
            run = new OpenedRun(folder, stored.preset(), stored.lanes(), stored.notes());
        }
        return new OpenedRun(folder, networks.moved(run.preset()), run.records(), run.notes());
    }
}
