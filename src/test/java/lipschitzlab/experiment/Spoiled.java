package lipschitzlab.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Files as a slip of the hand, or ill will, leaves them: bundled ones with some of their text changed. */
public final class Spoiled {
    /** What means something in YAML, in expressions, in numbers or in paths. */
    private static final List<String> PIECES = List.of(
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "#",
            " # ",
            "&a ",
            "*a",
            "!!int ",
            "|",
            ">",
            "---\n",
            "%YAML 9\n",
            "?",
            ",",
            "~",
            "null",
            "true",
            "NaN",
            "1e999",
            "-1",
            "0",
            "1e-999",
            "0x10",
            "9".repeat(400),
            ".5",
            "+",
            "*",
            "/",
            "^",
            "(",
            ")",
            "((",
            "&&",
            "||",
            "!",
            "<",
            "==",
            "max(",
            "if(",
            "at(\"",
            "\\",
            "..",
            "/dev/zero",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "λ",
            "🎲",
            "\u2028",
            "\u0085",
            "a".repeat(5000),
            "title",
            "lanes",
            "constraint",
            "set");

    private Spoiled() {}

    /** A bundled file's text. */
    public static String bundled(String path) {
        try (InputStream in = Spoiled.class.getResourceAsStream("/presets/" + path + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Any of these texts with one to four changes. */
    public static Arbitrary<String> of(List<String> texts) {
        return Arbitraries.randomValue(random -> {
            String text = texts.get(random.nextInt(texts.size()));
            for (int change = random.nextInt(4); change >= 0; change--) {
                text = changed(text, random);
            }
            return text;
        });
    }

    private static String changed(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + piece + text.substring(from);
            case 2 -> text.substring(0, from) + piece + text.substring(to);
            case 3 -> text.substring(0, from) + text.substring(from, to).repeat(2) + text.substring(to);
            case 4 -> text.substring(0, from);
            default -> linesSwapped(text, random);
        };
    }

    private static String linesSwapped(String text, Random random) {
        List<String> lines = text.lines().collect(Collectors.toList());
        if (!lines.isEmpty()) {
            java.util.Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        }
        return String.join("\n", lines) + "\n";
    }
}
