package lipschitzlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import lipschitzlab.preset.Preset;

/** The window, as the command line sees it; the launcher supplies it. */
public interface Desktop {
    /** What is known to keep a window from opening, as a sentence; nothing if it may open. */
    Optional<String> obstacle();

    /**
     * Opens the window and returns when it was closed.
     *
     * @param engine the id of the engine that computes in it, or {@code auto}; none for the one that was chosen in the window
     * @param shown a file or folder to open in it; none for what was open last
     * @throws NoWindowException if it turns out that no window can open
     */
    void open(Optional<String> engine, Optional<Path> shown);

    /**
     * Opens the window, trains an experiment in it, measures how smoothly it runs and what it costs the lanes, and closes it.
     *
     * @param engine the id of the engine that computes in it
     * @return lines of figures
     * @throws NoWindowException if it turns out that no window can open
     */
    String measureWindow(String engine, Preset preset, Duration duration) throws InterruptedException;
}
