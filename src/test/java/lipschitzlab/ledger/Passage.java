package lipschitzlab.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paragraph, a row of a table or a key's text, on one line.
 *
 * @param heading that it stands under; empty for none
 * @param first the line in its file on which it begins
 * @param lines what stands on each line, without the blanks around it
 */
record Passage(String heading, int first, List<String> lines) {
    /** Code between backquotes, and where a link leads. */
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|<[^>]*>");

    /** Copies the list. */
    Passage {
        lines = List.copyOf(lines);
    }

    static Passage of(String heading, int line, String text) {
        return new Passage(heading, line, List.of(text.strip().replaceAll("\\s+", " ")));
    }

    /** All of it. */
    String text() {
        return String.join(" ", lines);
    }

    /** The same length, but code is blotted out. */
    String prose() {
        return CODE.matcher(text()).replaceAll(found -> "¤".repeat(found.group().length()));
    }

    /** Whether it is a row of a table. */
    boolean isRow() {
        return lines.get(0).startsWith("|");
    }

    /** The line in the file on which this place of the text stands. */
    int line(int place) {
        int line = first;
        int behind = 0;
        for (String each : lines) {
            behind += each.length() + 1;
            if (place < behind) {
                break;
            }
            line++;
        }
        return line;
    }

    /** The paragraphs and rows of a page in Markdown, without blocks of code. */
    static List<Passage> ofMarkdown(List<String> page) {
        List<Passage> passages = new ArrayList<>();
        List<String> open = new ArrayList<>();
        String heading = "";
        for (int i = 0; i <= page.size(); i++) {
            String line = i < page.size() ? page.get(i) : "";
            boolean code = line.startsWith("    ") && open.isEmpty();
            boolean alone = line.startsWith("|") || line.startsWith("#") || line.startsWith("- ");
            if (!open.isEmpty() && (line.isBlank() || alone)) {
                passages.add(new Passage(heading, i + 1 - open.size(), open));
                open = new ArrayList<>();
            }
            heading = line.startsWith("#") ? line.replaceFirst("^#+ ", "") : heading;
            if (!line.isBlank() && !code) {
                open.add(line.strip());
            }
            if (line.startsWith("|")) {
                passages.add(new Passage(heading, i + 1, open));
                open = new ArrayList<>();
            }
        }
        return passages;
    }
}
