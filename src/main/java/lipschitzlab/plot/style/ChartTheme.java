package lipschitzlab.plot.style;

import java.awt.Color;
import java.awt.Font;

/** Colours and fonts of everything that is drawn. Fonts are logical, so that every machine has them. */
public enum ChartTheme {
    /** Ink on paper. */
    LIGHT(new Color(0xFFFFFF), new Color(0x1F2328), new Color(0x59636E), new Color(0xE3E6EA), 0.33, 0.655),
    /** For a dark window or a dim lecture hall. */
    DARK(new Color(0x16191D), new Color(0xE8EAED), new Color(0xA0A8B1), new Color(0x30363D), 0.535, 0.88);

    /** Of eight times the perceived lightness (0 to 255). */
    private static final int DARK_HUE = 8 * 130;

    private static final double LIGHTENING = 0.25;
    private static final double TEXT_STEP = 0.02;

    private final Color background;
    private final Color foreground;
    private final Color secondary;
    private final Color grid;
    private final double darkestShade;
    private final double lightestShade;

    ChartTheme(
            Color background,
            Color foreground,
            Color secondary,
            Color grid,
            double darkestShade,
            double lightestShade) {
        this.background = background;
        this.foreground = foreground;
        this.secondary = secondary;
        this.grid = grid;
        this.darkestShade = darkestShade;
        this.lightestShade = lightestShade;
    }

    /** Behind everything. */
    public Color background() {
        return background;
    }

    /** Titles, and real data. */
    public Color foreground() {
        return foreground;
    }

    /** Axis labels, ticks and notes. */
    public Color secondary() {
        return secondary;
    }

    /** Grid lines and axes. */
    public Color grid() {
        return grid;
    }

    /** The least lightness, as OKLab has it from 0 to 1, of lines of a method's other lanes. */
    double darkestShade() {
        return darkestShade;
    }

    /** The greatest lightness of lines of a method's other lanes: 3 to 1 from the background, as {@link #darkestShade} is. */
    double lightestShade() {
        return lightestShade;
    }

    /** A lane's hue for lines and points: a dark one is lightened before a dark background. */
    public Color ink(Color hue) {
        int sum = 2 * hue.getRed() + 5 * hue.getGreen() + hue.getBlue();
        return this == DARK && sum < DARK_HUE ? mix(hue, Color.WHITE, LIGHTENING) : hue;
    }

    /** A line's ink for words on the background: so much darker, or before a dark background lighter, that they can be read. */
    public Color textInk(Color line) {
        Color end = this == DARK ? Color.WHITE : Color.BLACK;
        Color ink = line;
        for (int step = 1; Contrast.ratio(ink, background) < Contrast.OF_TEXT; step++) {
            ink = mix(line, end, TEXT_STEP * step);
        }
        return ink;
    }

    private static Color mix(Color hue, Color end, double share) {
        return new Color(
                mix(hue.getRed(), end.getRed(), share),
                mix(hue.getGreen(), end.getGreen(), share),
                mix(hue.getBlue(), end.getBlue(), share));
    }

    private static int mix(int hue, int end, double share) {
        return (int) Math.round(hue + share * (end - hue));
    }

    /** Of a chart's title. */
    public Font titleFont() {
        return new Font(Font.SANS_SERIF, Font.BOLD, 14);
    }

    /** Of axis labels and the legend. */
    public Font labelFont() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }

    /** Of tick labels and notes. */
    public Font smallFont() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    }
}
