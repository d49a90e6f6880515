package lipschitzlab.desktop.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.export.run.OpenedRun;
import lipschitzlab.export.run.RunReader;

/**
 * Which experiments were opened from a run's folder, and whether that on show is as the folder has it: it is a record until
 * its lanes train on or are reset. For the window's thread, but for {@link #open}.
 */
public final class RecordModel {
    private final Map<Experiment, Opened> opened = Collections.synchronizedMap(new WeakHashMap<>());
    private final ReadOnlyObjectWrapper<Optional<RunOnShow>> onShow = new ReadOnlyObjectWrapper<>(Optional.empty());

    private record Left(int step, LaneHistory history) {
        static Left of(Lane lane) {
            return new Left(lane.step(), lane.history());
        }
    }

    private record Opened(RunOnShow run, Map<Lane, Left> lanes) {
        boolean unchanged(Experiment experiment) {
            return experiment.lanes().stream().allMatch(lane -> Left.of(lane).equals(lanes.get(lane)));
        }
    }

    /** Reads a run and opens it as it was left; for a background thread. */
    Experiment open(Path folder, Backend backend) {
        OpenedRun run = RunReader.open(folder);
        Experiment experiment = run.experiment(backend);
        boolean trainable = experiment.lanes().stream().anyMatch(Lane::canContinue);
        Map<Lane, Left> lanes = new HashMap<>();
        experiment.lanes().forEach(lane -> lanes.put(lane, Left.of(lane)));
        opened.put(experiment, new Opened(new RunOnShow(folder, trainable, run.notes()), lanes));
        return experiment;
    }

    /** The run of which an experiment is the record, as the folder has it. */
    public Optional<RunOnShow> of(Experiment experiment) {
        return Optional.ofNullable(opened.get(experiment))
                .filter(run -> run.unchanged(experiment))
                .map(Opened::run);
    }

    /** Takes over how the experiment on show stands now. */
    void pull(Optional<Experiment> shown) {
        onShow.set(shown.flatMap(this::of));
    }

    /** The run whose record is on show. */
    public ReadOnlyObjectProperty<Optional<RunOnShow>> onShowProperty() {
        return onShow.getReadOnlyProperty();
    }
}
