package lipschitzlab.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lipschitzlab.setting.InputException;

/** Prepares folders for results, so that one that cannot be used is refused before the work and not after it. */
public final class OutputFolder {
    private static final int PROBE_BYTES = 64 * 1024;
    private static final int DEPTH = 3;

    /** More than any record has. */
    private static final int MAX_BYTES = 1 << 20;

    private OutputFolder() {}

    /**
     * What shows that the lab wrote into a folder before.
     *
     * @param file the name of a file that it writes early
     * @param text what stands in it
     */
    public record Marker(String file, String text) {
        private boolean isIn(Path folder) throws IOException {
            Path shown = folder.resolve(file);
            if (!Files.isRegularFile(shown)) {
                return false;
            }
            try (InputStream in = Files.newInputStream(shown)) {
                return new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1).contains(text);
            }
        }
    }

    /**
     * Makes a folder if it does not exist.
     *
     * @param force whether a folder that holds something is used all the same: earlier results are then removed, other files
     *     stay
     * @param results the names of results, relative to the folder, with slashes
     * @param marker without which a file of such a name is no result of the lab, and is not touched
     * @throws InputException if the folder holds something and {@code force} is not given, if a file that the lab did not make
     *     is in the way, or if the folder cannot be written
     */
    public static void prepare(Path path, boolean force, Pattern results, Marker marker) {
        try {
            Files.createDirectories(path);
            if (!force && !isEmpty(path)) {
                throw new InputException(
                        path.toString(),
                        "a new or empty folder",
                        "one that holds files",
                        "Choose another folder (--out or --trace), or replace the run that it holds (--force).");
            }
            List<Path> earlier = earlier(path, results);
            if (!earlier.isEmpty() && !marker.isIn(path)) {
                throw new InputException(
                        earlier.get(0).toString(),
                        "a result of an earlier run, or nothing of that name",
                        "a file in a folder that the lab did not write (its " + marker.file() + " is not there)",
                        "Move the file away, or choose another folder (--out or --trace).");
            }
            probe(path);
            for (Path file : earlier) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw WholeFile.unwritable(path, "a folder that can be written", failure);
        }
    }

    /**
     * Makes sure that a folder is there and can be written.
     *
     * @throws InputException if it is not
     */
    public static void requireWritable(Path path) {
        if (!Files.isDirectory(path)) {
            throw new InputException(
                    path.toString(),
                    "a folder",
                    Files.exists(path) ? "a file" : "nothing",
                    "Choose the folder of a run.");
        }
        try {
            probe(path);
        } catch (IOException failure) {
            throw WholeFile.unwritable(path, "a folder that can be written", failure);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Fails now rather than after an hour of training, and before anything is removed. */
    private static void probe(Path folder) throws IOException {
        Path probe = WholeFile.createBeside(folder.resolve("probe"));
        try {
            Files.write(probe, new byte[PROBE_BYTES]);
        } finally {
            Files.delete(probe);
        }
    }

    /** Results that are there: two runs in one folder could not be told apart afterwards. */
    private static List<Path> earlier(Path folder, Pattern results) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> results.matcher(
                                    folder.relativize(file).toString().replace('\\', '/'))
                            .matches())
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
