package lipschitzlab.plot.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.FigureSheet.Anchor;
import lipschitzlab.plot.SurfacePainter;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;

/** Draws samples with their axes, their colour bar and what their points are. */
final class SamplePlotPainter {
    private static final double LEFT = 38;
    private static final double BELOW = 34;
    private static final double BAR_GAP = 10;
    private static final double BAR = 10;
    private static final double BAR_LABELS = 60;
    private static final double LEGEND = 20;
    private static final double WORDS = 20;
    private static final double TICK = 4;
    private static final double DOT = 6;

    /** The colour bar's own picture: its height is what its colours need. */
    private static final int BAR_PIXELS = 256;

    private final Pen pen;
    private final SamplePlot samples;
    private final ChartTheme theme;

    SamplePlotPainter(Pen pen, SamplePlot samples) {
        this.pen = pen;
        this.samples = samples;
        this.theme = pen.theme();
    }

    /** How high the samples are with all that stands around them, at a width. */
    static double height(SamplePlot samples, double width) {
        return samples.plane()
                .map(scale -> LEGEND + side(scale, width) + BELOW)
                .orElseGet(() -> WORDS + pictureHeight(samples, width));
    }

    private static double side(PlaneScale scale, double width) {
        return width - left(scale) - BAR_GAP - BAR - BAR_LABELS;
    }

    /** What the vertical axis needs: as much for all usual data, so that the squares of cards are alike. */
    private static double left(PlaneScale scale) {
        return Math.max(LEFT, widest(scale) + TICK + 20);
    }

    private static double widest(PlaneScale scale) {
        return scale.y().ticks().stream()
                .mapToDouble(tick -> Pen.width(tick.label(), ChartTheme.LIGHT.smallFont()))
                .max()
                .orElse(0);
    }

    private static double pictureHeight(SamplePlot samples, double width) {
        return width * samples.picture().height() / samples.picture().width();
    }

    /** Draws it below and to the right of this place. */
    void draw(double x, double y, double width) {
        if (samples.plane().isPresent()) {
            PlaneScale scale = samples.plane().get();
            plane(scale, x + left(scale), y + LEGEND, side(scale, width));
        } else {
            pen.fitted(samples.words(), theme.smallFont(), theme.secondary(), x, y + 13, width);
            image(samples.picture().toImage(), x, y + WORDS, width, pictureHeight(samples, width));
        }
    }

    private void image(BufferedImage image, double x, double y, double width, double height) {
        pen.graphics()
                .drawImage(
                        image,
                        (int) Math.round(x),
                        (int) Math.round(y),
                        (int) Math.round(width),
                        (int) Math.round(height),
                        null);
    }

    private void plane(PlaneScale scale, double left, double top, double side) {
        legend(scale, left, top - 7);
        image(samples.picture().toImage(), left, top, side, side);
        pen.graphics().setStroke(new BasicStroke(1));
        pen.graphics().setPaint(theme.secondary());
        pen.graphics().draw(new Rectangle2D.Double(left, top, side, side));
        axes(scale, left, top, side);
        bar(scale, left + side + BAR_GAP, top, side);
    }

    private void legend(PlaneScale scale, double left, double y) {
        double x = dot(left, y, Palette.real(theme), "real");
        x = dot(x, y, samples.style().ink(theme), "generated");
        if (scale.surfaceQuantity() == SurfaceQuantity.SLOPE) {
            pen.graphics().setPaint(theme.foreground());
            pen.graphics().setStroke(new BasicStroke(1));
            pen.graphics().draw(new Line2D.Double(x, y - DOT / 2 - 1, x + DOT, y - DOT / 2 - 1));
            pen.graphics().draw(new Line2D.Double(x + DOT / 2, y - DOT - 1, x + DOT / 2, y - 1));
            pen.text("between the two", theme.smallFont(), theme.secondary(), Anchor.START, x + DOT + 4, y);
        }
    }

    private double dot(double x, double y, Color colour, String words) {
        pen.graphics().setPaint(colour);
        pen.graphics().fill(new Ellipse2D.Double(x, y - DOT - 1, DOT, DOT));
        pen.text(words, theme.smallFont(), theme.secondary(), Anchor.START, x + DOT + 4, y);
        return x + DOT + 4 + Pen.width(words, theme.smallFont()) + 14;
    }

    private void axes(PlaneScale scale, double left, double top, double side) {
        Font font = theme.smallFont();
        pen.graphics().setStroke(new BasicStroke(1));
        for (PlaneAxis.Tick tick : scale.x().ticks()) {
            double x = left + tick.place() * side;
            pen.graphics().setPaint(theme.secondary());
            pen.graphics().draw(new Line2D.Double(x, top + side, x, top + side + TICK));
            pen.text(tick.label(), font, theme.secondary(), Anchor.MIDDLE, x, top + side + TICK + 11);
        }
        for (PlaneAxis.Tick tick : scale.y().ticks()) {
            double y = top + (1 - tick.place()) * side;
            pen.graphics().setPaint(theme.secondary());
            pen.graphics().draw(new Line2D.Double(left - TICK, y, left, y));
            pen.text(tick.label(), font, theme.secondary(), Anchor.END, left - TICK - 2, y + 4);
        }
        pen.text(
                scale.x().name(),
                theme.labelFont(),
                theme.secondary(),
                Anchor.MIDDLE,
                left + side / 2,
                top + side + 29);
        pen.upright(
                scale.y().name(),
                theme.labelFont(),
                theme.secondary(),
                left - TICK - 8 - widest(scale),
                top + side / 2);
    }

    private void bar(PlaneScale scale, double left, double top, double height) {
        BufferedImage colours = new BufferedImage(1, BAR_PIXELS, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < BAR_PIXELS; y++) {
            colours.setRGB(0, y, SurfacePainter.barColour(1 - 2 * (y + 0.5) / BAR_PIXELS, theme));
        }
        image(colours, left, top, BAR, height);
        pen.graphics().setPaint(theme.secondary());
        pen.graphics().draw(new Rectangle2D.Double(left, top, BAR, height));
        for (PlaneScale.Tick tick : scale.ticks()) {
            double y = top + height / 2 * (1 - tick.place());
            pen.graphics().setPaint(theme.secondary());
            pen.graphics().draw(new Line2D.Double(left + BAR, y, left + BAR + TICK, y));
            pen.text(tick.label(), theme.smallFont(), theme.secondary(), Anchor.START, left + BAR + TICK + 2, y + 4);
        }
        pen.upright(scale.title(), theme.smallFont(), theme.secondary(), left + BAR + BAR_LABELS - 3, top + height / 2);
    }
}
