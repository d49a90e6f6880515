package lipschitzlab.export.trace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.Recording;
import lipschitzlab.export.RunRecord;
import lipschitzlab.file.OutputFolder;
import lipschitzlab.file.WholeFile;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.TrainingRecorder;

/**
 * The folder of a trace: {@code trace.yaml}, {@code shared/} with what all lanes draw alike, and {@code lanes/ID/}. The page
 * {@code replay.md} describes every file. Each file appears all at once. Where one cannot be written, the trace ends there and the
 * training goes on: {@link #failure} says why. Lanes write from their own threads.
 */
public final class TraceDirectory implements Recording {
    private static final String RECORD = "trace.yaml";
    private static final Pattern OWN_FILE = Pattern.compile("(trace\\.yaml|shared/step-\\d+\\.npz"
            + "|lanes/[^/]+/(networks\\.yaml|(step|weights)-\\d+\\.npz))" + WholeFile.UNFINISHED);

    private final Path path;
    private final int steps;
    private final int weightsEvery;
    private final SharedDraws shared = new SharedDraws(this);
    private final AtomicReference<InputException> failure = new AtomicReference<>();

    private TraceDirectory(Path path, int steps, int weightsEvery) {
        this.path = path;
        this.steps = steps;
        this.weightsEvery = weightsEvery;
    }

    /**
     * A folder for a trace, made if it does not exist, with {@code trace.yaml} in it.
     *
     * @param force whether a folder that holds something is used all the same: files of an earlier trace are then removed, others
     *     stay
     * @param preset what will run
     * @param data the preset's, read
     * @param weightsEvery steps from one writing of the weights to the next; they are also written before the first step and after
     *     the last
     * @throws InputException if the folder holds something and {@code force} is not given, if it cannot be written, or if the disk
     *     has no room for the trace
     */
    public static TraceDirectory create(
            Path path, boolean force, Preset preset, Dataset data, Backend backend, int weightsEvery) {
        TraceSize.of(preset, data, backend, weightsEvery).requireRoom(path);
        OutputFolder.prepare(path, force, OWN_FILE, new OutputFolder.Marker(RECORD, RunRecord.MARKER));
        Map<String, Object> record = new LinkedHashMap<>(RunRecord.computedBy(backend, preset));
        record.put("weightsEvery", weightsEvery);
        Preset readAgainAlike = preset.withData(preset.data().with(data.found()));
        WholeFile.writeText(path.resolve(RECORD), PresetWriter.toYaml(readAgainAlike, record));
        return new TraceDirectory(path, preset.shared().get(SharedSettings.STEPS), weightsEvery);
    }

    @Override
    public Optional<TrainingRecorder> recorder(LaneSpec spec) {
        return Optional.of(new LaneTrace(this, "lanes/" + spec.id() + "/", shared));
    }

    /** Whether weights are written after this step, the first being 1. */
    boolean wantsWeights(int step) {
        return step % weightsEvery == 0 || step == steps;
    }

    void writeText(String name, String text) {
        unlessEnded(() -> WholeFile.writeText(path.resolve(name), text));
    }

    void write(String name, WholeFile.Content content) {
        unlessEnded(() -> WholeFile.write(path.resolve(name), content));
    }

    private void unlessEnded(Runnable write) {
        if (!ended()) {
            try {
                write.run();
            } catch (InputException refused) {
                failure.compareAndSet(null, refused);
            }
        }
    }

    /** Whether nothing is written any more. */
    boolean ended() {
        return failure.get() != null;
    }

    /** Why the trace is not whole, for a person; nothing if it is. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get()).map(InputException::getMessage);
    }
}
