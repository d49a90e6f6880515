package lipschitzlab.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.RegularFile;

/**
 * The text of a preset, of a lesson or of a paper's figure, and how messages name its lines.
 *
 * @param name the preset's, lesson's or figure's name
 * @param text without a byte order mark
 * @param places the place of each line, counted from 1
 */
public record PresetSource(String name, String text, IntFunction<Place> places) {
    private static final int MOST_BYTES = 1 << 20;

    /**
     * A file's text.
     *
     * @param shelf the kind of file that is expected
     * @throws InputException if it is no file, cannot be read, is larger than 1 MiB or is not UTF-8
     */
    public static PresetSource ofFile(Path file, Shelf shelf) {
        Path path = file.toAbsolutePath().normalize();
        byte[] bytes = new RegularFile(path, shelf.expected()).bytes(MOST_BYTES);
        Optional<Path> folder = Optional.ofNullable(path.getParent());
        IntFunction<Place> places = line -> new Place(path + ":" + line, folder);
        return new PresetSource(nameOf(path), decode(bytes, places), places);
    }

    /**
     * A bundled file's text.
     *
     * @throws InputException if the shelf has no file of this name
     */
    public static PresetSource bundled(String name, Shelf shelf) {
        String where = shelf.kind() + " " + name;
        IntFunction<Place> places = line -> Place.option(where + ", line " + line);
        try (InputStream in = PresetSource.class.getResourceAsStream(shelf.folder() + name + ".yaml")) {
            if (!shelf.names().contains(name) || in == null) {
                throw shelf.unknown(name);
            }
            return new PresetSource(name, decode(in.readAllBytes(), places), places);
        } catch (IOException failure) {
            throw new InputException(
                    where, shelf.expected(), "an error while reading it (" + failure + ")", "Install again.", failure);
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private static String decode(byte[] bytes, IntFunction<Place> places) {
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
