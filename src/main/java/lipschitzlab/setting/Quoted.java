package lipschitzlab.setting;

import java.util.regex.Pattern;

/** What a person wrote, as a message shows it. */
public final class Quoted {
    private static final int SHOWN = 60;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}]+");

    private Quoted() {}

    /** A text in quotes, on one line; of a long one only its beginning. */
    public static String of(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= SHOWN;
        String shown = whole ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return "'" + BREAKS.matcher(shown).replaceAll(" ") + "'";
    }
}
