package lipschitzlab.plot;

import lipschitzlab.measurement.Curve;

/** What curves are drawn against. */
public enum XAxis {
    /** Generator steps. */
    STEPS("generator steps"),
    /** The time that the lane's own training took. */
    SECONDS("training time of the lane, s");

    private final String title;

    XAxis(String title) {
        this.title = title;
    }

    /** The label, with its unit. */
    public String title() {
        return title;
    }

    /** Where a curve's points lie along this axis. */
    public double[] positions(Curve curve) {
        if (this == SECONDS) {
            return curve.seconds();
        }
        double[] steps = new double[curve.length()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = curve.steps()[i];
        }
        return steps;
    }
}
