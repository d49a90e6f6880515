package lipschitzlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;
import picocli.CommandLine.Option;

/** Which of a run's networks a command takes, and where the run's data are. */
final class StoredNetworks {
    @Option(
            names = "--step",
            paramLabel = "N",
            description = "The step whose checkpoints are taken; each lane's newest otherwise.")
    private Integer step;

    @Option(names = "--data", paramLabel = "PATH", description = "The run's data file or its folder, if it was moved.")
    private Path data;

    /**
     * A run with checkpoints.
     *
     * @throws InputException if it has none, or none of the step
     */
    StoredRun read(Path folder) {
        if (!Files.isDirectory(folder) || !StoredRun.isIn(folder)) {
            throw new InputException(
                    folder.toString(),
                    "the folder of a run with checkpoints",
                    Files.isDirectory(folder) ? "a folder without any" : "no folder",
                    "Choose the folder that a run was written to; runs of earlier versions, and those with --no-checkpoints, have"
                            + " none.");
        }
        return step == null ? StoredRun.open(folder) : StoredRun.at(folder, step);
    }

    /** The run's preset, with its lanes that have networks and with its data where they are now. */
    Preset preset(StoredRun stored, Path folder) {
        return moved(stored.preset()).withOnly(lanesWithNetworks(stored, folder), "RUN");
    }

    /** A preset with its data where they are now. */
    Preset moved(Preset preset) {
        return data == null ? preset : preset.withData(data);
    }

    /** Whether one step's checkpoints are asked for; otherwise each lane's newest are taken. */
    boolean ofOneStep() {
        return step != null;
    }

    private static List<String> lanesWithNetworks(StoredRun stored, Path folder) {
        List<String> lanes = stored.lanes().entrySet().stream()
                .filter(lane -> lane.getValue().networks().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (lanes.isEmpty()) {
            throw new InputException(
                    folder.toString(),
                    "a run with the networks of at least one lane",
                    "none",
                    "Choose an earlier step (--step), or train the run again.");
        }
        return lanes;
    }
}
