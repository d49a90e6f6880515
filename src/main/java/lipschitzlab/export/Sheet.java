package lipschitzlab.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * Charts side by side on one page, row by row, with a line below that says where the numbers come from.
 *
 * @param panels at least one
 * @param width of a panel, in points
 * @param height of a panel, in points
 */
record Sheet(List<JFreeChart> panels, int width, int height) {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final int FOOT = 24;
    private static final int MOST_COLUMNS = 3;
    private static final int PIXELS_PER_POINT = 3;

    private int columns() {
        return Math.min(MOST_COLUMNS, (int) Math.ceil(Math.sqrt(panels.size())));
    }

    private int totalWidth() {
        return columns() * width;
    }

    private int totalHeight() {
        return (panels.size() + columns() - 1) / columns() * height + FOOT;
    }

    BufferedImage toImage(ChartTheme theme, String foot) {
        BufferedImage image = new BufferedImage(
                PIXELS_PER_POINT * totalWidth(), PIXELS_PER_POINT * totalHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        draw(graphics, theme, foot);
        graphics.dispose();
        return image;
    }

    String toSvg(ChartTheme theme, String foot) {
        SVGGraphics2D graphics = new SVGGraphics2D(totalWidth(), totalHeight());
        graphics.setDefsKeyPrefix("lab");
        draw(graphics, theme, foot);
        ViewBox all = new ViewBox(0, 0, totalWidth(), totalHeight());
        return XML + graphics.getSVGElement(null, true, all, null, null) + "\n";
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
