package lipschitzlab.desktop.control;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.device.NativeFailure;
import lipschitzlab.compute.device.NativeFolder;

/** Whether a window can open here, and who of the two toolkits in this process speaks to the display. */
public final class Display {
    private static final String HEADLESS = "java.awt.headless";
    private static final int FIRST_PORT = 6000;
    private static final int PATIENCE_MILLIS = 5000;

    /** A display of another machine, or of a tunnel to it: {@code HOST:NUMBER} or {@code HOST:NUMBER.SCREEN}. */
    private static final Pattern REMOTE = Pattern.compile("(?!unix:)([^/]+):(\\d{1,4})(\\.\\d+)?");

    private Display() {}

    /**
     * What is known to keep a window from opening before anything of it is loaded, as a sentence; {@code -Djava.awt.headless=true}
     * does as well.
     */
    public static Optional<String> obstacle() {
        return obstacle(System.getProperties(), System.getenv());
    }

    /** AWT is not asked where there may be an X server: it would remember that it may connect to it. */
    static Optional<String> obstacle(Properties properties, Map<String, String> environment) {
        if (Boolean.parseBoolean(properties.getProperty(HEADLESS))) {
            return Optional.of("The window was switched off (-D" + HEADLESS + "=true).");
        }
        String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac") || system.startsWith("windows")) {
            return GraphicsEnvironment.isHeadless() ? Optional.of("There is no display here.") : Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "").strip();
        return display.isEmpty() ? Optional.of(without(environment)) : unreachable(display);
    }

    private static String without(Map<String, String> environment) {
        if (!environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()) {
            return "This is a Wayland session without an X display, which the window needs (DISPLAY is not set): install"
                    + " Xwayland.";
        }
        if (!environment.getOrDefault("SSH_CONNECTION", "").isBlank()) {
            return "This is a remote session without a display (DISPLAY is not set): ssh -X brings yours along.";
        }
        return "There is no display here (DISPLAY is not set).";
    }

    /** A machine that does not answer would let the toolkit wait for minutes. */
    private static Optional<String> unreachable(String display) {
        Matcher remote = REMOTE.matcher(display);
        if (!remote.matches()) {
            return Optional.empty();
        }
        String host = remote.group(1).replaceAll("[\\[\\]]", "");
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(host, FIRST_PORT + Integer.parseInt(remote.group(2))), PATIENCE_MILLIS);
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(leadsNowhere(display, refused.getMessage()));
        }
    }

    private static String leadsNowhere(String display, String reason) {
        return "The display leads nowhere: DISPLAY is " + display + ", and there is none (" + reason + ").";
    }

    /**
     * Starts JavaFX.
     *
     * @param then on the window's thread
     * @throws NoDisplayException if it does not start, with the reason
     */
    public static void start(Runnable then) {
        leaveToJavaFx();
        try {
            NativeFolder.ofTheWindow().prepare();
            Platform.startup(then);
        } catch (EngineUnavailableException noFolder) {
            throw new NoDisplayException(noFolder.getMessage(), noFolder);
        } catch (RuntimeException | LinkageError failure) {
            throw new NoDisplayException(reason(failure, System.getenv().getOrDefault("DISPLAY", "")), failure);
        }
    }

    static String reason(Throwable failure, String display) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("DISPLAY")) {
            return leadsNowhere(display, message);
        }
        return "JavaFX, which draws the window, does not start: "
                + NativeFailure.in(Path.of(System.getProperty("user.home"))).inWords(failure)
                + " On Linux it wants libgtk-3-0, libxtst6, libgl1 and libxxf86vm1.";
    }

    /**
     * Leaves the display to JavaFX: charts are drawn by Java 2D, which needs none, and AWT's own connection to an X server begins by
     * replacing the error handler that GTK has just set. To be called before either is used.
     */
    public static void leaveToJavaFx() {
        System.setProperty(HEADLESS, "true");
    }
}
