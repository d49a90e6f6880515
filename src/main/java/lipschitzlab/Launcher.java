package lipschitzlab;

import java.awt.GraphicsEnvironment;
import java.time.Duration;
import lipschitzlab.cli.LabCommand;
import lipschitzlab.desktop.LabApplication;

/**
 * Starts the desktop, or with arguments the command line; on a machine without a display it says so and does the same work in
 * the terminal. It does not extend {@code Application}, so that JavaFX runs from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /** @param arguments none for the desktop, otherwise a command line */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(LabCommand.execute(Launcher::pulses, arguments));
        }
        if (GraphicsEnvironment.isHeadless()) {
            System.exit(LabCommand.withoutDisplay(Launcher::pulses));
        }
        LabApplication.open();
    }

    private static String pulses(Duration duration) {
        return LabApplication.measurePulses(duration).toString();
    }
}
