package lipschitzlab.observation;

import java.util.Arrays;
import java.util.Optional;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;

/** The critic tells real from fake and is flat where the samples are: the generator gets no gradient. */
final class VanishedSignalRule implements ObservationRule {
    /** Of the largest signal that the lane ever had. */
    private static final double VANISHED = 1e-3;

    /** In so many measurements, one after another. */
    private static final int LASTING = 3;

    /** The distance has come down to no less than this share of the first. */
    private static final double STANDS = 0.5;

    private static final int MOST = 4096;

    @Override
    public Optional<Observation> of(ObservedLane lane) {
        Curve signal = lane.last(Metric.GENERATOR_SIGNAL, MOST);
        Curve distance = lane.last(Metric.SLICED_WASSERSTEIN, MOST);
        if (signal.length() <= LASTING || distance.length() <= LASTING) {
            return Optional.empty();
        }
        double largest = Arrays.stream(signal.values()).max().orElseThrow();
        boolean vanished = Arrays.stream(signal.values(), signal.length() - LASTING, signal.length())
                .allMatch(value -> value <= VANISHED * largest);
        boolean far = distance.last() >= STANDS * distance.values()[0];
        if (!vanished || !far || !(lane.now(Metric.GAP) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Observation(
                "the critic separates real from fake and its signal has vanished: the generator stands still",
                "the critic's signal has vanished",
                "In three measurements one after another the generator's gradient was at most a thousandth of the largest that it had, while"
                        + " the critic scores real data higher and the samples are still more than half as far from the data as at the"
                        + " start.",
                "why-a-constraint"));
    }
}
