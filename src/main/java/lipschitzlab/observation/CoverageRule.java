package lipschitzlab.observation;

import java.util.Optional;
import lipschitzlab.measurement.Metric;

/** How many modes have samples, and whether they share them fairly. */
final class CoverageRule implements ObservationRule {
    /** Less than this share of samples near some mode, and noise alone would reach them. */
    private static final double NEAR = 0.1;

    @Override
    public Optional<Observation> of(ObservedLane lane) {
        double near = lane.now(Metric.HIGH_QUALITY);
        double covered = lane.now(Metric.MODES);
        if (lane.modes().isEmpty() || Double.isNaN(near) || Double.isNaN(covered)) {
            return Optional.empty();
        }
        int all = lane.modes().getAsInt();
        if (near < NEAR) {
            return Optional.of(new Observation(
                    "samples lie near no mode yet",
                    "samples are near no mode yet",
                    "Less than 10 % of samples lie within 3σ of a mode, which noise reaches too."));
        }
        double balanced = lane.now(Metric.BALANCED_MODES);
        String share = Double.isNaN(balanced)
                ? ""
                : balanced == all ? ", balanced" : ", " + (int) balanced + " of them balanced";
        return Optional.of(new Observation(
                "covers " + (int) covered + " of " + all + " modes" + share,
                "covers " + (int) covered + " of " + all + share.replace(" of them", ""),
                "A mode is covered if a sample lies within 3σ of it, and balanced if it has at least a quarter of its fair share"
                        + " of samples.",
                "many-modes"));
    }
}
