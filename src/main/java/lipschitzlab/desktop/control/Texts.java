package lipschitzlab.desktop.control;

import java.util.Locale;

/** Numbers as the window writes them. */
public final class Texts {
    private Texts() {}

    /** A whole number with its thousands set apart: 3,000. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number to three digits: 0.0123, 1.23, 412, 1.2e+05. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** A share as per cent: 64 %. */
    public static String percent(double share) {
        return Double.isFinite(share) ? Math.round(100 * share) + " %" : "–";
    }

    /** A time such as {@code 4 minutes} or {@code 1 h 20 min}. */
    public static String minutes(double seconds) {
        long minutes = Math.max(1, Math.round(seconds / 60));
        if (minutes >= 60) {
            return minutes / 60 + " h " + minutes % 60 + " min";
        }
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }

    /** A label in the middle of a sentence. */
    public static String startingSmall(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
