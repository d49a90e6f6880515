package lipschitzlab.desktop.model;

import java.util.Arrays;
import java.util.Optional;

/** How fast steps follow one another while lanes train, or recorded ones while history is played. */
public enum Speed {
    BY_HAND("one a press", 0),
    ONE("1 a second", 1),
    FIVE("5 a second", 5),
    TWENTY_FIVE("25 a second", 25),
    FULL("full speed", Double.POSITIVE_INFINITY);

    private final String title;
    private final double perSecond;

    Speed(String title, double perSecond) {
        this.title = title;
        this.perSecond = perSecond;
    }

    /** Its name in the window. */
    public String title() {
        return title;
    }

    /** Steps a second at most; infinite at full speed, and 0 by hand. */
    double perSecond() {
        return perSecond;
    }

    /** The next faster one, or this if there is none. */
    public Speed faster() {
        return values()[Math.min(values().length - 1, ordinal() + 1)];
    }

    /** The next slower one, or this if there is none. */
    public Speed slower() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    /** That of a name, if it is one's. */
    public static Optional<Speed> named(String name) {
        return Arrays.stream(values())
                .filter(speed -> speed.name().equals(name))
                .findFirst();
    }
}
