package lipschitzlab.observation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.LaneStatus;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.Values;

/**
 * What rules know of a lane.
 *
 * @param spec the lane, with its methods
 * @param values as they are now
 * @param modes how many the data have; empty for data without known modes
 * @param history what the lane has reported
 * @param weights how the critic's weights are distributed, where that was asked for; otherwise empty
 * @param step up to which the history counts
 */
public record ObservedLane(
        LaneSpec spec, Values values, OptionalInt modes, LaneHistory history, List<WeightHistogram> weights, int step) {
    /** Copies the list. */
    public ObservedLane {
        weights = List.copyOf(weights);
    }

    /**
     * A lane as it stands.
     *
     * @param data that it learns
     */
    public static ObservedLane of(Lane lane, Dataset data) {
        LaneStatus status = lane.status();
        return new ObservedLane(
                lane.spec(), status.values(), modes(data), status.history(), List.of(), Integer.MAX_VALUE);
    }

    /** How many modes data have; empty where none are known. */
    public static OptionalInt modes(Dataset data) {
        return data.mixture().stream()
                .mapToInt(mixture -> mixture.modes().length)
                .findFirst();
    }

    /** The last values of a metric, so many at most, without those that are no finite numbers. */
    Curve last(Metric metric, int most) {
        int length = history.length(metric);
        Curve newest = history.curve(metric, Math.max(0, length - most), length);
        boolean back = newest.length() > 0 && newest.steps()[newest.length() - 1] > step;
        Curve curve = back ? history.curve(metric) : newest;
        int[] fit = IntStream.range(0, curve.length())
                .filter(i -> curve.steps()[i] <= step && Double.isFinite(curve.values()[i]))
                .toArray();
        int[] kept = Arrays.copyOfRange(fit, Math.max(0, fit.length - most), fit.length);
        return new Curve(
                IntStream.of(kept).map(i -> curve.steps()[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> curve.seconds()[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> curve.values()[i]).toArray());
    }

    /** The newest value of a metric, or NaN if there is none. */
    double now(Metric metric) {
        return history.at(metric, step);
    }
}
