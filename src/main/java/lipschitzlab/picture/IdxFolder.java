package lipschitzlab.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.file.FolderEntries;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/** Finds the pictures in a folder laid out as MNIST is published, or in a folder inside it. */
public final class IdxFolder {
    private static final String EXPECTED = "an IDX file of pictures, or a folder that holds one";

    /** How the files are called that are looked for. */
    public static final List<String> NAMES = names();

    /** How many entries of a folder are looked at, so that one of a million files is answered at once. */
    private static final int LOOKED_AT = 1000;

    private IdxFolder() {}

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

    /**
     * The pictures in a folder, those for training first, or in one of the folders inside it.
     *
     * @throws InputException if several of the folders inside hold pictures, or if it cannot be read
     */
    public static Optional<Path> find(Path folder) {
        return inside(folder).or(() -> oneLevelDeeper(folder));
    }

    private static Optional<Path> inside(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    private static Optional<Path> oneLevelDeeper(Path folder) {
        List<Path> found = FolderEntries.of(folder, LOOKED_AT, EXPECTED).stream()
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
}
