package lipschitzlab.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.statistic.Quantiles;

/** Whether the samples' distance to the data falls, rises or stays. */
final class ProgressRule implements ObservationRule {
    /** Measurements that are compared with as many before them, by their medians. */
    private static final int FEW = 4;

    /** A smaller change is none. */
    private static final double CHANGE = 0.1;

    @Override
    public Optional<Observation> of(ObservedLane lane) {
        Curve distance = lane.last(Metric.SLICED_WASSERSTEIN, 2 * FEW);
        if (distance.length() < 2 * FEW) {
            return Optional.empty();
        }
        double before = Quantiles.median(Arrays.copyOfRange(distance.values(), 0, FEW));
        double now = Quantiles.median(Arrays.copyOfRange(distance.values(), FEW, 2 * FEW));
        int steps = distance.steps()[2 * FEW - 1] - distance.steps()[0];
        String way = now < (1 - CHANGE) * before
                ? "samples come nearer to the data"
                : now > (1 + CHANGE) * before
                        ? "samples move away from the data"
                        : "samples are no nearer to the data than before";
        return Optional.of(new Observation(
                way,
                way.replace(" to the data", "").replace(" from the data", "").replace("samples are", "samples"),
                String.format(
                        Locale.ROOT,
                        "The sliced Wasserstein distance to held-out data over the last %,d steps: the median of the last four"
                                + " measurements is %.3g, that of the four before %.3g. A change of less than 10 %% is none.",
                        steps,
                        now,
                        before)));
    }
}
