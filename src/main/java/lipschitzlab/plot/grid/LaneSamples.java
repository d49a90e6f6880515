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
 * @param snapshot with at least as many samples as are wanted
 */
public record LaneSamples(Lane lane, Snapshot snapshot) {
    /**
     * The newest samples of lanes, of the same latent batch in each. Where more are wanted than a card shows, generators make them while
     * all lanes rest between two steps; waits for that.
     *
     * @param count how many of each lane
     * @throws InputException if a lane has none, or kept no network that could make more
     */
    public static List<LaneSamples> newest(Experiment experiment, List<Lane> lanes, int count) {
        return enough(
                experiment,
                lanes.stream()
                        .flatMap(lane -> lane.snapshot().map(shown -> new LaneSamples(lane, shown)).stream())
                        .toList(),
                count);
    }

    /**
     * These samples where they are enough, otherwise as {@link #newest}.
     *
     * @throws InputException if there are none, or a lane kept no network that could make more
     */
    public static List<LaneSamples> enough(Experiment experiment, List<LaneSamples> shown, int count) {
        if (shown.isEmpty()) {
            throw new InputException(
                    "the samples",
                    "at least one lane with samples",
                    "none",
                    "Train at least one step, or reset a lane.");
        }
        if (shown.stream().allMatch(samples -> samples.snapshot().sampleCount() >= count)) {
            return shown;
        }
        List<LaneSamples> made = new ArrayList<>();
        try {
            experiment.doAtRest(() -> shown.forEach(samples -> made.add(samples.made(count))), Experiment.FOREVER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (made.size() < shown.size()) {
            throw new InputException(
                    "the samples", "an open experiment", "one that was closed", "Ask again for what is on show.");
        }
        return made;
    }

    private LaneSamples made(int count) {
        Optional<Snapshot> made = lane.read(training -> new Snapshot(
                training.step(),
                snapshot.sampleShape(),
                new LaneProbe(training).samples(count, SampleUse.SHOWN),
                Optional.empty(),
                List.of()));
        return new LaneSamples(
                lane,
                made.orElseThrow(() -> new InputException(
                        "lane " + lane.id(),
                        "at most " + snapshot.sampleCount() + " samples, since its generator was not kept",
                        Integer.toString(count),
                        "Ask for fewer rows or columns.")));
    }
}
