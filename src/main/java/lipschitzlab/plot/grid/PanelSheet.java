package lipschitzlab.plot.grid;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import lipschitzlab.plot.FigureSheet.Anchor;
import lipschitzlab.plot.card.Pen;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;

/**
 * Panels side by side as one picture. A panel's pixels stay as they are; words are as large as suits the panels.
 *
 * @param panels at least one
 * @param rowNames what stands on the left of each row of each panel; may be empty
 * @param labels whether titles, captions and the foot are written
 * @param foot where the numbers come from
 */
record PanelSheet(List<Panel> panels, List<String> rowNames, boolean labels, String foot) {
    /** Four lanes with real pictures beside them. */
    private static final int MAX_COLUMNS = 5;

    /** Panels narrower than this many points have words of the usual size. */
    private static final double USUAL_WIDTH = 300;

    private static final double LARGEST_TYPE = 3;
    private static final int NARROWEST = 150;
    private static final int GAP = 16;
    private static final int HEAD = 46;
    private static final int FOOT = 26;
    private static final int NAME_GAP = 8;

    /** In pixels. */
    private record Layout(double type, int columns, int rows, int width, int height, int names) {
        int gap() {
            return (int) Math.round(GAP * type);
        }

        int head(boolean labels) {
            return labels ? (int) Math.round(HEAD * type) : 0;
        }
    }

    private Layout layout() {
        int rows = (panels.size() + MAX_COLUMNS - 1) / MAX_COLUMNS;
        int columns = (panels.size() + rows - 1) / rows;
        int widest =
                panels.stream().mapToInt(panel -> panel.picture().width()).max().orElse(1);
        double type = Math.max(1, Math.min(LARGEST_TYPE, widest / USUAL_WIDTH));
        int width = labels ? Math.max(widest, NARROWEST) : widest;
        int height = panels.stream()
                .mapToInt(panel -> panel.picture().height())
                .max()
                .orElse(1);
        return new Layout(type, columns, rows, width, height, labels ? names(type) : 0);
    }

    /** The width of the longest name of a row, with a gap behind it. */
    private int names(double type) {
        return rowNames.stream()
                .mapToInt(name -> (int) Math.ceil(type * (Pen.width(name, ChartTheme.LIGHT.smallFont()) + NAME_GAP)))
                .max()
                .orElse(0);
    }

    /** The picture, in the colours of a theme. */
    BufferedImage image(ChartTheme theme) {
        Layout layout = layout();
        int gap = layout.gap();
        int head = layout.head(labels);
        int foots = labels ? (int) Math.round(FOOT * layout.type()) : gap;
        int width = gap + layout.names() + layout.columns() * (layout.width() + gap);
        int height = layout.rows() * (head + layout.height()) + (layout.rows() - 1) * gap + foots + (labels ? 0 : gap);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setPaint(theme.background());
        graphics.fillRect(0, 0, width, height);
        Pen pen = new Pen(graphics, theme);
        for (int i = 0; i < panels.size(); i++) {
            int x = gap + layout.names() + i % layout.columns() * (layout.width() + gap);
            int y = (labels ? 0 : gap) + i / layout.columns() * (head + layout.height() + gap);
            if (labels) {
                head(pen, panels.get(i), x, y, layout);
            }
            if (labels && i % layout.columns() == 0) {
                names(pen, panels.get(i), y + head, layout);
            }
            graphics.drawImage(panels.get(i).picture().toImage(), x, y + head, null);
        }
        if (labels) {
            Font small = sized(theme.smallFont(), layout);
            pen.fitted(foot, small, theme.secondary(), gap, height - 9 * layout.type(), width - 2.0 * gap);
        }
        graphics.dispose();
        return image;
    }

    private void names(Pen pen, Panel panel, int top, Layout layout) {
        Font small = sized(pen.theme().smallFont(), layout);
        double right = layout.gap() + layout.names() - NAME_GAP * layout.type();
        double height = (double) panel.picture().height() / Math.max(1, rowNames.size());
        for (int row = 0; row < rowNames.size(); row++) {
            double y = top + (row + 0.5) * height + 4 * layout.type();
            pen.text(rowNames.get(row), small, pen.theme().secondary(), Anchor.END, right, y);
        }
    }

    private static Font sized(Font font, Layout layout) {
        return font.deriveFont((float) (font.getSize2D() * layout.type()));
    }

    /** The lane's line with its marker as in a legend, its title in its hue, and the caption. */
    private static void head(Pen pen, Panel panel, int x, int y, Layout layout) {
        double type = layout.type();
        Graphics2D graphics = (Graphics2D) pen.graphics().create();
        graphics.translate(x, y + 19 * type);
        graphics.scale(type, type);
        double sample = panel.style()
                .map(style -> new Pen(graphics, pen.theme()).sample(style, 0, -4) + 6)
                .orElse(0.0);
        graphics.dispose();
        Color ink = panel.style()
                .map(style -> pen.theme().textInk(style.ink(pen.theme())))
                .orElse(Palette.real(pen.theme()));
        double shift = sample * type;
        Font title = sized(pen.theme().titleFont(), layout);
        pen.fitted(panel.title(), title, ink, x + shift, y + 20 * type, layout.width() - shift);
        Font caption = sized(pen.theme().labelFont(), layout);
        pen.fitted(panel.caption(), caption, pen.theme().secondary(), x, y + 38 * type, layout.width());
    }
}
