package lipschitzlab.export;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.jfree.chart.JFreeChart;

/** Pictures that tests leave for people to judge. */
final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    static BufferedImage draw(JFreeChart chart, int width, int height) {
        return chart.createBufferedImage(width, height);
    }

    static void save(String name, BufferedImage picture) {
        Pictures.write(FOLDER.resolve("export-" + name + ".png"), picture, Map.of());
    }
}
