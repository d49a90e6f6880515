package lipschitzlab.cli;

import java.time.Duration;

/** Measures how smoothly the window runs; given to the command line by whoever has a window. */
@FunctionalInterface
public interface PulseProbe {
    /**
     * Opens the window, trains the default preset in it, measures, and closes it.
     *
     * @return a line of figures
     */
    String measure(Duration duration);
}
