package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Opening;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.RunRecord;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;

/** Goes on with a run from its folder. */
final class RunResumption {
    /** What the digits depend on, by its name in a checkpoint, and in words. */
    private static final Map<String, String> DIGITS = Map.of(
            "engine", "engine", "device", "device", "threadsPerLane", "threads per lane", "libraries", "libraries");

    private final Path folder;
    private final PrintWriter console;

    RunResumption(Path folder, PrintWriter console) {
        this.folder = folder;
        this.console = console;
    }

    /**
     * The run, to go on where it was.
     *
     * @param data where its data are now, if they were moved
     * @param steps to train to, if it is to train on behind its horizon
     * @throws InputException if there is no run that can be resumed
     */
    HeadlessRun open(Backend backend, Optional<Path> data, Optional<Integer> steps, Keeping keeping) {
        RunDirectory directory = RunDirectory.goingOn(folder);
        StoredRun stored = read();
        Preset preset = data.map(stored.preset()::withData).orElse(stored.preset());
        requireLater(stored, steps);
        tell(stored, backend, preset);
        Experiment experiment =
                Opening.of(preset, backend).goingOnFrom(stored.lanes()).open();
        HeadlessRun run = HeadlessRun.open(
                experiment,
                () -> directory,
                console,
                keeping.goingOnFrom(stored).checked());
        return steps.map(run::to).orElse(run);
    }

    private StoredRun read() {
        if (!StoredRun.isIn(folder)) {
            throw new InputException(
                    folder.toString(),
                    "a run with checkpoints",
                    "a folder without any",
                    "Runs of earlier versions, and those with --no-checkpoints, have none. run "
                            + folder.resolve("run.yaml") + " trains such a run again from the start.");
        }
        return StoredRun.open(folder);
    }

    private static void requireLater(StoredRun stored, Optional<Integer> steps) {
        int done = stored.lanes().values().stream()
                .mapToInt(lane -> lane.position().step())
                .max()
                .orElse(0);
        steps.filter(wanted -> wanted <= done).ifPresent(wanted -> {
            throw new InputException(
                    "--steps",
                    "more steps than the " + done + " that the run has",
                    wanted.toString(),
                    "Name a later step.");
        });
    }

    private void tell(StoredRun stored, Backend backend, Preset preset) {
        stored.notes().forEach(console::println);
        stored.lanes()
                .forEach((id, lane) -> console.println("Goes on with " + id + " at step "
                        + lane.position().step() + " of " + lane.position().horizon() + "."));
        Map<String, Object> now = RunRecord.computedBy(backend, preset);
        List<String> others = DIGITS.keySet().stream()
                .sorted()
                .filter(key ->
                        stored.run().containsKey(key) && !stored.run().get(key).equals(String.valueOf(now.get(key))))
                .map(key -> DIGITS.get(key) + " " + stored.run().get(key) + ", now " + now.get(key))
                .toList();
        if (!others.isEmpty()) {
            console.println(
                    "The numbers may differ in their last digits from those of a run that was not interrupted, since it began"
                            + " with another: " + String.join("; ", others) + ".");
        }
        console.flush();
    }
}
