package lipschitzlab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import lipschitzlab.cli.Desktop;
import lipschitzlab.cli.LabCommand;
import lipschitzlab.cli.NoWindowException;
import lipschitzlab.desktop.LabApplication;
import lipschitzlab.desktop.control.Display;
import lipschitzlab.desktop.control.NoDisplayException;
import lipschitzlab.preset.Preset;

/**
 * Starts the desktop, or with a command the command line; on a machine without a display it says so and does the same work in
 * the terminal. It does not extend {@code Application}, so that JavaFX runs from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /** @param arguments none, {@code --engine} or a file or folder to open for the desktop, otherwise a command line */
    public static void main(String[] arguments) {
        System.exit(LabCommand.execute(new Window(), arguments));
    }

    private static final class Window implements Desktop {
        @Override
        public Optional<String> obstacle() {
            return Display.obstacle();
        }

        @Override
        public void open(Optional<String> engine, Optional<Path> shown) {
            try {
                LabApplication.open(engine, shown);
            } catch (NoDisplayException refused) {
                throw new NoWindowException(refused.getMessage(), refused);
            }
        }

        @Override
        public String measureWindow(String engine, Preset preset, Duration duration) throws InterruptedException {
            try {
                return LabApplication.measureWindow(engine, preset, duration).toString();
            } catch (NoDisplayException refused) {
                throw new NoWindowException(refused.getMessage(), refused);
            }
        }
    }
}
