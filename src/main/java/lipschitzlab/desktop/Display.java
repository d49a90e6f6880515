package lipschitzlab.desktop;

import java.awt.GraphicsEnvironment;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Whether a window can open here, and who of the two toolkits in this process speaks to the display. */
public final class Display {
    private static final String HEADLESS = "java.awt.headless";

    private Display() {}

    /** Whether there is a display; {@code -Djava.awt.headless=true} says that there is none. */
    public static boolean present() {
        return present(System.getProperties(), System.getenv());
    }

    /** AWT is not asked where there may be an X server: it would remember that it may connect to it. */
    static boolean present(Properties properties, Map<String, String> environment) {
        if (Boolean.parseBoolean(properties.getProperty(HEADLESS))) {
            return false;
        }
        String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac") || system.startsWith("windows")) {
            return !GraphicsEnvironment.isHeadless();
        }
        return !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /**
     * Leaves the display to JavaFX: charts are drawn by Java 2D, which needs none, and AWT's own connection to an X server begins by
     * replacing the error handler that GTK has just set. To be called before either is used.
     */
    static void leaveToJavaFx() {
        System.setProperty(HEADLESS, "true");
    }
}
