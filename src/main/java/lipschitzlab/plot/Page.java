package lipschitzlab.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import lipschitzlab.file.WholeFile;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * A drawing of a fixed size, as pixels or as vectors.
 *
 * @param width in points
 * @param height in points
 * @param drawing paints all of it
 */
public record Page(int width, int height, Consumer<Graphics2D> drawing) {
    private static final int PIXELS_PER_POINT = 3;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /**
     * Writes the page as a PNG file or, where the name says so, as an SVG file.
     *
     * @param texts go into a PNG file, as in {@link Pictures#write(Path, BufferedImage, Map)}
     * @throws lipschitzlab.setting.InputException if it cannot be written
     */
    public void write(Path file, Map<String, String> texts) {
        if (PictureFormat.of(file) == PictureFormat.SVG) {
            WholeFile.writeText(file, writer -> writer.write(toSvg()));
        } else {
            Pictures.write(file, toImage(PIXELS_PER_POINT), texts);
        }
    }

    /** The picture with so many pixels to a point. */
    public BufferedImage toImage(int pixelsPerPoint) {
        BufferedImage image =
                new BufferedImage(pixelsPerPoint * width, pixelsPerPoint * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(pixelsPerPoint, pixelsPerPoint);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.accept(graphics);
        graphics.dispose();
        return image;
    }

    /** An SVG document; places are rounded to a hundredth of a point. */
    public String toSvg() {
        // Pictures inside would go through a temporary file, which a full disk refuses, as does a program that is asked
        // to end.
        ImageIO.setUseCache(false);
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        graphics.setDefsKeyPrefix("lab");
        graphics.setGeomDoubleConverter(Page::hundredths);
        drawing.accept(graphics);
        ViewBox all = new ViewBox(0, 0, width, height);
        return XML + graphics.getSVGElement(null, true, all, null, null) + "\n";
    }

    private static String hundredths(double value) {
        long hundredths = (long) Math.rint(value * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
