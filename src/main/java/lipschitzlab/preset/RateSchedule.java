package lipschitzlab.preset;

import java.util.Locale;

/** How learning rates change while a lane trains. */
public enum RateSchedule {
    /** They stay. */
    CONSTANT,
    /** They fall to 0 at the horizon, by the same amount at each step. */
    LINEAR;

    /** The name in presets. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
