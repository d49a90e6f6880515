package lipschitzlab.desktop.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.run.OpenedRun;
import lipschitzlab.export.run.RunReader;

/**
 * A second run, shown beside the one that is open, as its folder has it. Nothing of it is trained, and it stays when another
 * experiment is opened. For the window's thread.
 */
public final class BesideModel {
    private final LabModel model;
    private final ObservableList<LaneModel> lanes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Run>> run = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * The run.
     *
     * @param name of its folder
     */
    public record Run(Path folder, String name, Experiment experiment) {}

    /** None yet. */
    public BesideModel(LabModel model) {
        this.model = model;
        model.history().besides(lanes);
    }

    /** Shows a run beside the one that is open, in place of that before. Reads in the background. */
    public void open(Path folder) {
        Optional<Backend> backend = model.engine().backendProperty().get();
        model.say("Reading " + folder.getFileName() + " …");
        model.inBackground(
                folder.getFileName() + " could not be opened beside this",
                () -> read(folder, backend.orElseThrow(() -> new IllegalStateException("No engine computes yet."))),
                this::show);
    }

    private static Run read(Path folder, Backend backend) {
        OpenedRun opened = RunReader.open(folder);
        String name = new RunOnShow(folder, false, List.of()).name();
        return new Run(folder, name, opened.withoutNetworks().experiment(backend));
    }

    private void show(Run next) {
        Optional<Run> before = run.get();
        ShownLanes shown = new ShownLanes(Optional.of(next.name()));
        shown.follow(next.experiment());
        run.set(Optional.of(next));
        lanes.setAll(shown.models());
        model.say(next.name() + " stands beside this");
        before.ifPresent(this::end);
    }

    /** Shows it no more. */
    public void close() {
        Optional<Run> before = run.get();
        run.set(Optional.empty());
        lanes.clear();
        before.ifPresent(this::end);
    }

    private void end(Run before) {
        model.inBackground(
                "The run beside did not end well",
                () -> {
                    before.experiment().close();
                    return before;
                },
                ended -> {});
    }

    /** The run beside, if there is one. */
    public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Its lanes, with its name in their titles. */
    public ObservableList<LaneModel> lanes() {
        return lanes;
    }

    /** The lanes on show, and behind them those of the run beside. */
    public List<LaneModel> all() {
        return model.lanes().isEmpty()
                ? List.of()
                : Stream.concat(model.lanes().stream(), lanes.stream()).toList();
    }

    /** Those of the run that a lane belongs to. */
    public List<LaneModel> ofTheRunOf(LaneModel lane) {
        return lane.run().isPresent() ? lanes : model.lanes();
    }

    /** Does something whenever lanes come or go on either side, and now. */
    public void follow(Runnable change) {
        Follow.list(model.lanes(), change);
        Follow.list(lanes, change);
    }
}
