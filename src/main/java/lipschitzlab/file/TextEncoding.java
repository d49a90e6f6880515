package lipschitzlab.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * In which encoding a text is written, told from how it begins. A spreadsheet's "Unicode text" is UTF-16, its plain CSV on
 * Windows the code page 1252; both are text as well as UTF-8 is.
 *
 * @param charset the encoding
 * @param mark how many bytes of a byte order mark come before the text
 */
public record TextEncoding(Charset charset, int mark) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** The encoding, or none if these bytes are no text. */
    public static Optional<TextEncoding> of(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3)).filter(encoding -> encoding.fits(start));
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2)).filter(encoding -> encoding.fits(start));
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2)).filter(encoding -> encoding.fits(start));
        }
        return unmarked(start);
    }

    private static Optional<TextEncoding> unmarked(byte[] start) {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, WINDOWS}) {
            TextEncoding encoding = new TextEncoding(charset, 0);
            boolean wide = encoding.unit() > 1;
            if (encoding.fits(start) && (!wide || encoding.decode(start).chars().allMatch(c -> c < 0x100))) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of these bytes are characters of a text; the last may be cut off. */
    private boolean fits(byte[] start) {
        CharBuffer characters = CharBuffer.allocate(start.length + 1);
        ByteBuffer bytes = ByteBuffer.wrap(start, mark, start.length - mark);
        boolean malformed = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, characters, false)
                .isError();
        return !malformed && characters.flip().chars().allMatch(TextEncoding::printable);
    }

    private static boolean printable(int character) {
        return character >= ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f';
    }

    private int unit() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE) ? 2 : 1;
    }

    /** The text behind the mark; what is no character becomes the replacement character. */
    public String decode(byte[] bytes) {
        return new String(bytes, mark, bytes.length - mark, charset);
    }

    /** The name for people. */
    public String title() {
        return charset.equals(WINDOWS) ? "Windows-1252" : charset.name();
    }
}
