package lipschitzlab.preset;

import java.util.Locale;

/** How the lanes of an experiment keep pace with one another. */
public enum Pace {
    /** Every lane at the same step. */
    LOCKSTEP,
    /** Every lane as fast as it goes. */
    FREE;

    /** The name in presets. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
