package lipschitzlab.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.FolderEntries;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/**
 * Finds the pictures in a folder laid out as MNIST and its relatives are published: a file with {@code idx3} in its name, in the folder
 * or in one inside it.
 */
public final class IdxFolder {
    /** What may be in a folder, for messages. */
    public static final String EXPECTED =
            "a folder with IDX pictures, such as train-images-idx3-ubyte.gz or emnist-letters-train-images-idx3-ubyte";

    private static final Pattern NAME = Pattern.compile("(?i).*idx3.*");

    /** How many entries of a folder are looked at, so that one of a million files is answered at once. */
    private static final int LOOKED_AT = 1000;

    /** How many folders are. */
    private static final int FOLDERS = 50;

    /** How many entries of each of these. */
    private static final int INSIDE = 200;

    /** How deep. */
    private static final int LEVELS = 4;

    private IdxFolder() {}

    /**
     * The pictures in a folder, those for training first; those of the outermost folder that has any.
     *
     * @throws InputException if several sets of pictures lie there, or if it cannot be read
     */
    public static Optional<Path> find(Path folder) {
        List<Path> level = List.of(folder);
        for (int depth = 0; depth < LEVELS && !level.isEmpty(); depth++) {
            int most = depth == 0 ? LOOKED_AT : INSIDE;
            List<Path> entries = level.stream()
                    .limit(FOLDERS)
                    .flatMap(each -> FolderEntries.of(each, most, EXPECTED).stream())
                    .filter(each -> FolderEntries.visible(each.getFileName()))
                    .toList();
            List<Path> found = entries.stream()
                    .filter(file ->
                            NAME.matcher(name(file)).matches() && !name(file).contains("label"))
                    .filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(one(folder, found));
            }
            level = entries.stream()
                    .filter(each -> Files.isDirectory(each) && Files.isReadable(each))
                    .toList();
        }
        return Optional.empty();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static Path one(Path folder, List<Path> named) {
        List<Path> sound = named.stream().filter(IdxFolder::pictures).toList();
        List<Path> found = sound.isEmpty() ? named : sound;
        List<Path> training =
                found.stream().filter(file -> name(file).contains("train")).toList();
        // The same file packed and unpacked, or with a dot and with a hyphen, counts once.
        TreeMap<String, Path> sets = new TreeMap<>();
        for (Path file : training.isEmpty() ? found : training) {
            String set = file.getParent()
                    + "/"
                    + name(file).replaceFirst("\\.gz$", "").replaceAll("[._]", "-");
            sets.putIfAbsent(set, file);
        }
        List<Path> candidates = new ArrayList<>(sets.values());
        if (candidates.size() > 1) {
            String names = String.join(
                    ", ",
                    candidates.stream()
                            .map(file -> folder.relativize(file).toString())
                            .toList());
            throw new InputException(
                    RegularFile.name(folder), EXPECTED, "several: " + names, "Choose one of them, or its folder.");
        }
        return candidates.get(0);
    }

    private static boolean pictures(Path file) {
        return IdxHeader.of(FileHead.of(new RegularFile(file, EXPECTED)).bytes())
                .filter(IdxHeader::pictures)
                .isPresent();
    }
}
