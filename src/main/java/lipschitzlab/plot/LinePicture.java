package lipschitzlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import lipschitzlab.dataset.Mixture;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.plot.style.ChartTheme;

/**
 * A lane on data of one dimension, in one square frame: the density of the data, exactly, filled; that of generated samples, a kernel
 * estimate in the lane's colour; the critic D as a curve with its own scale on the right; and below, by powers of ten on a scale that is
 * the same in every lane, its slope |D′| against the line at 1, which Wasserstein critics must not cross. The slope is the quotient of
 * differences between neighbouring points of the curve: by the mean value theorem none is above the Lipschitz constant.
 */
final class LinePicture {
    private static final int DENSITY_POINTS = 601;

    /** A kernel's standard deviation by the width of what is shown: narrow, so that sharp modes stay sharp. */
    private static final double BANDWIDTH = 1 / 120.0;

    /** How high densities are drawn by the highest of the data: a collapsed generator's peak is cut off there. */
    private static final double HEADROOM = 2.2;

    private static final MathContext DIGITS = new MathContext(2);
    private static final int DECADES = 2;
    private static final int WITH_NUMBERS = 160;
    private static final int WITH_LEGEND = 300;

    private final Graphics2D pen;
    private final ChartTheme theme;
    private final Color lane;
    private final double extent;
    private final int font;
    private final boolean legend;
    private final double left;
    private final double width;
    private final Rectangle2D upper;
    private final Rectangle2D lower;

