package lipschitzlab.compute.device;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lipschitzlab.file.FileNameEncoding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which a library unpacks its native code at its first start, and from which the system loads it. A home folder may
 * be read-only, may not let programs run, or may have a name that the locale cannot spell; the library itself notices nothing of that
 * until its code does not load, and then says only that something is missing.
 *
 * @param property by which the library is told another folder
 * @param usual the folders that the library takes by itself, in its order
 */
public record NativeFolder(String property, List<String> usual) {
    private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);
    private static final Path MOUNTS = Path.of("/proc/self/mounts");

    /** Copies the list. */
    public NativeFolder {
        usual = List.copyOf(usual);
    }

    /** JavaCPP's, which all engines have. */
    public static NativeFolder ofEngines() {
        return new NativeFolder(
                "org.bytedeco.javacpp.cachedir",
                List.of(
                        System.getProperty("user.home") + "/.javacpp/cache",
                        System.getProperty("java.io.tmpdir") + "/.javacpp-" + System.getProperty("user.name")
                                + "/cache"));
    }

    /** JavaFX's. */
    public static NativeFolder ofTheWindow() {
        return new NativeFolder(
                "javafx.cachedir",
                List.of(
                        System.getProperty("user.home") + "/.openjfx/cache",
                        System.getProperty("java.io.tmpdir") + "/.openjfx_" + System.getProperty("user.name")));
    }

    /**
     * Lets the library unpack into the first folder from which code can be loaded, before anything of it is loaded.
     *
     * @return the folder
     * @throws EngineUnavailableException if there is none, with what keeps each
     */
    public Path prepare() {
        String named = System.getProperty(property, "");
        List<String> troubles = new ArrayList<>();
        for (String folder : named.isEmpty() ? usual : List.of(named)) {
            Optional<String> trouble = trouble(folder, mounts());
            if (trouble.isEmpty()) {
                if (named.isEmpty() && !folder.equals(usual.get(0))) {
                    System.setProperty(property, folder);
                }
                return Path.of(folder);
            }
            troubles.add(trouble.get());
        }
        throw new EngineUnavailableException(
                "There is no folder to load native libraries from: "
                        + troubles.stream().distinct().collect(Collectors.joining("; ")) + ". " + remedy(),
                null);
    }

    /** What to do if no folder serves. */
    String remedy() {
        return "Name another folder: java -D" + property + "=FOLDER -jar lipschitz-lab.jar.";
    }

    /** The file systems of this machine as the kernel lists them; none where it does not. */
    private static List<String> mounts() {
        try {
            return Files.isReadable(MOUNTS) ? Files.readAllLines(MOUNTS) : List.of();
        } catch (IOException unreadable) {
            LOG.debug("{} does not tell of the mounts", MOUNTS, unreadable);
            return List.of();
        }
    }

    /** What keeps code from being unpacked into a folder and loaded from it, as the part of a sentence. */
    static Optional<String> trouble(String folder, List<String> mounts) {
        if (FileNameEncoding.hasLost(folder)) {
            return Optional.of(folder + " has letters that this program's locale has not (LC_ALL=C.UTF-8 has them)");
        }
        try {
            Path path = Files.createDirectories(Path.of(folder));
            // Asked and not tried: on a full disk everything may have been unpacked before.
            if (!Files.isWritable(path)) {
                return Optional.of(folder + " cannot be written");
            }
            return mayNotRun(path.toRealPath(), mounts)
                    ? Optional.of(folder + " is on a file system from which no program may run (noexec)")
                    : Optional.empty();
        } catch (InvalidPathException impossible) {
            return Optional.of(folder + " is no path (" + impossible.getReason() + ")");
        } catch (FileSystemException refused) {
            return Optional.of(folder + " cannot be written ("
                    + Optional.ofNullable(refused.getReason())
                            .orElse(refused.getClass().getSimpleName()) + ")");
        } catch (IOException failure) {
            return Optional.of(folder + " cannot be written (" + failure.getMessage() + ")");
        }
    }

    /** The last of the innermost mounts counts: it lies over those before. */
    private static boolean mayNotRun(Path folder, List<String> mounts) {
        int depth = -1;
        boolean noexec = false;
        for (String mount : mounts) {
            String[] fields = mount.split(" ");
            Path point = Path.of(fields[1].replace("\\040", " "));
            if (folder.startsWith(point) && point.getNameCount() >= depth) {
                depth = point.getNameCount();
                noexec = List.of(fields[3].split(",")).contains("noexec");
            }
        }
        return noexec;
    }
}
