package lipschitzlab.desktop.control;

import javafx.scene.paint.Color;

/** Colours of charts as JavaFX wants them. */
public final class Colours {
    private Colours() {}

    public static Color of(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha() / 255.0);
    }

    /** An opaque colour for a style sheet: #0072b2. */
    public static String css(java.awt.Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
