package lipschitzlab.plot.grid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lipschitzlab.compute.Shape;
import lipschitzlab.setting.InputException;

/**
 * How many pictures stand in a grid, and how large each of their pixels is.
 *
 * @param rows 1 or more
 * @param columns 1 or more
 * @param scale pixels of the grid for a pixel of a picture
 */
public record GridLayout(int rows, int columns, int scale) {
    /** Rows and columns where nobody asks for others: as many pictures as a card shows. */
    public static final String USUAL = "8x8";

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,4})\\s*[x×,]\\s*(\\d{1,4})\\s*");
    private static final int MAX_SIDE = 100;
    private static final int MAX_SCALE = 32;

    /** The longer side of a grid that is not to be enlarged any more, in pixels. */
    private static final int LARGE = 700;

    /** A grid of more pixels than this, the bytes of a 16,000 by 4,000 one, is left to a smaller scale. */
    private static final long MAX_PIXELS = 64_000_000;

    /**
     * Rows and columns as a person types them, such as {@code 4x8}.
     *
     * @param where what is wrong if it cannot be read
     * @param scale as typed; empty for one that suits the pictures
     * @param sample {@code [channel, height, width]}
     * @throws InputException if they are none, or too many
     */
    public static GridLayout parse(String where, String text, String scale, Shape sample) {
        Matcher matcher = FORM.matcher(text);
        int rows = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int columns = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (rows < 1 || columns < 1 || rows > MAX_SIDE || columns > MAX_SIDE) {
            throw new InputException(
                    where,
                    "rows and columns, each from 1 to " + MAX_SIDE + ", such as 4x8",
                    text.isBlank() ? "nothing" : "'" + text + "'",
                    "Correct it.");
        }
        int side = Math.max(rows * sample.size(1), columns * sample.size(2));
        int pixels = scale.isBlank() ? Math.max(1, Math.min(8, LARGE / side)) : scale(scale);
        GridLayout layout = new GridLayout(rows, columns, pixels);
        if (layout.pixels(sample) > MAX_PIXELS) {
            throw new InputException(
                    where,
                    "a grid of at most " + MAX_PIXELS / 1_000_000 + " million pixels",
                    layout.pixels(sample) / 1_000_000 + " million",
                    "Ask for fewer pictures or for a smaller scale.");
        }
        return layout;
    }

    private static int scale(String text) {
        String number = text.strip();
        int scale = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        if (scale < 1 || scale > MAX_SCALE) {
            throw new InputException(
                    "scale",
                    "a whole number from 1 to " + MAX_SCALE + ", of pixels for a pixel",
                    "'" + text + "'",
                    "Correct it, or leave it out.");
        }
        return scale;
    }

    private long pixels(Shape sample) {
        return (long) rows * columns * scale * scale * sample.size(1) * sample.size(2);
    }

    /** How many pictures stand in it. */
    public int count() {
        return rows * columns;
    }
}
