package lipschitzlab.dataset;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.TextEncoding;
import lipschitzlab.picture.IdxHeader;
import lipschitzlab.picture.UnreadableFormat;
import lipschitzlab.setting.InputException;

/**
 * The lines of a text file, one at a time, gzipped or not and in whatever encoding its beginning shows. A line and the whole
 * text are read up to a bound, since a small gzipped file may hold any number of characters.
 */
final class TextLines implements Closeable {
    private static final int LONGEST_LINE = 1 << 16;
    private static final long MAX_BYTES = 1L << 30;

    private final RegularFile file;
    private final TextEncoding encoding;
    private final BufferedReader characters;
    private final StringBuilder line = new StringBuilder();
    private int number;
    private long read;
    private boolean afterReturn;

    private TextLines(RegularFile file, TextEncoding encoding, boolean gzipped) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.characters = new BufferedReader(
                new InputStreamReader(bytes(gzipped), encoding.charset().newDecoder()));
    }

    /**
     * Opens a text.
     *
     * @throws InputException if the file is too large or no text; it is then named for what it is
     */
    static TextLines open(RegularFile file) {
        file.requireSize(file.size(), MAX_BYTES);
        FileHead head = FileHead.of(file);
        Optional<UnreadableFormat> other =
                IdxHeader.of(head.bytes()).map(IdxHeader::format).or(() -> UnreadableFormat.of(head));
        if (other.isPresent()) {
            String remedy = other.get().remedy();
            throw new InputException(
                    file.name(),
                    file.expected(),
                    other.get().words(),
                    remedy.isEmpty() ? "Choose the data kind idx for it." : remedy);
        }
        TextEncoding encoding = TextEncoding.of(head.bytes())
                .orElseThrow(() -> new InputException(
                        file.name(),
                        file.expected(),
                        "bytes that are no text",
                        "Save the table as CSV in UTF-8; a spreadsheet's own format is not read."));
        try {
            return new TextLines(file, encoding, head.gzipped());
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    private InputStream bytes(boolean gzipped) throws IOException {
        InputStream raw = new BufferedInputStream(file.open());
        try {
            InputStream bytes = gzipped ? new GZIPInputStream(raw, 1 << 16) : raw;
            bytes.skipNBytes(encoding.mark());
            return bytes;
        } catch (IOException failure) {
            raw.close();
            throw failure;
        }
    }

    /** How the text is written. */
    TextEncoding encoding() {
        return encoding;
    }

    /** The number of the line that {@link #next} gave last, counted from 1; 0 before the first. */
    int number() {
        return number;
    }

    /** The place of that line, for messages. */
    String place() {
        return file.name() + ", line " + number;
    }

    /**
     * The next line, without its end.
     *
     * @throws InputException if there is an error in reading it, or if it is too long
     */
    Optional<String> next() {
        number++;
        line.setLength(0);
        try {
            return read() ? Optional.of(line.toString()) : Optional.empty();
        } catch (CharacterCodingException notText) {
            throw refused(
                    "bytes that are not " + encoding.title() + " text", "Save the table as CSV in UTF-8.", notText);
        } catch (EOFException | ZipException broken) {
            throw refused("gzip data that break off or are broken", "Get a fresh copy of the file.", broken);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    /** Whether there was a line. */
    private boolean read() throws IOException {
        int first = character();
        if (first < 0) {
            return false;
        }
        for (int next = first; next >= 0 && !ends(next); next = character()) {
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw refused("a line of more than " + LONGEST_LINE + " characters", "Is this a table?", null);
            }
        }
        return true;
    }

    private static boolean ends(int character) {
        return character == '\n' || character == '\r';
    }

    /** The next character, −1 at the end; of the two at the end of a line on Windows, the first. */
    private int character() throws IOException {
        int next = characters.read();
        if (next == '\n' && afterReturn) {
            next = characters.read();
        }
        afterReturn = next == '\r';
        read++;
        if (read > MAX_BYTES) {
            throw refused(
                    "more than " + RegularFile.inWords(MAX_BYTES) + " of text", "Take a part of the table.", null);
        }
        return next;
    }

    private InputException refused(String found, String remedy, Exception cause) {
        return new InputException(place(), file.expected(), found, remedy, cause);
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
