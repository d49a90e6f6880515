package lipschitzlab.picture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lipschitzlab.file.RegularFile;

/**
 * What EMNIST's labels stand for: a file {@code emnist-…-mapping.txt}, each of whose lines has a label and the codes of its characters, of
 * which the first is taken (Cohen et al. 2017).
 */
final class EmnistMapping {
    private static final Pattern LINE = Pattern.compile("(\\d{1,3}) (\\d{2,3})( \\d{2,3})*");
    private static final int MAX_BYTES = 1 << 14;

    private EmnistMapping() {}

    /** The characters by label; empty where no such file lies beside the pictures. */
    static Map<Integer, String> beside(Path pictures) {
        return file(pictures).map(EmnistMapping::read).orElse(Map.of());
    }

    /** {@code emnist-letters-mapping.txt} of {@code emnist-letters-train-images-idx3-ubyte.gz}. */
    private static Optional<Path> file(Path pictures) {
        String name = String.valueOf(pictures.getFileName());
        String set = name.replaceFirst("(?i)[-._](train|test)[-._].*$", "");
        return Optional.of(pictures.resolveSibling(set + "-mapping.txt")).filter(Files::isReadable);
    }

    private static Map<Integer, String> read(Path file) {
        byte[] text = new RegularFile(file, "EMNIST's labels and their characters").bytes(MAX_BYTES);
        Map<Integer, String> names = new HashMap<>();
        for (String line : new String(text, StandardCharsets.US_ASCII).lines().toList()) {
            Matcher numbers = LINE.matcher(line.strip());
            if (numbers.matches()) {
                names.put(Integer.parseInt(numbers.group(1)), Character.toString(Integer.parseInt(numbers.group(2))));
            }
        }
        return names;
    }
}
