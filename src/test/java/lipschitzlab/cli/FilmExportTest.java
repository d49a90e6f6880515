package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ar.com.hjg.pngj.PngReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import lipschitzlab.compute.device.EngineCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Films of a run are written by {@code export --film}. */
class FilmExportTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return LabCommand.execute(line, arguments);
    }

    private Path run(String preset, String... more) {
        Path run = folder.resolve("run");
        List<String> command = new ArrayList<>(List.of(
                "run",
                preset,
                "--steps",
                "12",
                "--lanes",
                "spectral-norm,gradient-penalty",
                "--set",
                "batch=16",
                "--set",
                "schedule.diagnosticsEvery=2"));
        command.addAll(List.of(more));
        command.addAll(List.of("--no-figures", "--out", run.toString()));
        assertThat(execute(command.toArray(String[]::new))).as(err.toString()).isZero();
        return run;
    }

    private Path points() {
        return run("eight-gaussians", "--set", "critic.hidden=[16]", "--set", "generator.hidden=[16]");
    }

    private static List<BufferedImage> frames(Path gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            List<BufferedImage> frames = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                frames.add(reader.read(i));
            }
            return frames;
        }
    }

    @Test
    void everyRecordedStepOfPointsIsAFrameOfOneFilmThatSaysWhereItComesFrom() throws IOException {
        Path run = points();
        assertThat(execute("export", run.toString(), "--film", "gif"))
                .as(err.toString())
                .isZero();
        Path gif = run.resolve("film/film.gif");
        List<BufferedImage> frames = frames(gif);
        assertThat(frames).hasSize(7);
        assertThat(out.toString()).contains("Saved 7 frames as " + gif);
        assertThat(frames).allSatisfy(frame -> assertThat(frame.getWidth())
                .isEqualTo(frames.get(0).getWidth())
                .isGreaterThan(2 * 340));
        int middle = frames.get(0).getHeight() / 2;
        assertThat(row(frames.get(0), middle)).isNotEqualTo(row(frames.get(6), middle));
        String bytes = Files.readString(gif, StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .startsWith("GIF89a")
                .contains("NETSCAPE2.0", "preset: eight-gaussians", "seed: 1", "lane: spectral-norm, gradient-penalty")
                .contains("step: 0 to 12");
        keep(gif, "film-points.gif");
        ImageIO.write(
                frames.get(6),
                "png",
                Path.of("target/screenshots/film-points-last.png").toFile());
    }

    private static int[] row(BufferedImage image, int y) {
        return image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    }

    private static void keep(Path file, String name) throws IOException {
        Path kept = Files.createDirectories(Path.of("target/screenshots")).resolve(name);
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void picturesAreFilmedAsFramesThatEachNameTheirStep() throws IOException {
        Path run = run("shapes", "--set", "generator.width=0.0625", "--set", "critic.width=0.0625");
        Path target = folder.resolve("frames");
        assertThat(execute("export", run.toString(), "--film=png", "--frames=3", "--grid=3x4", "--out=" + target))
                .as(err.toString())
                .isZero();
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("frame-0001-step-0.png", "frame-0002-step-6.png", "frame-0003-step-12.png");
        }
        PngReader reader = new PngReader(target.resolve("frame-0002-step-6.png").toFile());
        reader.readSkippingAllRows();
        assertThat(reader.getMetadata().getTxtForKey("step")).isEqualTo("6");
        assertThat(reader.getMetadata().getTxtForKey("lane")).isEqualTo("spectral-norm, gradient-penalty");
        keep(target.resolve("frame-0003-step-12.png"), "film-pictures-last.png");
    }

    @Test
    void whatCannotBeFilmedIsRefusedInWords() {
        Path run = points();
        assertThat(execute("export", run.toString(), "--film", "mp4")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(execute("export", run.toString(), "--film", "gif", "--frames", "0"))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("gif or png, found 'mp4'", "--frames");
        assertThat(run.resolve("film")).doesNotExist();
    }
}
