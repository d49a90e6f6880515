package lipschitzlab.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The pictures of a file or a folder, with the class of each where there are classes.
 *
 * @param labels places in {@code classNames}, one for each picture; none at all where there are no classes; not to be changed
 * @param classNames in the order of the labels
 * @param notes what was found out while they were read, for a person: sentences
 */
public record LabelledPictures(PictureBytes bytes, int[] labels, List<String> classNames, List<String> notes) {
    /** The fewest that are read: one to train on, and one to measure with. */
    public static final int FEWEST = 2;

    /** How many classes are named. */
    private static final int NAMED = 10;

    /** Copies the lists. */
    public LabelledPictures {
        classNames = List.copyOf(classNames);
        notes = List.copyOf(notes);
        if (labels.length != (classNames.isEmpty() ? 0 : bytes.count())) {
            throw new IllegalArgumentException("expected a label for each of " + bytes.count() + " pictures in "
                    + classNames.size() + " classes, found " + labels.length);
        }
    }

    /** Pictures and their classes, after the note of what they are. */
    static LabelledPictures of(String source, PictureBytes bytes, Classes classes, String form, List<String> more) {
        List<String> notes = new ArrayList<>();
        notes.add(note(source, bytes.count(), classes.occurring(), form));
        notes.addAll(more);
        return new LabelledPictures(bytes, classes.labels(), classes.names(), notes);
    }

    private static String note(String source, int count, Collection<String> classes, String form) {
        String named = classes.stream().limit(NAMED).collect(Collectors.joining(", "));
        String many = classes.size() > NAMED ? ", …" : "";
        String among = classes.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " in %,d %s (%s%s)",
                        classes.size(),
                        classes.size() == 1 ? "class" : "classes",
                        named,
                        many);
        return String.format(Locale.ROOT, "%s: %,d pictures%s, as %s.", source, count, among, form);
    }

    /**
     * The classes of some pictures.
     *
     * @param names in the order of the labels
     * @param labels one for each picture; none where there are no classes
     */
    record Classes(List<String> names, int[] labels) {
        /** Of pictures without classes. */
        static final Classes NONE = new Classes(List.of(), new int[0]);

        /** The names of those that have a picture. */
        List<String> occurring() {
            return Arrays.stream(labels)
                    .distinct()
                    .sorted()
                    .mapToObj(names::get)
                    .toList();
        }
    }
}
