package lipschitzlab.plot.card;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import lipschitzlab.plot.style.ChartTheme;

/** Draws a card: its head, its samples and its chart, one below the other. */
final class CardPainter {
    /** A card's width in points. */
    static final int WIDTH = 400;

    private static final double PADDING = 14;
    private static final double INSIDE = WIDTH - 2 * PADDING;
    private static final double RIBBON = 4;
    private static final double HEAD = 62;
    private static final double NUMBERS = 42;
    private static final double CHART_HEAD = 40;
    private static final double CHART = 190;
    private static final double GAP = 10;
    private static final double CORNER = 8;

    private final Pen pen;
    private final ChartTheme theme;

    CardPainter(Pen pen) {
        this.pen = pen;
        this.theme = pen.theme();
    }

    /** How high a card is by itself. */
    static double height(CardPicture card, ChartTheme theme) {
        double height = RIBBON + HEAD + numbersHeight(card);
        if (!card.failure().isEmpty()) {
            height += Pen.wrappedHeight(card.failure(), theme.labelFont(), INSIDE) + GAP;
        }
        if (card.samples().isPresent()) {
            height += SamplePlotPainter.height(card.samples().get(), INSIDE) + GAP;
        }
        return height + (card.chart().isPresent() ? CHART_HEAD + CHART : 0) + PADDING;
    }

    private static double numbersHeight(CardPicture card) {
        return card.numbers().isEmpty() ? 0 : NUMBERS;
    }

    /** Draws a card into a place of this height, its chart at the foot so that those of a row are level. */
    void draw(CardPicture card, double x, double y, double height) {
        frame(card, x, y, height);
        double left = x + PADDING;
        double top = y + RIBBON;
        head(card, left, top);
        numbers(card, left, top + HEAD);
        top += HEAD + numbersHeight(card);
        if (!card.failure().isEmpty()) {
            top = pen.wrapped(card.failure(), theme.labelFont(), theme.foreground(), left, top + 8, INSIDE) + GAP - 8;
        }
        if (card.samples().isPresent()) {
            new SamplePlotPainter(pen, card.samples().get()).draw(left, top, INSIDE);
        }
        if (card.chart().isPresent()) {
            chart(card.chart().get(), left, y + height - PADDING - CHART - CHART_HEAD);
        }
    }

    private void frame(CardPicture card, double x, double y, double height) {
        RoundRectangle2D edge = new RoundRectangle2D.Double(x + 0.5, y + 0.5, WIDTH - 1, height - 1, CORNER, CORNER);
        pen.graphics().setPaint(theme.background());
        pen.graphics().fill(edge);
        pen.graphics().setStroke(new BasicStroke(1));
        pen.graphics().setPaint(theme.grid());
        pen.graphics().draw(edge);
        pen.graphics().setPaint(card.style().ink(theme));
        pen.graphics().fill(new RoundRectangle2D.Double(x, y, WIDTH, RIBBON, RIBBON, RIBBON));
    }

    private void head(CardPicture card, double left, double top) {
        double sample = pen.sample(card.style(), left, top + 23);
        pen.fitted(
                card.title(),
                theme.titleFont().deriveFont(17f),
                theme.foreground(),
                left + sample + 8,
                top + 29,
                INSIDE - sample - 8);
        pen.fitted(card.step(), theme.labelFont(), theme.secondary(), left, top + 50, INSIDE);
    }

    private void numbers(CardPicture card, double left, double top) {
        double each = INSIDE / Math.max(1, card.numbers().size());
        for (int i = 0; i < card.numbers().size(); i++) {
            CardPicture.Measured number = card.numbers().get(i);
            pen.fitted(number.value(), theme.titleFont(), theme.foreground(), left + i * each, top + 14, each - 6);
            pen.fitted(number.name(), theme.smallFont(), theme.secondary(), left + i * each, top + 28, each - 6);
        }
    }

    private void chart(CardPicture.Chart chart, double left, double top) {
        pen.fitted(
                chart.heading(), theme.labelFont().deriveFont(Font.BOLD), theme.foreground(), left, top + 14, INSIDE);
        pen.fitted(chart.words(), theme.smallFont(), theme.secondary(), left, top + 30, INSIDE);
        chart.drawing().draw(pen.graphics(), new Rectangle2D.Double(left, top + CHART_HEAD, INSIDE, CHART));
    }
}
