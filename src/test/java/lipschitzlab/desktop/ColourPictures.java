package lipschitzlab.desktop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;

/** Data in colour: skies above grounds, in a folder for each kind of place. */
final class ColourPictures {
    private static final int SIDE = 32;
    private static final int EACH = 40;
    private static final Map<String, List<Color>> PLACES = Map.of(
            "desert", List.of(new Color(0x8EC5E8), new Color(0xD9A55B)),
            "meadow", List.of(new Color(0x9CD0F0), new Color(0x5C9E45)),
            "night sea", List.of(new Color(0x1B2A52), new Color(0x0B3B4F)),
            "snow field", List.of(new Color(0xA9B8C8), new Color(0xF2F5F8)),
            "sunset over the bay", List.of(new Color(0xF08A4B), new Color(0x3D4C7A)));

    private ColourPictures() {}

    /** Four lanes that learn them, as small as they can be. */
    static Preset preset(Path folder, int steps) throws IOException {
        return preset(folder, steps, "none");
    }

    /** The same, whose networks read classes in a way. */
    static Preset preset(Path folder, int steps, String conditional) throws IOException {
        for (String place : PLACES.keySet()) {
            Path own = Files.createDirectories(folder.resolve("places").resolve(place));
            for (int i = 0; i < EACH; i++) {
                ImageIO.write(
                        picture(PLACES.get(place), i),
                        "png",
                        own.resolve(i + ".png").toFile());
            }
        }
        return PresetReader.of(
                "shapes",
                Map.of(
                        "data.kind", "pictures",
                        "data.file", folder.resolve("places").toString(),
                        "generator.width", "0.0625",
                        "critic.width", "0.0625",
                        "batch", "16",
                        "conditional", conditional,
                        "schedule.steps", Integer.toString(steps)));
    }

    private static BufferedImage picture(List<Color> colours, int number) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colours.get(0));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(new Color(0xFFE9A8));
        graphics.fillOval(3 + 7 * number % 22, 2 + 5 * number % 9, 5, 5);
        graphics.setColor(colours.get(1));
        int horizon = 16 + 3 * number % 9;
        graphics.fillPolygon(
                new int[] {0, SIDE / 2, SIDE, SIDE, 0},
                new int[] {horizon, horizon - number % 6, horizon + number % 4, SIDE, SIDE},
                5);
        graphics.dispose();
        return picture;
    }
}
