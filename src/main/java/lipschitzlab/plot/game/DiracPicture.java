package lipschitzlab.plot.game;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.game.DiracMethod;
import lipschitzlab.game.Eigenvalue;
import lipschitzlab.game.Point;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.setting.NumberSetting;

/** The paths of all methods over the vector field of one of them, and a table of their eigenvalues. */
public final class DiracPicture {
    /** Steps of a whole picture. */
    public static final int STEPS = 500;

    private static final int SIDE = 440;
    private static final int LEFT = 46;
    private static final int TOP = 16;
    private static final int TABLE = 36;
    private static final int WIDTH = 1010;
    private static final int HEIGHT = TOP + SIDE + 48;
    private static final int ROW = 40;

    /** θ and ψ from −EXTENT to EXTENT. */
    private static final double EXTENT = 2.6;

    private static final int ARROWS = 17;

    /** The learning rate of both. */
    public static final NumberSetting RATE = NumberSetting.between(
            "rate",
            "Learning rate",
            "h",
            0.001,
            2,
            0.1,
            false,
            "The learning rate of generator and critic. Where it is too large, methods that converge spiral out.");

    /** What the eigenvalues do not say. */
    public static final List<String> NOTES = List.of(
            "By turns, |λ| is one exactly, at every rate here.",
            "Clipping changes nothing at the equilibrium: it only stops the spiral.",
            "The gradient penalty pulls the critic to slope one, even where the equilibrium is.",
            "Spectral norm would leave ψ/|ψ|, a sign: no gradient, nothing to learn with one weight.");

    private final Graphics2D pen;
    private final ChartTheme theme;

    private DiracPicture(Graphics2D pen, ChartTheme theme) {
        this.pen = pen;
        this.theme = theme;
    }

    /**
     * The picture.
     *
     * @param rate the learning rate of both
     * @param steps of each path
     * @param shown whose vector field is drawn
     */
    public static Page of(double rate, int steps, DiracMethod shown, ChartTheme theme) {
        return new Page(WIDTH, HEIGHT, pen -> new DiracPicture(pen, theme).draw(rate, steps, shown));
    }

    /** The colour and dash of a method: as its lanes have them, where the lab trains with it. */
    static LaneStyle style(DiracMethod method, ChartTheme theme) {
        return switch (method) {
            case SIMULTANEOUS -> Palette.of(0, ConstraintKind.UNCONSTRAINED);
            case ALTERNATING -> Palette.of(1, ConstraintKind.UNCONSTRAINED);
            case CLIPPING -> Palette.of(0, ConstraintKind.WEIGHT_CLIPPING);
            case GRADIENT_PENALTY -> Palette.of(0, ConstraintKind.GRADIENT_PENALTY);
            case R1 -> Palette.of(0, ConstraintKind.R1);
            case INSTANCE_NOISE -> new LaneStyle(theme.foreground(), new float[] {2, 3}, Palette.marker(1));
            case CONSENSUS -> new LaneStyle(theme.foreground(), new float[] {9, 3, 2, 3}, Palette.marker(2));
        };
    }

    private void draw(double rate, int steps, DiracMethod shown) {
        pen.setPaint(theme.background());
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        axes();
        Shape before = pen.getClip();
        pen.clip(new Rectangle2D.Double(LEFT, TOP, SIDE, SIDE));
        arrows(shown);
        for (DiracMethod method : DiracMethod.values()) {
            path(method, rate, steps);
        }
        pen.setPaint(theme.foreground());
        pen.fill(new Ellipse2D.Double(x(DiracMethod.START.theta()) - 4, y(DiracMethod.START.psi()) - 4, 8, 8));
        pen.draw(new Ellipse2D.Double(x(0) - 5, y(0) - 5, 10, 10));
        pen.setClip(before);
        table(rate, shown);
    }

    private static double x(double theta) {
        return LEFT + SIDE * (theta / EXTENT + 1) / 2;
    }

    private static double y(double psi) {
        return TOP + SIDE * (1 - psi / EXTENT) / 2;
    }

    private void axes() {
        pen.setStroke(new BasicStroke(1));
        for (int mark = -2; mark <= 2; mark++) {
            pen.setPaint(theme.grid());
            pen.draw(new Line2D.Double(x(mark), TOP, x(mark), TOP + SIDE));
            pen.draw(new Line2D.Double(LEFT, y(mark), LEFT + SIDE, y(mark)));
            String label = (mark < 0 ? "−" : "") + Math.abs(mark);
            text(label, theme.smallFont(), theme.secondary(), x(mark) - 4, TOP + SIDE + 16);
            text(label, theme.smallFont(), theme.secondary(), LEFT - 18, y(mark) + 4);
        }
        pen.setPaint(theme.secondary());
        pen.draw(new Rectangle2D.Double(LEFT, TOP, SIDE, SIDE));
        text(
                "θ, where the generator's samples are; the data are at 0",
                theme.labelFont(),
                theme.secondary(),
                LEFT + 64,
                TOP + SIDE + 36);
        text("ψ", theme.labelFont(), theme.secondary(), LEFT - 38, y(0) + 4);
    }

