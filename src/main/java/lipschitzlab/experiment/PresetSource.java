package lipschitzlab.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import lipschitzlab.setting.InputException;

/**
 * The text of a preset, and how messages name its lines.
 *
 * @param name the preset's name
 * @param text without a byte order mark
 * @param places the place of each line, counted from 1
 */
record PresetSource(String name, String text, IntFunction<Place> places) {
    private static final int MOST_BYTES = 1 << 20;
    private static final String EXPECTED = "a preset (a YAML file)";

    /**
     * A file's text.
     *
     * @throws InputException if there is no such file, it cannot be read, is larger than 1 MiB or is not UTF-8
     */
    static PresetSource ofFile(Path file) {
        Path path = file.toAbsolutePath().normalize();
        requireFile(path);
        Optional<Path> folder = Optional.ofNullable(path.getParent());
        IntFunction<Place> places = line -> new Place(path + ":" + line, folder);
        try (InputStream in = Files.newInputStream(path)) {
            return new PresetSource(nameOf(path), decode(in, path.toString(), places), places);
        } catch (IOException failure) {
            throw new InputException(
                    path.toString(),
                    EXPECTED,
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
        IntFunction<Place> places = line -> Place.option("preset " + name + ", line " + line);
        try (InputStream in = PresetSource.class.getResourceAsStream("/presets/" + name + ".yaml")) {
            if (!Presets.names().contains(name) || in == null) {
                throw unknown(name);
            }
            return new PresetSource(name, decode(in, "preset " + name, places), places);
        } catch (IOException failure) {
            throw new InputException(
                    "preset " + name,
                    EXPECTED,
                    "an error while reading it (" + failure + ")",
                    "Install again.",
                    failure);
        }
    }

    private static InputException unknown(String name) {
        return new InputException(
                "preset",
                "a bundled preset (" + String.join(", ", Presets.names()) + ") or a file",
                "'" + name + "'",
                Suggestion.question(name, Presets.names()) + "A file's name ends in .yaml.");
    }

    private static void requireFile(Path path) {
        if (!Files.exists(path)) {
            throw new InputException(path.toString(), EXPECTED, "nothing there", "Check the path for a slip.");
        }
        if (Files.isDirectory(path)) {
            throw new InputException(
                    path.toString(), EXPECTED, "a folder", "Name the file inside it, such as run.yaml.");
        }
        if (!Files.isReadable(path)) {
            throw new InputException(
                    path.toString(), EXPECTED, "no permission to read it", "Give yourself the right to read it.");
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private static String decode(InputStream in, String where, IntFunction<Place> places) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InputException(where, EXPECTED + " of at most 1 MiB", "more", "Is this another file?");
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
