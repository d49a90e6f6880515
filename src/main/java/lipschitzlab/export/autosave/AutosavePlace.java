package lipschitzlab.export.autosave;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where runs are kept if nobody chose another folder: where each system wants what a program writes for one person. */
public final class AutosavePlace {
    private static final String PROGRAM = "lipschitz-lab";
    private static final String RUNS = "kept-runs";

    private AutosavePlace() {}

    /** The folder for this person's account on this machine; it need not exist. */
    public static Path usual() {
        return usual(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")).toAbsolutePath());
    }

    /** Never relative to the folder in which the program was started. */
    static Path usual(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return named(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve(PROGRAM)
                    .resolve(RUNS);
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library")
                    .resolve("Application Support")
                    .resolve(PROGRAM)
                    .resolve(RUNS);
        }
        return named(environment, "XDG_STATE_HOME")
                .orElse(home.resolve(".local").resolve("state"))
                .resolve(PROGRAM)
                .resolve(RUNS);
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        try {
            return Optional.of(environment.getOrDefault(variable, ""))
                    .filter(text -> !text.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
    }
}
