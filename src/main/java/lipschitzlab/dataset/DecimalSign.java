package lipschitzlab.dataset;

import java.util.regex.Pattern;

/** What stands before decimals. Numbers are read as tables write them, never as a programming language would (0x1p3, 1d). */
enum DecimalSign {
    POINT("point", "points", "\\d+(\\.\\d*)?|\\.\\d+"),
    COMMA("comma", "commas", "\\d+(,\\d+)?|,\\d+");

    /** Whole numbers, which any decimal sign allows. */
    private static final Pattern WHOLE = Pattern.compile("[-+\u2212]?\\d+");

    /** No program writes a number that is longer. */
    private static final int LONGEST = 400;

    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+\u2212]?(nan|inf|infinity|∞)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MISSING = Pattern.compile("(|na|n/a|null|none|missing|-)", Pattern.CASE_INSENSITIVE);

    /** A number that a comma between thousands would look like as well. */
    private static final Pattern GROUPS = Pattern.compile("[-+\u2212]?[1-9]\\d{0,2},\\d{3}");

    private final String id;
    private final String plural;
    private final Pattern number;

    DecimalSign(String id, String plural, String digits) {
        this.id = id;
        this.plural = plural;
        this.number = Pattern.compile("[-+\u2212]?(" + digits + ")([eE][-+\u2212]?\\d+)?");
    }

    /** The name in presets. */
    String id() {
        return id;
    }

    /** The name of several. */
    String plural() {
        return plural;
    }

    /** The sign of this name. */
    static DecimalSign of(String id) {
        return id.equals(COMMA.id) ? COMMA : POINT;
    }

    /** Whether a text is a number with this sign, or a whole one. */
    boolean matches(String text) {
        return text.length() <= LONGEST && number.matcher(text).matches();
    }

    /** Whether a text is a number with this sign and with no other. */
    boolean only(String text) {
        return matches(text) && !(this == POINT ? COMMA : POINT).matches(text);
    }

    /** Whether a text is a number with either sign. */
    static boolean isNumber(String text) {
        return POINT.matches(text) || COMMA.matches(text);
    }

    /** Whether a text is a whole number without an exponent. */
    static boolean isWhole(String text) {
        return text.length() <= LONGEST && WHOLE.matcher(text).matches();
    }

    /** Whether a text is written where a number is missing or none, as an empty cell, NA or NaN. */
    static boolean isMissing(String text) {
        return isNotFinite(text) || MISSING.matcher(text).matches();
    }

    /** Whether a text is NaN or infinite. */
    static boolean isNotFinite(String text) {
        return NOT_FINITE.matcher(text).matches();
    }

    /** Whether the comma in a text could stand between thousands as well. */
    static boolean couldBeThousands(String text) {
        return GROUPS.matcher(text).matches();
    }

    /** The number that a text {@linkplain #matches is}. */
    double value(String text) {
        return Double.parseDouble(text.replace(',', '.').replace('\u2212', '-'));
    }
}
