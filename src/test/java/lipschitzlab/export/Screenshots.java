package lipschitzlab.export;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import lipschitzlab.plot.Pictures;
import org.jfree.chart.JFreeChart;

/** Pictures that tests leave for people to judge. */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    public static BufferedImage draw(JFreeChart chart, int width, int height) {
        return chart.createBufferedImage(width, height);
    }

    public static void save(String name, BufferedImage picture) {
        Pictures.write(FOLDER.resolve("export-" + name + ".png"), picture, Map.of());
    }
}
