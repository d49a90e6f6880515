package lipschitzlab.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each system wants what a program writes for one person without being asked. */
public enum UserFolder {
    /** What is to be there the next time. */
    STATE("XDG_STATE_HOME", Path.of(".local", "state"), Path.of("Library", "Application Support"), Path.of("")),
    /** What can be made again. */
    CACHE("XDG_CACHE_HOME", Path.of(".cache"), Path.of("Library", "Caches"), Path.of("cache"));

    private static final String PROGRAM = "lipschitz-lab";

    private final String variable;
    private final Path onLinux;
    private final Path onMac;
    private final Path withinProgramOnWindows;

    UserFolder(String variable, Path onLinux, Path onMac, Path withinProgramOnWindows) {
        this.variable = variable;
        this.onLinux = onLinux;
        this.onMac = onMac;
        this.withinProgramOnWindows = withinProgramOnWindows;
    }

    /** The lab's folder for this person's account on this machine; it need not exist. */
    public Path path() {
        return path(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")).toAbsolutePath());
    }

    /** As {@link #path()}, of another machine; never relative to the folder in which the program was started. */
    public Path path(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return named(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve(PROGRAM)
                    .resolve(withinProgramOnWindows);
        }
        if (name.startsWith("mac")) {
            return home.resolve(onMac).resolve(PROGRAM);
        }
        return named(environment, variable).orElse(home.resolve(onLinux)).resolve(PROGRAM);
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
