package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ar.com.hjg.pngj.PngReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.export.Screenshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Grids of a run's pictures are written by {@code export --grid}. */
class GridExportTest {
    private static final int SIDE = 28;

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
        List<String> command = new ArrayList<>(
                List.of("run", preset, "--steps", "2", "--lanes", "spectral-norm,unconstrained", "--set", "batch=8"));
        command.addAll(List.of(more));
        command.addAll(List.of("--no-figures", "--out", run.toString()));
        assertThat(execute(command.toArray(String[]::new))).as(err.toString()).isZero();
        return run;
    }

    private Path shapes(String... more) {
        List<String> small =
                new ArrayList<>(List.of("--set", "generator.width=0.0625", "--set", "critic.width=0.0625"));
        small.addAll(List.of(more));
        return run("shapes", small.toArray(String[]::new));
    }

    private static BufferedImage picture(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    private static String text(Path file, String keyword) {
        PngReader reader = new PngReader(file.toFile());
        reader.readSkippingAllRows();
        return reader.getMetadata().getTxtForKey(keyword);
    }

    @Test
    void eachLaneAndAllOfThemAreDrawnBesideRealPicturesAndSayWhereTheyComeFrom() throws IOException {
        Path run = shapes();
        assertThat(execute("export", run.toString(), "--grid", "4x6", "--scale", "3"))
                .as(err.toString())
                .isZero();
        Path pictures = run.resolve("pictures");
        assertThat(out.toString()).contains("Saved 3 files to " + pictures);
        BufferedImage all = picture(pictures.resolve("all-lanes.png"));
        BufferedImage one = picture(pictures.resolve("spectral-norm.png"));
        int grid = 6 * (3 * SIDE + 1) - 1;
        assertThat(all.getWidth()).isBetween(3 * grid, 4 * grid);
        assertThat(one.getWidth()).isBetween(2 * grid, 3 * grid);
        assertThat(text(pictures.resolve("spectral-norm.png"), "lane")).isEqualTo("spectral-norm");
        Path both = pictures.resolve("all-lanes.png");
        assertThat(text(both, "lane")).isEqualTo("spectral-norm, unconstrained");
        assertThat(text(both, "title")).isEqualTo("spectral norm; unconstrained");
        assertThat(text(both, "preset")).isEqualTo("shapes");
        assertThat(text(both, "seed")).isEqualTo("1");
        assertThat(text(both, "step")).isEqualTo("2");
        Screenshots.save("grid-all-lanes", all);
        Screenshots.save("grid-one-lane", one);
    }

    @Test
    void withoutRealPicturesAndWordsAGridHasItsPixelsOnly() throws IOException {
        Path run = shapes();
        Path target = folder.resolve("bare");
        assertThat(execute(
                        "export",
                        run.toString(),
                        "--grid=2x3",
                        "--scale=2",
                        "--no-real",
                        "--no-labels",
                        "--out=" + target))
                .as(err.toString())
                .isZero();
        BufferedImage one = picture(target.resolve("unconstrained.png"));
        int margin = 2 * 16;
        assertThat(one.getWidth()).isEqualTo(3 * (2 * SIDE + 1) - 1 + margin);
        assertThat(one.getHeight()).isEqualTo(2 * (2 * SIDE + 1) - 1 + margin);
    }

    @Test
    void moreThanACardShowsAreMadeByTheGeneratorsThatWereKept() throws IOException {
        Path run = shapes();
        assertThat(execute("export", run.toString(), "--grid", "10x20"))
                .as(err.toString())
                .isZero();
        BufferedImage one = picture(run.resolve("pictures/unconstrained.png"));
        assertThat(one.getWidth()).isGreaterThan(2 * 20 * SIDE);
    }

    @Test
    void moreThanACardShowsIsRefusedWhereNoGeneratorWasKept() {
        Path run = shapes("--no-checkpoints");
        assertThat(execute("export", run.toString(), "--grid", "8x8"))
                .as(err.toString())
                .isZero();
        assertThat(execute("export", run.toString(), "--grid", "10x20")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("at most 64 samples", "200");
    }

    @Test
    void whatIsNoGridIsRefusedInWords() {
        Path run = shapes();
        assertThat(execute("export", run.toString(), "--grid", "0x8")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(execute("export", run.toString(), "--grid", "8x8", "--scale", "big"))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(execute("export", run.toString(), "--grid", "100x100", "--scale", "9"))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("'0x8'", "'big'", "a grid of at most 64 million pixels");
        assertThat(Files.exists(run.resolve("pictures"))).isFalse();
    }

    @Test
    void whereNetworksReadClassesEachRowHasOneUnderItsNameBesideRealPicturesOfTheClass() throws IOException {
        Path run = shapes("--set", "conditional=projection");
        Path shown = folder.resolve("shown");
        assertThat(execute("export", run.toString(), "--grid=4x6", "--scale=2", "--out=" + shown))
                .as(err.toString())
                .isZero();
        BufferedImage all = picture(shown.resolve("all-lanes.png"));
        int grid = 6 * (2 * SIDE + 1) - 1;
        assertThat(all.getWidth()).as("room for the names").isGreaterThan(3 * grid + 4 * 16 + 20);
        Path more = folder.resolve("more");
        assertThat(execute("export", run.toString(), "--grid=8x12", "--scale=2", "--out=" + more))
                .as(err.toString())
                .isZero();
        Screenshots.save("grid-classes", all);
        Screenshots.save("grid-classes-more", picture(more.resolve("all-lanes.png")));
        Path film = folder.resolve("film");
        assertThat(execute("export", run.toString(), "--film=png", "--grid=4x6", "--out=" + film))
                .as(err.toString())
                .isZero();
    }

    @Test
    void rowsMayGoFromOneLatentPointToAnother() throws IOException {
        Path run = shapes();
        Path target = folder.resolve("between");
        assertThat(execute("export", run.toString(), "--grid=3x8", "--between", "--no-real", "--out=" + target))
                .as(err.toString())
                .isZero();
        Screenshots.save("grid-between", picture(target.resolve("all-lanes.png")));
        assertThat(execute("export", run.toString(), "--grid=3x1", "--between")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("2 or more");
    }

    @Test
    void theAverageAndATruncationAreDrawnAndSaidInThePicture() throws IOException {
        Path run = shapes("--set", "generatorAverage=0.9");
        Path usual = folder.resolve("usual");
        Path other = folder.resolve("other");
        assertThat(execute("export", run.toString(), "--grid=3x4", "--no-real", "--out=" + usual))
                .isZero();
        assertThat(execute(
                        "export",
                        run.toString(),
                        "--grid=3x4",
                        "--no-real",
                        "--average",
                        "--truncation=0.5",
                        "--out=" + other))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Lane unconstrained as it was after step 2, averaged, truncated at 0.5.");
        assertThat(text(other.resolve("all-lanes.png"), "samples")).isEqualTo("averaged, truncated at 0.5");
        assertThat(Files.readAllBytes(other.resolve("unconstrained.png")))
                .isNotEqualTo(Files.readAllBytes(usual.resolve("unconstrained.png")));
        Screenshots.save("grid-average-truncated", picture(other.resolve("all-lanes.png")));
        assertThat(execute("export", run.toString(), "--grid=3x4", "--truncation=9"))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("from 0.05 to 4");
    }

    @Test
    void anAverageThatWasNotKeptIsRefusedWithTheSettingThatKeepsIt() {
        Path run = shapes();
        assertThat(execute("export", run.toString(), "--grid=3x4", "--average")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("generatorAverage");
        assertThat(Files.exists(run.resolve("pictures"))).isFalse();
    }

    @Test
    void pointsHaveNoGrid() {
        Path run = run("eight-gaussians", "--set", "critic.hidden=[8]", "--set", "generator.hidden=[8]");
        assertThat(execute("export", run.toString(), "--grid", "4x4")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("one that learns points");
    }
}
