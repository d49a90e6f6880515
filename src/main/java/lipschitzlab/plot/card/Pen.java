package lipschitzlab.plot.card;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import lipschitzlab.plot.FigureSheet.Anchor;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;

/** Writes and draws with a theme's fonts and colours. Places are in points; a text's is that of its baseline. */
public record Pen(Graphics2D graphics, ChartTheme theme) {
    private static final double LINE_HEIGHT = 1.35;
    private static final double SAMPLE = 22;
    private static final FontRenderContext PRECISE = new FontRenderContext(null, true, true);

    /** How wide a text is. */
    public static double width(String text, Font font) {
        return font.getStringBounds(text, PRECISE).getWidth();
    }

    /** A text with one of its ends, or its middle, at a place. */
    public void text(String text, Font font, Color colour, Anchor anchor, double x, double y) {
        double shift =
                switch (anchor) {
                    case START -> 0;
                    case MIDDLE -> width(text, font) / 2;
                    case END -> width(text, font);
                };
        graphics.setFont(font);
        graphics.setPaint(colour);
        graphics.drawString(text, (float) (x - shift), (float) y);
    }

    /** A text that is made smaller where it would be wider than its place, so that none of it is cut. */
    public void fitted(String text, Font font, Color colour, double x, double y, double room) {
        double wide = width(text, font);
        Font fitting = wide <= room ? font : font.deriveFont((float) (font.getSize2D() * room / wide));
        text(text, fitting, colour, Anchor.START, x, y);
    }

    /** A text that runs upwards, its middle at this place. */
    void upright(String text, Font font, Color colour, double x, double y) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        text(text, font, colour, Anchor.MIDDLE, x, y);
        graphics.setTransform(before);
    }

    /** A text in as many lines as its place needs, the first one's baseline at y; returns the place below them. */
    double wrapped(String text, Font font, Color colour, double x, double y, double room) {
        double line = y;
        for (String part : lines(text, font, room)) {
            fitted(part, font, colour, x, line, room);
            line += LINE_HEIGHT * font.getSize2D();
        }
        return line;
    }

    /** How high {@link #wrapped} is. */
    static double wrappedHeight(String text, Font font, double room) {
        return lines(text, font, room).size() * LINE_HEIGHT * font.getSize2D();
    }

    private static List<String> lines(String text, Font font, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > room) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** A lane's line with its marker, as in a legend; returns how wide it is. */
    public double sample(LaneStyle style, double x, double y) {
        graphics.setPaint(style.ink(theme));
        graphics.setStroke(style.stroke(2));
        graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        graphics.fill(AffineTransform.getTranslateInstance(x + SAMPLE / 2, y).createTransformedShape(style.marker()));
        return SAMPLE;
    }
}
