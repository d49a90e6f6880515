package lipschitzlab.preset;

import java.util.Locale;

/** The registry of schedules: how learning rates change from the first step to the horizon. */
public enum RateSchedule {
    /** They stay. */
    CONSTANT("stay as they are") {
        @Override
        public double factor(double done) {
            return 1;
        }
    },
    /** They fall to 0 at the horizon, by the same amount at each step. */
    LINEAR("now 0, start again in full and fall to 0") {
        @Override
        public double factor(double done) {
            return Math.max(0, 1 - done);
        }
    };

    private final String onExtension;

    RateSchedule(String onExtension) {
        this.onExtension = onExtension;
    }

    /** The name in presets. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a rate is multiplied by.
     *
     * @param done the share of the steps to the horizon that are done, from 0 to 1; more where an extension is under way
     * @return from 0 to 1
     */
    public abstract double factor(double done);

    /** What becomes of the rates when the run is extended at the horizon, behind "learning rates". */
    public String onExtension() {
        return onExtension;
    }
}
