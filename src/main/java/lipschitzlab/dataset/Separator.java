package lipschitzlab.dataset;

import java.util.ArrayList;
import java.util.List;

/** What stands between two cells of a line. */
enum Separator {
    SEMICOLON("semicolon", "semicolons", ';'),
    TAB("tab", "tabs", '\t'),
    COMMA("comma", "commas", ','),
    /** One or more spaces or tabs; also before the first cell and behind the last, as programs align columns. */
    SPACE("space", "spaces", ' ');

    private static final char QUOTE = '"';

    private final String id;
    private final String plural;
    private final char sign;

    Separator(String id, String plural, char sign) {
        this.id = id;
        this.plural = plural;
        this.sign = sign;
    }

    /**
     * One cell.
     *
     * @param text without quotes and without spaces around it
     * @param quoted whether it stood in quotes
     */
    record Cell(String text, boolean quoted) {}

    /** The name in presets. */
    String id() {
        return id;
    }

    /** The name of several. */
    String plural() {
        return plural;
    }

    /** The separator of this name. */
    static Separator of(String id) {
        for (Separator separator : values()) {
            if (separator.id.equals(id)) {
                return separator;
            }
        }
        throw new IllegalArgumentException("no separator '" + id + "'");
    }

    /** The separator that is this sign, as the line {@code sep=;} at a spreadsheet's top names it. */
    static List<Separator> ofSign(char sign) {
        return List.of(values()).stream()
                .filter(separator -> separator.sign == sign)
                .toList();
    }

    /** The cells of a line, in which a quoted cell may hold the separator and a quote in it is written twice. */
    List<Cell> cells(String line) {
        String text = this == SPACE ? line.strip() : line;
        List<Cell> cells = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int first = blanks(text, start);
            boolean quoted = first < text.length() && text.charAt(first) == QUOTE;
            int end = separatorFrom(text, quoted ? closingQuote(text, first) : first);
            String cell = text.substring(Math.min(first, end), end).strip();
            cells.add(quoted ? new Cell(unquoted(cell), true) : new Cell(cell, false));
            start = this == SPACE && end < text.length() ? blanks(text, end) : end + 1;
        }
        return cells;
    }

    /** Where the blanks that begin here end; a tab that separates is none. */
    private int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && !ends(text.charAt(at)) && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a character ends a cell even where blanks are passed over. */
    private boolean ends(char character) {
        return this != SPACE && character == sign;
    }

    private static int closingQuote(String text, int opening) {
        int at = opening + 1;
        while (at < text.length()) {
            if (text.charAt(at) != QUOTE) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return text.length();
    }

    private int separatorFrom(String text, int from) {
        int at = from;
        while (at < text.length() && !separates(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean separates(char character) {
        return this == SPACE ? Character.isWhitespace(character) : character == sign;
    }

    private static String unquoted(String cell) {
        boolean closed = cell.length() > 1 && cell.charAt(cell.length() - 1) == QUOTE;
        return (closed ? cell.substring(1, cell.length() - 1) : cell)
                .replace("\"\"", "\"")
                .strip();
    }
}
