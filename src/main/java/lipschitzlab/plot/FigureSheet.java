package lipschitzlab.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import org.jfree.chart.JFreeChart;

/** Charts and words at their places, below a heading and above a foot that says where the numbers come from. */
public final class FigureSheet {
    /** Where the space below the heading begins, in points from the top. */
    public static final int HEAD = 60;

    private static final int FOOT = 30;
    /** Where words begin, in points from the left; charts of lanes keep as much. */
    public static final int MARGIN = 14;

    private static final double FOOT_LINE = 10;
    private static final double TITLE_LINE = 27;
    private static final double SOURCE_LINE = 45;
    private static final double SAMPLE = 26;
    private static final double ENTRY = 22;

    private final ChartTheme theme;
    private final int width;
    private final int height;
    private final List<Consumer<Graphics2D>> parts = new ArrayList<>();

    /** Which end of a text is at its place. */
    public enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    /**
     * @param width in points
     * @param body the height of what stands between heading and foot, in points
     */
    public FigureSheet(ChartTheme theme, int width, int body) {
        this.theme = theme;
        this.width = width;
        this.height = HEAD + body + FOOT;
    }

    public ChartTheme theme() {
        return theme;
    }

    /** A chart at a place, in points from the upper left corner of the page. */
    public void add(JFreeChart chart, double x, double y, double chartWidth, double chartHeight) {
        Rectangle2D place = new Rectangle2D.Double(x, y, chartWidth, chartHeight);
        parts.add(graphics -> chart.draw(graphics, place));
    }

    /** A note in the foot's line. */
    public void note(String text) {
        text(text, theme.smallFont(), theme.secondary(), Anchor.START, MARGIN, height - FOOT_LINE);
    }

    /** A line of text. */
    public void text(String text, Font font, Color colour, Anchor anchor, double x, double y) {
        parts.add(graphics -> draw(graphics, text, font, colour, anchor, x, y));
    }

    /** A line of text that runs upwards, its middle at this place. */
    public void upright(String text, Font font, Color colour, double x, double y) {
        parts.add(graphics -> {
            AffineTransform before = graphics.getTransform();
            graphics.rotate(-Math.PI / 2, x, y);
            draw(graphics, text, font, colour, Anchor.MIDDLE, x, y);
            graphics.setTransform(before);
        });
    }

    /** A legend of lanes, one below the other. */
    public void legend(List<String> titles, List<LaneStyle> styles, double x, double y) {
        for (int i = 0; i < titles.size(); i++) {
            LaneStyle style = styles.get(i);
            double line = y + i * ENTRY;
            parts.add(graphics -> sample(graphics, style, x, line));
            text(
                    LegendText.of(titles.get(i)),
                    theme.labelFont(),
                    theme.foreground(),
                    Anchor.START,
                    x + SAMPLE + 8,
                    line + 4);
        }
    }

    private void sample(Graphics2D graphics, LaneStyle style, double x, double y) {
        graphics.setPaint(style.ink(theme));
        graphics.setStroke(style.stroke(2));
        graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        if (style.dash().length > 0) {
            AffineTransform middle = AffineTransform.getTranslateInstance(x + SAMPLE / 2, y);
            graphics.fill(middle.createTransformedShape(style.marker()));
        }
    }

    /**
     * The page.
     *
     * @param source the paper with its figure
     */
    public Page page(String title, String source, String foot) {
        return new Page(width, height, graphics -> {
            graphics.setPaint(theme.background());
            graphics.fill(new Rectangle2D.Double(0, 0, width, height));
            draw(graphics, title, theme.titleFont(), theme.foreground(), Anchor.START, MARGIN, TITLE_LINE);
            String after = "after " + source;
            draw(graphics, after, theme.smallFont(), theme.secondary(), Anchor.START, MARGIN, SOURCE_LINE);
            parts.forEach(part -> part.accept(graphics));
            draw(graphics, foot, theme.smallFont(), theme.secondary(), Anchor.END, width - MARGIN, height - FOOT_LINE);
        });
    }

    private static void draw(
            Graphics2D graphics, String text, Font font, Color colour, Anchor anchor, double x, double y) {
        graphics.setFont(font);
        graphics.setPaint(colour);
        double wide = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        graphics.drawString(text, (float) (x - anchor.share * wide), (float) y);
    }
}
