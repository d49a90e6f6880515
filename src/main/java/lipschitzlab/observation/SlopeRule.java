package lipschitzlab.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.SpectralNormalization;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;

/** How the critic's slope stands to the Lipschitz bound that its method asks for. */
final class SlopeRule implements ObservationRule {
    /** Of the bound: a critic so flat everywhere uses little of what it may. */
    private static final double FLAT = 0.25;

    /** Where a method asks for the slope 1 between real and fake. */
    private static final double TOO_STEEP = 1.5;

    /** Without a bound: a slope at which a step of the generator is rough. */
    private static final double UNHELD = 10;

    /** In so many measurements, one after another. */
    private static final int LASTING = 3;

    @Override
    public Optional<Observation> of(ObservedLane lane) {
        if (lane.spec().constraint().kinds().contains(ConstraintKind.GRADIENT_PENALTY)) {
            return penalised(lane);
        }
        if (lane.spec().constraint().kinds().contains(ConstraintKind.SPECTRAL_NORM)) {
            return bounded(lane, lane.values().get(SpectralNormalization.BOUND));
        }
        return lane.spec().constraint().kinds().contains(ConstraintKind.UNCONSTRAINED)
                ? unheld(lane)
                : Optional.empty();
    }

    private static DoubleStream lasting(ObservedLane lane, Metric metric) {
        Curve curve = lane.last(metric, LASTING);
        return curve.length() < LASTING ? DoubleStream.of(Double.NaN) : Arrays.stream(curve.values());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static Optional<Observation> penalised(ObservedLane lane) {
        double now = lane.now(Metric.GRADIENT_NORM_INTERPOLATED);
        if (lasting(lane, Metric.GRADIENT_NORM_INTERPOLATED).allMatch(value -> value > TOO_STEEP)) {
            return Optional.of(new Observation(
                    "the penalty does not hold the slope yet: ‖∇D‖ is " + number(now) + " on average",
                    "slope not held yet: " + number(now),
                    "Gradient penalty asks for 1 between real and fake points; the mean there was above " + TOO_STEEP
                            + " in three measurements one after another.",
                    "the-penalty-looks-between"));
        }
        return Optional.empty();
    }

    private static Optional<Observation> bounded(ObservedLane lane, double sigma) {
        // Of each layer; the product over layers bounds the critic.
        double bound = lane.now(Metric.LIPSCHITZ_NOMINAL);
        if (!(bound > 0)) {
            return Optional.empty();
        }
        boolean flat = lasting(lane, Metric.GRADIENT_NORM_MAX).allMatch(value -> value < FLAT * bound);
        return flat
                ? Optional.of(new Observation(
                        "the critic is at its Lipschitz bound almost nowhere",
                        "almost nowhere at its bound",
                        "The steepest slope found, " + number(lane.now(Metric.GRADIENT_NORM_MAX))
                                + ", is less than a quarter of the bound, " + number(bound)
                                + ", the product of the layers' norms with σ held at " + number(sigma)
                                + ", in three measurements one after another.",
                        "too-tight"))
                : Optional.empty();
    }

    private static Optional<Observation> unheld(ObservedLane lane) {
        double now = lane.now(Metric.GRADIENT_NORM_MAX);
        return lasting(lane, Metric.GRADIENT_NORM_MAX).allMatch(value -> value > UNHELD)
                ? Optional.of(new Observation(
                        "nothing holds the slope: ‖∇D‖ reaches " + number(now),
                        "nothing holds the slope: " + number(now),
                        "No constraint, and the steepest slope found was above " + (int) UNHELD
                                + " in three measurements one after another.",
                        "why-a-constraint"))
                : Optional.empty();
    }
}