    private void arrows(DiracMethod shown) {
        double reach = 0.42 * SIDE / ARROWS;
        double longest = 0;
        Point[][] field = new Point[ARROWS][ARROWS];
        for (int i = 0; i < ARROWS; i++) {
            for (int j = 0; j < ARROWS; j++) {
                field[i][j] = shown.field(new Point(place(i), place(j)));
                longest = Math.max(longest, length(field[i][j]));
            }
        }
        pen.setPaint(theme.secondary());
        pen.setStroke(new BasicStroke(0.8f));
        for (int i = 0; i < ARROWS; i++) {
            for (int j = 0; j < ARROWS; j++) {
                double length = length(field[i][j]);
                if (length > 0) {
                    // The root shows directions where the field is weak.
                    double scale = reach * Math.sqrt(length / longest) / length;
                    arrow(x(place(i)), y(place(j)), scale * field[i][j].theta(), -scale * field[i][j].psi());
                }
            }
        }
    }

    private static double length(Point direction) {
        return Math.hypot(direction.theta(), direction.psi());
    }

    private static double place(int index) {
        return EXTENT * ((2.0 * index + 1) / ARROWS - 1);
    }

    private void arrow(double x, double y, double right, double down) {
        double tipX = x + right;
        double tipY = y + down;
        pen.draw(new Line2D.Double(x - right, y - down, tipX, tipY));
        pen.draw(new Line2D.Double(tipX, tipY, tipX - 0.5 * right - 0.3 * down, tipY - 0.5 * down + 0.3 * right));
        pen.draw(new Line2D.Double(tipX, tipY, tipX - 0.5 * right + 0.3 * down, tipY - 0.5 * down - 0.3 * right));
    }

    private void path(DiracMethod method, double rate, int steps) {
        List<Point> points = method.path(rate, steps);
        Path2D line = new Path2D.Double();
        line.moveTo(x(points.get(0).theta()), y(points.get(0).psi()));
        points.forEach(point -> line.lineTo(x(point.theta()), y(point.psi())));
        LaneStyle style = style(method, theme);
        pen.setPaint(style.ink(theme));
        pen.setStroke(style.stroke(1.8f));
        pen.draw(line);
        Point end = points.get(points.size() - 1);
        pen.fill(new Ellipse2D.Double(x(end.theta()) - 4.5, y(end.psi()) - 4.5, 9, 9));
    }

    private void table(double rate, DiracMethod shown) {
        double left = LEFT + SIDE + TABLE;
        double[] columns = {left, left + 212, left + 358, left + 420};
        String[] heads = {"method", "eigenvalues of the field", "a step's |λ|", ""};
        for (int i = 0; i < heads.length; i++) {
            text(heads[i], theme.smallFont(), theme.secondary(), columns[i], TOP + 12);
        }
        double y = TOP + 40;
        for (DiracMethod method : DiracMethod.values()) {
            LaneStyle style = style(method, theme);
            pen.setPaint(style.ink(theme));
            pen.setStroke(style.stroke(2));
            pen.draw(new Line2D.Double(columns[0], y - 4, columns[0] + 26, y - 4));
            Font font = method == shown ? theme.labelFont().deriveFont(Font.BOLD) : theme.labelFont();
            text(method.title(), font, theme.foreground(), columns[0] + 34, y);
            text(
                    method.eigenvalues().map(Eigenvalue::words).orElse("the field jumps at 0"),
                    theme.labelFont(),
                    theme.foreground(),
                    columns[1],
                    y);
            text(
                    method.modulus(rate)
                            .map(size -> String.format(Locale.ROOT, "%.4f", size))
                            .orElse("–"),
                    theme.labelFont(),
                    theme.foreground(),
                    columns[2],
                    y);
            text(method.verdict(rate).words(), theme.labelFont(), theme.foreground(), columns[3], y);
            y += ROW;
        }
        List<String> below = new ArrayList<>(List.of(
                "Learning rate " + NumberSetting.format(rate) + "; small dot: the start; large dots: after all steps.",
                "Arrows: the vector field of “" + shown.title() + "”."));
        below.addAll(NOTES);
        for (String line : below) {
            text(line, theme.smallFont(), theme.secondary(), left, y + 4);
            y += 19;
        }
    }

    private void text(String words, Font font, Color colour, double x, double y) {
        pen.setFont(font);
        pen.setPaint(colour);
        pen.drawString(words, (float) x, (float) y);
    }
}