    private LinePicture(Graphics2D pen, double extent, int side, ChartTheme theme, Color lane) {
        this.pen = pen;
        this.theme = theme;
        this.lane = lane;
        this.extent = extent;
        this.font = side < WITH_NUMBERS ? 0 : Math.max(9, side / 32);
        this.legend = side >= WITH_LEGEND;
        this.left = 2.6 * font + 2;
        this.width = side - left - 3.4 * font - 2;
        double top = legend ? 1.6 * font + 2 : 2;
        double room = side - top - 3 * font - 6;
        this.upper = new Rectangle2D.Double(left, top, width, 0.66 * room);
        this.lower = new Rectangle2D.Double(left, upper.getMaxY() + 1.4 * font + 2, width, 0.34 * room);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(1, font)));
    }

    /**
     * The exact density of data over the interval that is shown.
     *
     * @return {@code [n, 2]}, row-major: places and the density there
     */
    static float[] density(Mixture mixture, double extent) {
        float[] places = Surface.line(DENSITY_POINTS, extent);
        float[] curve = new float[2 * places.length];
        for (int i = 0; i < places.length; i++) {
            curve[2 * i] = places[i];
            curve[2 * i + 1] = (float) mixture.density(places[i]);
        }
        return curve;
    }

    /**
     * Paints a lane.
     *
     * @param real as of {@link #density}; nothing is drawn of an empty one
     * @param side the picture's width and height in pixels; a small one has no legend, a smaller one no numbers
     */
    static Raster of(Snapshot snapshot, float[] real, int side, ChartTheme theme, Color laneColour) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(theme.background());
        pen.fillRect(0, 0, side, side);
        LinePicture picture =
                new LinePicture(pen, SamplePicture.extent(snapshot, new float[0]), side, theme, theme.ink(laneColour));
        picture.frames();
        picture.densities(snapshot.samples(), real);
        snapshot.surface().ifPresent(picture::critic);
        picture.legend(KernelDensity.outside(snapshot.samples(), picture.extent));
        pen.dispose();
        return new Raster(side, side, image.getRGB(0, 0, side, side, null, 0, side));
    }

    private double x(double place) {
        return left + width * (place / extent + 1) / 2;
    }

    private void frames() {
        pen.setStroke(new BasicStroke(1));
        for (int power = -DECADES; power <= DECADES; power++) {
            double y = slopeHeight(Math.pow(10, power));
            pen.setPaint(theme.grid());
            pen.draw(new Line2D.Double(left, y, left + width, y));
            if (power % 2 == 0) {
                right(number(Math.pow(10, power)), left - font * 0.4, y + font * 0.35);
            }
        }
        double step = Math.pow(10, Math.floor(Math.log10(extent)));
        step = extent / step < 2.5 ? step / 2 : step;
        step = 2 * extent / step * 2 * font > width ? 2 * step : step;
        for (double place = -Math.floor(extent / step) * step; place <= extent; place += step) {
            pen.setPaint(theme.grid());
            pen.draw(new Line2D.Double(x(place), upper.getY(), x(place), upper.getMaxY()));
            centred(number(Math.rint(place / step) * step), x(place), lower.getMaxY() + 1.2 * font);
        }
        pen.setPaint(theme.secondary());
        pen.draw(upper);
        pen.draw(lower);
    }

    private void densities(float[] samples, float[] real) {
        double highest = 0;
        for (int i = 1; i < real.length; i += 2) {
            highest = Math.max(highest, real[i]);
        }
        double full = highest > 0 ? HEADROOM * highest : 1;
        pen.setClip(upper);
        Path2D data = new Path2D.Double();
        data.moveTo(left, upper.getMaxY());
        for (int i = 0; i + 1 < real.length; i += 2) {
            data.lineTo(x(real[i]), densityHeight(real[i + 1], full));
        }
        data.lineTo(left + width, upper.getMaxY());
        pen.setPaint(faded(theme.secondary(), 90));
        pen.fill(data);
        double bandwidth = 2 * extent * BANDWIDTH;
        KernelDensity estimate = new KernelDensity(samples, bandwidth);
        Path2D made = path(place -> densityHeight(estimate.at(place), full));
        pen.setPaint(lane);
        pen.setStroke(stroke(2));
        pen.draw(made);
        made.lineTo(left + width, upper.getMaxY());
        made.lineTo(left, upper.getMaxY());
        pen.setPaint(faded(lane, 60));
        pen.fill(made);
        pen.setClip(null);
    }

    private double densityHeight(double density, double full) {
        return upper.getMaxY() - upper.getHeight() * density / full;
    }

    private Path2D path(DoubleUnaryOperator height) {
        Path2D path = new Path2D.Double();
        for (int pixel = 0; pixel <= width; pixel++) {
            double y = height.applyAsDouble(extent * (2 * pixel / width - 1));
            if (pixel == 0) {
                path.moveTo(left, y);
            } else {
                path.lineTo(left + pixel, y);
            }
        }
        return path;
    }

    private void critic(Surface curve) {
        double low = FiniteValues.finite(curve.values()).min().orElse(0);
        double high = FiniteValues.finite(curve.values()).max().orElse(0);
        double room = Math.max(high - low, 1e-9);
        Path2D values = new Path2D.Double();
        float[] places = Surface.line(curve.size(), curve.extent());
        for (int i = 0; i < places.length; i++) {
            extend(values, x(places[i]), valueHeight((curve.values()[i] - low) / room));
        }
        pen.setPaint(theme.foreground());
        pen.setStroke(stroke(2));
        pen.draw(values);
        for (double share : new double[] {0, 0.5, 1}) {
            write(number(low + share * (high - low)), left + width + 0.4 * font, valueHeight(share) + 0.35 * font);
        }
        slope(curve, places);
    }

    /** Starts anew after a value that is no number. */
    private static void extend(Path2D path, double x, double y) {
        if (!Double.isFinite(y)) {
            return;
        }
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private double valueHeight(double share) {
        return upper.getMaxY() - upper.getHeight() * (0.06 + 0.88 * share);
    }

    private void slope(Surface curve, float[] places) {
        double[] slopes = curve.slopes();
        Path2D path = new Path2D.Double();
        double steepest = 0;
        for (int i = 0; i < slopes.length; i++) {
            extend(path, x((places[i] + places[i + 1]) / 2), slopeHeight(slopes[i]));
            steepest = Math.max(steepest, Double.isFinite(slopes[i]) ? slopes[i] : 0);
        }
        pen.setPaint(theme.foreground());
        pen.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0));
        double one = slopeHeight(1);
        pen.draw(new Line2D.Double(left, one, left + width, one));
        pen.setStroke(stroke(1.6));
        pen.setClip(lower);
        pen.draw(path);
        pen.setClip(null);
        write(legend ? "slope |D′|, dashed: 1" : "|D′|", left, lower.getY() - 0.35 * font);
        right("steepest " + number(steepest), left + width, lower.getY() - 0.35 * font);
    }

    /** Slopes beyond the scale lie at its ends. */
    private double slopeHeight(double slope) {
        double power = Math.max(-DECADES, Math.min(DECADES, Math.log10(slope)));
        return lower.getMaxY() - lower.getHeight() * (power + DECADES) / (2 * DECADES);
    }

    private void legend(double outside) {
        if (!legend) {
            return;
        }
        double y = 1.15 * font;
        double x = sample(left, y, faded(theme.secondary(), 120), 0.7, "real");
        String beyond = outside > 0 ? String.format(Locale.ROOT, " (%.0f %% outside)", 100 * outside) : "";
        x = sample(x, y, lane, 0.2, "generated" + beyond);
        sample(x, y, theme.foreground(), 0.2, "D, right scale");
    }

    private double sample(double x, double y, Color colour, double thickness, String words) {
        pen.setPaint(colour);
        pen.fill(new Rectangle2D.Double(x, y - font * (0.35 + thickness / 2), font, font * thickness));
        pen.setPaint(theme.foreground());
        pen.drawString(words, (float) (x + 1.3 * font), (float) y);
        return x + 2.2 * font + pen.getFontMetrics().stringWidth(words);
    }

    private void right(String words, double x, double y) {
        write(words, x - pen.getFontMetrics().stringWidth(words), y);
    }

    private void centred(String words, double x, double y) {
        write(words, x - pen.getFontMetrics().stringWidth(words) / 2.0, y);
    }

    private void write(String words, double x, double y) {
        if (font > 0) {
            pen.setPaint(theme.secondary());
            pen.drawString(words, (float) x, (float) y);
        }
    }

    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        String digits = size < 1e-3 || size >= 1e5
                ? String.format(Locale.ROOT, "%.0e", size)
                : new BigDecimal(size).round(DIGITS).stripTrailingZeros().toPlainString();
        return value < 0 ? "−" + digits : digits;
    }

    private BasicStroke stroke(double points) {
        return new BasicStroke(
                (float) (points * Math.max(1, font / 11.0)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Color faded(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
