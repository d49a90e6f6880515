package lipschitzlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lipschitzlab.setting.InputException;

/** Makes folders fit to write results into, so that results are refused before the work and not after it. */
final class OutputFolder {
    private static final int PROBE_BYTES = 64 * 1024;
    private static final int DEPTH = 3;

    private OutputFolder() {}

    /**
     * Makes a folder if it does not exist.
     *
     * @param force whether a folder that holds something is used all the same: earlier results are then removed, other files
     *     stay
     * @param results the names of results, relative to the folder, with slashes
     * @throws InputException if the folder holds something and {@code force} is not given, or if it cannot be written
     */
    static void prepare(Path path, boolean force, Pattern results) {
        try {
            Files.createDirectories(path);
            if (!force && !isEmpty(path)) {
                throw new InputException(
                        path.toString(),
                        "a new or empty folder",
                        "one that holds files",
                        "Choose another folder (--out), or replace the run that it holds (--force).");
            }
        } catch (IOException failure) {
            throw WholeFile.unwritable(path, "a folder that can be written", failure);
        }
        probe(path);
        removeEarlier(path, results);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Fails now rather than after an hour of training, and before anything is removed. */
    private static void probe(Path folder) {
        Path probe = folder.resolve(".probe");
        WholeFile.write(probe, out -> out.write(new byte[PROBE_BYTES]));
        try {
            Files.delete(probe);
        } catch (IOException failure) {
            throw WholeFile.unwritable(probe, "a file that can be removed", failure);
        }
    }

    /** Two runs in one folder could not be told apart afterwards. */
    private static void removeEarlier(Path folder, Pattern results) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (results.matcher(name).matches()) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            throw WholeFile.unwritable(folder, "files of an earlier run that can be replaced", failure);
        }
    }
}
