package lipschitzlab.plot;

/** A lane's title as a legend has room for it: titles may be any text. */
final class LegendText {
    private static final int LONGEST = 60;

    private LegendText() {}

    /** The title, or the beginning of a long one with an ellipsis. */
    static String of(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }
}
