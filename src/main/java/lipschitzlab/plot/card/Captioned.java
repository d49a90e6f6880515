package lipschitzlab.plot.card;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.style.ChartTheme;

/** Pictures with a line below them. */
public final class Captioned {
    private static final int LINE = 24;
    private static final double MARGIN = 12;
    private static final double BASELINE = 16;

    private Captioned() {}

    /**
     * A picture with a line below it.
     *
     * @param pixelsPerPoint how large the line's type is
     */
    public static BufferedImage below(BufferedImage picture, String line, double pixelsPerPoint, ChartTheme theme) {
        double points = picture.getWidth() / pixelsPerPoint;
        Page foot = new Page((int) Math.ceil(points), LINE, graphics -> {
            graphics.setPaint(theme.background());
            graphics.fillRect(0, 0, (int) Math.ceil(points), LINE);
            new Pen(graphics, theme)
                    .fitted(line, theme.smallFont(), theme.secondary(), MARGIN, BASELINE, points - 2 * MARGIN);
        });
        BufferedImage below = foot.toImage((int) Math.round(pixelsPerPoint));
        BufferedImage whole = new BufferedImage(
                picture.getWidth(), picture.getHeight() + below.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = whole.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.drawImage(below, 0, picture.getHeight(), null);
        graphics.dispose();
        return whole;
    }
}
