package lipschitzlab.plot.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.LaneProbe;
import lipschitzlab.training.LatentPaths;
import lipschitzlab.training.SampleSource;
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
    public static List<LaneSamples> newest(
            Experiment experiment, List<Lane> lanes, GridRows rows, SampleSource source) {
        return arranged(experiment, shown(lanes), rows, source);
    }

    /** What lanes show now. */
    public static List<LaneSamples> shown(List<Lane> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.snapshot().map(shown -> new LaneSamples(lane, shown)).stream())
                .toList();
    }

    /**
     * These samples where they are enough, otherwise as {@link #newest}.
     *
     * @throws InputException if there are none, or a lane kept no network that could make more
     */
    public static List<LaneSamples> arranged(
            Experiment experiment, List<LaneSamples> shown, GridRows rows, SampleSource source) {
        source.require(experiment.preset());
        if (shown.isEmpty()) {
            throw new InputException(
                    "the samples",
                    "at least one lane with samples",
                    "none",
                    "Train at least one step, or reset a lane.");
        }
        if (source.usual() && shown.stream().allMatch(samples -> rows.areIn(samples.snapshot()))) {
            return shown.stream()
                    .map(samples -> new LaneSamples(samples.lane(), rows.of(samples.snapshot())))
                    .toList();
        }
        return atRest(experiment, shown, samples -> samples.made(rows, source));
    }

    /**
     * What the lanes' generators make along paths between pairs of latent points, a path to a row; waits until all lanes rest between two
     * steps.
     *
     * @throws InputException if there are no such lanes, or one kept no network
     */
    public static List<LaneSamples> along(
            Experiment experiment, List<LaneSamples> shown, GridRows rows, SampleSource source) {
        source.require(experiment.preset());
        requirePath(rows.layout());
        return atRest(experiment, shown, samples -> samples.along(rows, source));
    }

    /** @throws InputException if a row has no room for a path with two ends */
    public static void requirePath(GridLayout layout) {
        if (layout.columns() < 2) {
            throw new InputException("the columns", "2 or more, from one picture to another", "1", "Ask for more.");
        }
    }

    private static List<LaneSamples> atRest(
            Experiment experiment, List<LaneSamples> shown, UnaryOperator<LaneSamples> make) {
        List<LaneSamples> made = new ArrayList<>();
        try {
            experiment.doAtRest(() -> shown.forEach(samples -> made.add(make.apply(samples))), Experiment.FOREVER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (made.isEmpty() || made.size() < shown.size()) {
            throw new InputException(
                    "the samples",
                    "an open experiment with at least one lane",
                    "one that was closed",
                    "Ask again for what is on show.");
        }
        return made;
    }

    private LaneSamples along(GridRows rows, SampleSource source) {
        GridLayout layout = rows.layout();
        Optional<Snapshot> made =
                lane.read(training -> rows.along(training.step(), snapshot.sampleShape(), labels -> LatentPaths.samples(
                                training, layout.rows(), layout.columns(), labels, source)
                        .orElseThrow(() -> notKept("a generator that makes samples of noise"))));
        return new LaneSamples(lane, made.orElseThrow(() -> notKept("a generator that was kept")));
    }

    private LaneSamples asked(GridRows rows, SampleSource source) {
        Optional<Snapshot> made =
                lane.read(training -> rows.made(training.step(), snapshot.sampleShape(), labels -> source.samples(
                                training, rows.layout().count(), labels)
                        .orElseThrow(() -> notKept("a generator that makes samples of noise"))));
        return new LaneSamples(lane, made.orElseThrow(() -> notKept("a generator that was kept")));
    }

    private InputException notKept(String expected) {
        return new InputException(
                "lane " + lane.id(),
                expected,
                "none",
                "Leave paths, average and truncation out, or choose a run with checkpoints.");
    }

    private LaneSamples made(GridRows rows, SampleSource source) {
        if (!source.usual()) {
            return asked(rows, source);
        }
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
