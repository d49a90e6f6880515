package lipschitzlab.plot.card;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;

/**
 * Cards side by side as one picture, below what they have in common and above a foot that says where they come from.
 *
 * @param heading of all cards; empty for a card alone
 * @param below what else all have in common, such as in what they differ
 * @param cards at least one
 * @param curves a chart below the cards, over their whole width
 * @param foot where the numbers come from
 */
public record CardsPage(
        String heading, String below, List<CardPicture> cards, Optional<JFreeChart> curves, String foot) {
    private static final int MAX_COLUMNS = 4;
    private static final int MARGIN = 12;
    private static final int GAP = 12;
    private static final int HEAD = 52;
    private static final int FOOT = 26;
    private static final int CURVES = 300;

    private record Layout(int columns, double[] heights) {
        private double cards() {
            double all = 0;
            for (double height : heights) {
                all += height;
            }
            return all + (heights.length - 1) * GAP;
        }
    }

    /** Copies the list. */
    public CardsPage {
        cards = List.copyOf(cards);
    }

    /** The picture, in the colours of a theme. */
    public Page page(ChartTheme theme) {
        Layout layout = layout(theme);
        int width = 2 * MARGIN + layout.columns() * CardPainter.WIDTH + (layout.columns() - 1) * GAP;
        double height = head() + layout.cards() + (curves.isPresent() ? GAP + CURVES : 0) + FOOT;
        return new Page(width, (int) Math.ceil(height), graphics -> draw(graphics, theme, layout, width, height));
    }

    private int head() {
        return heading.isEmpty() ? MARGIN : HEAD;
    }

    private Layout layout(ChartTheme theme) {
        int rows = (cards.size() + MAX_COLUMNS - 1) / MAX_COLUMNS;
        int columns = (cards.size() + rows - 1) / rows;
        double[] heights = new double[rows];
        for (int i = 0; i < cards.size(); i++) {
            heights[i / columns] = Math.max(heights[i / columns], CardPainter.height(cards.get(i), theme));
        }
        return new Layout(columns, heights);
    }

    private void draw(Graphics2D graphics, ChartTheme theme, Layout layout, int width, double height) {
        Pen pen = new Pen(graphics, theme);
        graphics.setPaint(theme.background());
        graphics.fill(new Rectangle2D.Double(0, 0, width, Math.ceil(height)));
        if (!heading.isEmpty()) {
            double room = width - 2.0 * MARGIN;
            pen.fitted(heading, theme.titleFont().deriveFont(18f), theme.foreground(), MARGIN, 26, room);
            pen.fitted(below, theme.labelFont(), theme.secondary(), MARGIN, 43, room);
        }
        double y = head();
        for (int row = 0; row < layout.heights().length; row++) {
            row(pen, layout, row, y);
            y += layout.heights()[row] + GAP;
        }
        if (curves.isPresent()) {
            curves.get().draw(graphics, new Rectangle2D.Double(MARGIN, y, width - 2.0 * MARGIN, CURVES));
        }
        pen.fitted(foot, theme.smallFont(), theme.secondary(), MARGIN, height - 9, width - 2.0 * MARGIN);
    }

    private void row(Pen pen, Layout layout, int row, double y) {
        CardPainter painter = new CardPainter(pen);
        int first = row * layout.columns();
        for (int i = first; i < Math.min(cards.size(), first + layout.columns()); i++) {
            double x = MARGIN + (i - first) * (double) (CardPainter.WIDTH + GAP);
            painter.draw(cards.get(i), x, y, layout.heights()[row]);
        }
    }
}
