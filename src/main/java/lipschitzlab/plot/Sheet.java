package lipschitzlab.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;

/**
 * Charts side by side on one page, row by row, with a line below that says where the numbers come from.
 *
 * @param panels at least one
 * @param width of a panel, in points
 * @param height of a panel, in points
 */
public record Sheet(List<JFreeChart> panels, int width, int height) {
    private static final int FOOT = 24;
    private static final int MAX_COLUMNS = 3;
    private static final int PIXELS_PER_POINT = 3;

    private int columns() {
        return Math.min(MAX_COLUMNS, (int) Math.ceil(Math.sqrt(panels.size())));
    }

    private int totalWidth() {
        return columns() * width;
    }

    private int totalHeight() {
        return (panels.size() + columns() - 1) / columns() * height + FOOT;
    }

    public BufferedImage toImage(ChartTheme theme, String foot) {
        return page(theme, foot).toImage(PIXELS_PER_POINT);
    }

    public String toSvg(ChartTheme theme, String foot) {
        return page(theme, foot).toSvg();
    }

    public Page page(ChartTheme theme, String foot) {
        return new Page(totalWidth(), totalHeight(), graphics -> draw(graphics, theme, foot));
    }

    private void draw(Graphics2D graphics, ChartTheme theme, String foot) {
        graphics.setPaint(theme.background());
        graphics.fill(new Rectangle2D.Double(0, 0, totalWidth(), totalHeight()));
        for (int i = 0; i < panels.size(); i++) {
            double x = (double) (i % columns()) * width;
            double y = (double) (i / columns()) * height;
            panels.get(i).draw(graphics, new Rectangle2D.Double(x, y, width, height));
        }
        graphics.setFont(theme.smallFont());
        graphics.setPaint(theme.secondary());
        double footWidth =
                graphics.getFontMetrics().getStringBounds(foot, graphics).getWidth();
        graphics.drawString(foot, (float) (totalWidth() - footWidth - 18), totalHeight() - 10f);
    }
}
