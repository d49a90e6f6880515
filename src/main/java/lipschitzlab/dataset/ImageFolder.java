package lipschitzlab.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/** Finds the pictures in a folder laid out as MNIST is published, or in a folder inside it. */
final class ImageFolder {
    private static final String EXPECTED = "an IDX file of pictures, or a folder that holds one";
    private static final List<String> NAMES = names();

    /** How many entries of a folder are looked at, so that one of a million files is answered at once. */
    private static final int LOOKED_AT = 1000;

    private ImageFolder() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String part : List.of("train", "t10k")) {
            for (String separator : List.of("-", ".")) {
                for (String end : List.of("", ".gz")) {
                    names.add(part + "-images" + separator + "idx3-ubyte" + end);
                }
            }
        }
        return List.copyOf(names);
    }

    /** The path itself if it is a file, otherwise the pictures in that folder, those for training first. */
    static Path imagesAt(Path path) {
        RegularFile.requireReadable(path, EXPECTED);
        if (!Files.isDirectory(path)) {
            return path;
        }
        return find(path)
                .orElseThrow(() -> new InputException(
                        RegularFile.name(path),
                        "a folder with one of the files " + String.join(", ", NAMES),
                        "none of them, but " + description(path),
                        "Choose the folder that holds the pictures, or the file itself, whatever its name."));
    }

    /**
     * The pictures in a folder or in one of the folders inside it.
     *
     * @throws InputException if several of the folders inside hold pictures, or if it cannot be read
     */
    static Optional<Path> find(Path folder) {
        return inside(folder).or(() -> oneLevelDeeper(folder));
    }

    private static Optional<Path> inside(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    private static Optional<Path> oneLevelDeeper(Path folder) {
        List<Path> found = entries(folder).stream()
                .filter(Files::isDirectory)
                .flatMap(inner -> inside(inner).stream())
                .toList();
        if (found.size() > 1) {
            String names = String.join(
                    ", ",
                    found.stream()
                            .map(file -> folder.relativize(file).toString())
                            .toList());
            throw new InputException(
                    RegularFile.name(folder), EXPECTED, "several: " + names, "Choose one of them, or its folder.");
        }
        return found.stream().findFirst();
    }

    /** What a folder without pictures holds, in words. */
    static String description(Path folder) {
        List<Path> entries = entries(folder);
        Optional<Path> file = entries.stream().filter(Files::isRegularFile).findFirst();
        long files = entries.stream().filter(Files::isRegularFile).count();
        long folders = entries.stream().filter(Files::isDirectory).count();
        if (entries.isEmpty()) {
            return "an empty folder";
        }
        String counts =
                files + (files == 1 ? " file" : " files") + " and " + folders + (folders == 1 ? " folder" : " folders");
        return "a folder with " + (entries.size() < LOOKED_AT ? "" : "more than ") + counts
                + file.filter(Files::isReadable)
                        .map(first -> ", such as " + first.getFileName() + ", "
                                + DataFile.at(first).words())
                        .orElse("");
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(LOOKED_AT).sorted().toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new InputException(
                    RegularFile.name(folder),
                    EXPECTED,
                    "an error while looking into it (" + failure + ")",
                    "Check the disk.",
                    failure);
        }
    }
}
