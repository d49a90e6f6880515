package lipschitzlab.plot.style;

import java.awt.Color;

/** How well two colours can be told apart by their lightness (WCAG 2.2, "contrast ratio"). */
public final class Contrast {
    /** What text needs before its background (WCAG 2.2, criterion 1.4.3). */
    public static final double OF_TEXT = 4.5;

    private static final double FLARE = 0.05;

    private Contrast() {}

    /**
     * The ratio of two opaque colours.
     *
     * @return from 1, for equal ones, to 21, for black and white
     */
    public static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + FLARE) / (Math.min(a, b) + FLARE);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
