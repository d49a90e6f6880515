package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import lipschitzlab.compute.device.EngineCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code run} with a folder of pictures. */
class PicturesRunTest {
    private static final String PRESET =
            """
            title: Pictures
            lookFor: Colours.
            seed: 1
            batch: 8
            latent: 8
            data:
              kind: pictures
              file: photos
              colour: %s
            generator:
              kind: standard-cnn
              width: 0.0625
            critic:
              kind: standard-cnn
              width: 0.0625
            schedule:
              steps: 2
              mode: lockstep
              diagnosticsEvery: 1
            lanes:
              unconstrained:
                objective: non-saturating
                optimizer: adam
                learningRate: 1e-3
                beta1: 0.5
                beta2: 0.999
                criticSteps: 1
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private BufferedImage samples(String colour) throws IOException {
        for (int i = 0; i < 4; i++) {
            BufferedImage photo = new BufferedImage(48, 36, BufferedImage.TYPE_INT_RGB);
            for (int place = 0; place < 48 * 36; place++) {
                photo.setRGB(place % 48, place / 48, 0xFF2000 + 40 * i);
            }
            Path file = folder.resolve("photos/red/" + i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(photo, "png", file.toFile());
        }
        Path preset = Files.writeString(folder.resolve("pictures.yaml"), PRESET.formatted(colour));
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(err));
        Path run = folder.resolve(colour);
        assertThat(line.execute("run", preset.toString(), "--out=" + run))
                .as(err.toString())
                .isZero();
        return ImageIO.read(run.resolve("samples/unconstrained/latest.png").toFile());
    }

    /** The part of the pixels in the middle of the card, among its samples, that are clearly not grey. */
    private static double coloured(BufferedImage card) {
        int width = card.getWidth() / 2;
        int height = card.getHeight() / 2;
        int[] middle = card.getRGB(width / 2, height / 2, width, height, null, 0, width);
        long coloured = Arrays.stream(middle)
                .filter(rgb -> Math.abs((rgb >> 16 & 0xFF) - (rgb & 0xFF)) > 6)
                .count();
        return (double) coloured / middle.length;
    }

    @Test
    void samplesAreInColourWhereThePicturesAre() throws IOException {
        assertThat(coloured(samples("colour"))).isGreaterThan(0.2);
    }

    @Test
    void samplesAreGreyWhereThatIsAskedFor() throws IOException {
        assertThat(coloured(samples("grey"))).isZero();
    }
}
