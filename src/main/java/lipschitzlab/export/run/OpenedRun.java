package lipschitzlab.export.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.LaneRecord;
import lipschitzlab.experiment.Opening;
import lipschitzlab.preset.Preset;

/**
 * What a run left in its folder, read back.
 *
 * @param folder where it lies
 * @param preset the run's, with everything that was changed in it
 * @param records of its lanes, by id; a lane of which nothing was kept has none
 * @param notes a sentence for each thing that could not be read and is left out
 */
public record OpenedRun(Path folder, Preset preset, Map<String, LaneRecord> records, List<String> notes) {
    /** Copies map and list. */
    public OpenedRun {
        records = Map.copyOf(records);
        notes = List.copyOf(notes);
    }

    /** The same to be looked at only: what lanes would train on from is left where it is. */
    public OpenedRun withoutNetworks() {
        Map<String, LaneRecord> lookedAt = new HashMap<>();
        records.forEach((lane, record) -> lookedAt.put(
                lane,
                new LaneRecord(
                        record.position(),
                        record.history(),
                        record.milestones(),
                        record.snapshot(),
                        Optional.empty())));
        return new OpenedRun(folder, preset, lookedAt, notes);
    }

    /**
     * The experiment as the run left it, at rest; its data are read.
     *
     * @throws lipschitzlab.setting.InputException if the data cannot be read
     */
    public Experiment experiment(Backend backend) {
        return Opening.of(preset, backend).goingOnFrom(records).open();
    }
}
