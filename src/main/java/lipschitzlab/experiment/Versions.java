package lipschitzlab.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The program's own version, written into its jar by the build. */
public final class Versions {
    private Versions() {}

    /** Such as {@code 0.1.0}. */
    public static String program() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/lipschitz-lab.properties")) {
            if (in == null) {
                throw new IllegalStateException("lipschitz-lab.properties is missing from the program's jar");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("lipschitz-lab.properties cannot be read", unreadable);
        }
        return properties.getProperty("version");
    }
}
