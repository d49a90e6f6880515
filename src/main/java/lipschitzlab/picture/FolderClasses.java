package lipschitzlab.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes of pictures that lie in folders: a picture's class is the outermost folder around it by which pictures differ. Folders
 * that are around all pictures say nothing, and neither do those that only part a set, such as {@code train} and {@code test}; pictures
 * that lie beside the folders of the others are a class that is called after the folder that was opened.
 */
final class FolderClasses {
    private static final Set<String> PARTS =
            Set.of("train", "training", "test", "testing", "val", "valid", "validation", "eval", "dev");

    private static final Comparator<String> NUMBERS_BY_SIZE =
            Comparator.comparing(FolderClasses::digits).thenComparing(Comparator.naturalOrder());

    private FolderClasses() {}

    /**
     * The classes of pictures.
     *
     * @param opened the name of the folder that was opened
     * @param folders paths inside it, with {@code /} between folders; empty for the opened one itself
     * @param numbers for each picture, the place of its folder in {@code folders}, each of which has one
     */
    static LabelledPictures.Classes of(String opened, List<String> folders, int[] numbers) {
        List<List<String>> paths = new ArrayList<>();
        for (String folder : folders) {
            paths.add(Arrays.stream(folder.split("/"))
                    .filter(part -> !part.isEmpty() && !PARTS.contains(part.toLowerCase(Locale.ROOT)))
                    .toList());
        }
        int common = common(paths);
        List<String> ofFolder = paths.stream()
                .map(path -> path.size() > common ? path.get(common) : opened)
                .toList();
        Set<String> sorted = new TreeSet<>(NUMBERS_BY_SIZE);
        sorted.addAll(ofFolder);
        if (sorted.size() < 2) {
            return LabelledPictures.Classes.NONE;
        }
        List<String> names = List.copyOf(sorted);
        int[] label = ofFolder.stream().mapToInt(names::indexOf).toArray();
        return new LabelledPictures.Classes(
                names, Arrays.stream(numbers).map(folder -> label[folder]).toArray());
    }

    /** How many folders are around all. */
    private static int common(List<List<String>> paths) {
        int common = 0;
        while (true) {
            int next = common;
            if (paths.stream().anyMatch(path -> path.size() <= next)
                    || paths.stream().map(path -> path.get(next)).distinct().count() != 1) {
                return common;
            }
            common++;
        }
    }

    /** So that 10 comes after 9: how many digits a number has; 0 for what is no number, which comes first. */
    private static int digits(String name) {
        return name.matches("\\d+") ? name.length() : 0;
    }
}
