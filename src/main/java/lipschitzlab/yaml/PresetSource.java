package lipschitzlab.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/**
 * The text of a preset, of a lesson or of a paper's figure, and how messages name its lines.
 *
 * @param name the preset's, lesson's or figure's name
 * @param text without a byte order mark
 * @param locations the location of each line, counted from 1
 */
public record PresetSource(String name, String text, IntFunction<SourceLocation> locations) {
    private static final int MAX_BYTES = 1 << 20;

    /**
     * A file's text.
     *
     * @param files the kind of file that is expected
     * @throws InputException if it is no file, cannot be read, is larger than 1 MiB or is not UTF-8
     */
    public static PresetSource ofFile(Path file, BundledFiles files) {
        Path path = file.toAbsolutePath().normalize();
        byte[] bytes = new RegularFile(path, files.expected()).bytes(MAX_BYTES);
        Optional<Path> folder = Optional.ofNullable(path.getParent());
        IntFunction<SourceLocation> locations = line -> new SourceLocation(path + ":" + line, folder);
        return new PresetSource(nameOf(path), decode(bytes, locations), locations);
    }

    /**
     * A bundled file's text.
     *
     * @throws InputException if there is no bundled file of this name
     */
    public static PresetSource bundled(String name, BundledFiles files) {
        String where = files.kind() + " " + name;
        IntFunction<SourceLocation> locations = line -> SourceLocation.option(where + ", line " + line);
        try (InputStream in = PresetSource.class.getResourceAsStream(files.folder() + name + ".yaml")) {
            if (!files.names().contains(name) || in == null) {
                throw files.unknown(name);
            }
            return new PresetSource(name, decode(in.readAllBytes(), locations), locations);
        } catch (IOException failure) {
            throw new InputException(
                    where, files.expected(), "an error while reading it (" + failure + ")", "Install again.", failure);
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replaceFirst("(\\.lab)?\\.ya?ml$", "");
    }

    private static String decode(byte[] bytes, IntFunction<SourceLocation> locations) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length + 1);
        if (StandardCharsets.UTF_8.newDecoder().decode(from, to, true).isError()) {
            throw notUtf8(bytes, from.position(), locations);
        }
        return to.flip().toString().replaceFirst("^\uFEFF", "");
    }

    private static InputException notUtf8(byte[] bytes, int position, IntFunction<SourceLocation> locations) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new InputException(
                locations.apply(line).text(),
                "text in UTF-8",
                String.format("the byte 0x%02X, which is none", bytes[position]),
                "Save the file as UTF-8.");
    }
}
