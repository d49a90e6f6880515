package lipschitzlab.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import lipschitzlab.setting.InputException;

/**
 * The text of a preset, of a lesson or of a paper's figure, and how messages name its lines.
 *
 * @param name the preset's, lesson's or figure's name
 * @param text without a byte order mark
 * @param places the place of each line, counted from 1
 */
record PresetSource(String name, String text, IntFunction<Place> places) {
    private static final int MOST_BYTES = 1 << 20;

    /** What comes with the program in one folder of its jar. */
    private record Shelf(String kind, String folder, List<String> names) {
        static Shelf presets() {
            return new Shelf("preset", "/presets/", Presets.names());
        }

        static Shelf lessons() {
            return new Shelf("lesson", "/presets/lessons/", Lessons.names());
        }

        static Shelf figures() {
            return new Shelf("figure", "/presets/", PaperFigures.names());
        }

        String expected() {
            return "a " + kind + " (a YAML file)";
        }

        InputException unknown(String name) {
            return new InputException(
                    kind,
                    "a bundled " + kind + " (" + String.join(", ", names) + ") or a file",
                    "'" + name + "'",
                    Suggestion.question(name, names) + "A file's name ends in .yaml.");
        }
    }

    /**
     * A file's text.
     *
     * @throws InputException if there is no such file, it cannot be read, is larger than 1 MiB or is not UTF-8
     */
    static PresetSource ofFile(Path file) {
        return ofFile(file, Shelf.presets());
    }

    /** As {@link #ofFile}, for a lesson. */
    static PresetSource ofLessonFile(Path file) {
        return ofFile(file, Shelf.lessons());
    }

    /** As {@link #ofFile}, for a paper's figure. */
    static PresetSource ofFigureFile(Path file) {
        return ofFile(file, Shelf.figures());
    }

    private static PresetSource ofFile(Path file, Shelf shelf) {
        Path path = file.toAbsolutePath().normalize();
        requireFile(path, shelf.expected());
        Optional<Path> folder = Optional.ofNullable(path.getParent());
        IntFunction<Place> places = line -> new Place(path + ":" + line, folder);
        try (InputStream in = Files.newInputStream(path)) {
            return new PresetSource(nameOf(path), decode(in, path.toString(), shelf.expected(), places), places);
        } catch (IOException failure) {
            throw new InputException(
                    path.toString(),
                    shelf.expected(),
                    "an error while reading it (" + failure + ")",
                    "Check the disk.",
                    failure);
        }
    }

    /**
     * A bundled preset's text.
     *
     * @throws InputException if no preset of this name is bundled
     */
    static PresetSource bundled(String name) {
        return bundled(name, Shelf.presets());
    }

    /** As {@link #bundled}, of a lesson. */
    static PresetSource bundledLesson(String name) {
        return bundled(name, Shelf.lessons());
    }

    /** As {@link #bundled}, of a paper's figure. */
    static PresetSource bundledFigure(String name) {
        return bundled(name, Shelf.figures());
    }

    private static PresetSource bundled(String name, Shelf shelf) {
        String where = shelf.kind() + " " + name;
        IntFunction<Place> places = line -> Place.option(where + ", line " + line);
        try (InputStream in = PresetSource.class.getResourceAsStream(shelf.folder() + name + ".yaml")) {
            if (!shelf.names().contains(name) || in == null) {
                throw shelf.unknown(name);
            }
            return new PresetSource(name, decode(in, where, shelf.expected(), places), places);
        } catch (IOException failure) {
            throw new InputException(
                    where, shelf.expected(), "an error while reading it (" + failure + ")", "Install again.", failure);
        }
    }

    private static void requireFile(Path path, String expected) {
        if (!Files.exists(path)) {
            throw new InputException(path.toString(), expected, "nothing there", "Check the path for a slip.");
        }
        if (Files.isDirectory(path)) {
            throw new InputException(
                    path.toString(), expected, "a folder", "Name the file inside it, such as run.yaml.");
        }
        if (!Files.isReadable(path)) {
            throw new InputException(
                    path.toString(), expected, "no permission to read it", "Give yourself the right to read it.");
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private static String decode(InputStream in, String where, String expected, IntFunction<Place> places)
            throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InputException(where, expected + " of at most 1 MiB", "more", "Is this another file?");
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length + 1);
        if (StandardCharsets.UTF_8.newDecoder().decode(from, to, true).isError()) {
            throw notUtf8(bytes, from.position(), places);
        }
        return to.flip().toString().replaceFirst("^\uFEFF", "");
    }

    private static InputException notUtf8(byte[] bytes, int position, IntFunction<Place> places) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new InputException(
                places.apply(line).text(),
                "text in UTF-8",
                String.format("the byte 0x%02X, which is none", bytes[position]),
                "Save the file as UTF-8.");
    }
}
