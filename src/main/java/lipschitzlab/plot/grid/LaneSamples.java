package lipschitzlab.plot.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.LaneProbe;
import lipschitzlab.training.SampleUse;

/**
 * A lane's samples at one step.
 *
 * @param snapshot of the lane, or of a grid of its samples, row by row
 */
public record LaneSamples(Lane lane, Snapshot snapshot) {
    /**
     * The newest samples of lanes, of the same latent batch in each, for a grid: where networks read classes, each row has one. Where
     * other or more samples are wanted than a card shows, generators make them while all lanes rest between two steps; waits for
     * that.
     *
     * @throws InputException if no lane has any, or a lane kept no network that could make more
     */
    public static List<LaneSamples> newest(Experiment experiment, List<Lane> lanes, GridRows rows) {
        return arranged(
                experiment,
                lanes.stream()
                        .flatMap(lane -> lane.snapshot().map(shown -> new LaneSamples(lane, shown)).stream())
                        .toList(),
                rows);
    }

    /**
     * These samples where they are enough, otherwise as {@link #newest}.
     *
     * @throws InputException if there are none, or a lane kept no network that could make more
     */
    public static List<LaneSamples> arranged(Experiment experiment, List<LaneSamples> shown, GridRows rows) {
        if (shown.isEmpty()) {
            throw new InputException(
                    "the samples",
                    "at least one lane with samples",
                    "none",
                    "Train at least one step, or reset a lane.");
        }
        if (shown.stream().allMatch(samples -> rows.areIn(samples.snapshot()))) {
            return shown.stream()
                    .map(samples -> new LaneSamples(samples.lane(), rows.of(samples.snapshot())))
                    .toList();
        }
        List<LaneSamples> made = new ArrayList<>();
        try {
            experiment.doAtRest(() -> shown.forEach(samples -> made.add(samples.made(rows))), Experiment.FOREVER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (made.size() < shown.size()) {
            throw new InputException(
                    "the samples", "an open experiment", "one that was closed", "Ask again for what is on show.");
        }
        return made;
    }

    private LaneSamples made(GridRows rows) {
        Optional<Snapshot> made = lane.read(
                training -> rows.made(training.step(), snapshot.sampleShape(), labels -> new LaneProbe(training)
                        .samples(rows.layout().count(), labels, SampleUse.SHOWN)));
        return new LaneSamples(
                lane,
                made.orElseThrow(() -> new InputException(
                        "lane " + lane.id(),
                        "at most " + snapshot.sampleCount() + " samples, since its generator was not kept",
                        Integer.toString(rows.layout().count()),
                        "Ask for fewer rows or columns.")));
    }
}
