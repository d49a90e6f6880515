package lipschitzlab.observation;

import java.util.Optional;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;

/** Samples lie at few modes, and have for some time: mode collapse. */
final class CollapseRule implements ObservationRule {
    /** At most this share of the modes. */
    private static final double FEW = 0.5;

    /** In so many measurements, one after another. */
    private static final int LASTING = 3;

    /** At least this share of samples near some mode: before that they lie nowhere in particular. */
    private static final double SHARP = 0.3;

    private static final int MOST = 4096;

    @Override
    public Optional<Observation> of(ObservedLane lane) {
        if (lane.modes().isEmpty() || !(lane.now(Metric.HIGH_QUALITY) >= SHARP)) {
            return Optional.empty();
        }
        int all = lane.modes().getAsInt();
        Curve covered = lane.last(Metric.MODES, MOST);
        double limit = FEW * all;
        int first = covered.length();
        while (first > 0 && covered.values()[first - 1] <= limit) {
            first--;
        }
        if (covered.length() - first < LASTING) {
            return Optional.empty();
        }
        int now = (int) covered.last();
        boolean fell = first > 0;
        String since = String.format(java.util.Locale.ROOT, "%,d", covered.steps()[first]);
        return Optional.of(new Observation(
                fell
                        ? "collapsed onto " + now + " of " + all + " modes since step " + since
                        : "has found " + now + " of " + all + " modes only, since step " + since,
                (fell ? "collapsed onto " : "has found only ") + now + " of " + all + " modes",
                "Half of the modes or fewer have a sample within 3σ, in three measurements or more one after another, while 30 %"
                        + " of samples or more lie near some mode. Before step " + since
                        + (fell ? " there were more." : " samples lay near no mode."),
                "many-modes"));
    }
}
