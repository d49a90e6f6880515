package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.device.EngineCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FigureCommandTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern WORDS = Pattern.compile("<text[^>]*>([^<]*)</text>");
    private static final List<String> DENSE = List.of("--set", "critic.hidden=[8,8,8]");
    private static final List<String> CONVOLUTIONS =
            List.of("--set", "critic.width=0.06", "--set", "generator.width=0.06", "--set", "latent=4");

    @TempDir
    private Path folder;

    private record Outcome(int exit, String out, String err) {}

    private static Outcome execute(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Outcome(line.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Outcome run(String figure, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("run", figure, "--out", out().toString(), "--steps", "3"));
        arguments.addAll(List.of("--set", "batch=16", "--set", "schedule.diagnosticsEvery=3"));
        arguments.addAll(more);
        return execute(arguments);
    }

    /**
     * The words of the drawing of a run that must succeed; its picture is left for people to judge. Words that run upwards are
     * outlines, and not among them.
     */
    private List<String> drawn(String name, List<String> more) throws IOException {
        Outcome outcome = run("figures/" + name, more);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("Drawn to", "figure.png");
        Files.createDirectories(PICTURES);
        Path picture = PICTURES.resolve("figure-" + name + ".png");
        Files.copy(out().resolve("figure.png"), picture, StandardCopyOption.REPLACE_EXISTING);
        String drawing = Files.readString(out().resolve("figure.svg"));
        List<String> words = WORDS.matcher(drawing)
                .results()
                .map(word -> word.group(1).replace("&apos;", "'"))
                .toList();
        assertThat(words).anyMatch(word -> word.startsWith("after "));
        assertThat(words).anyMatch(word -> word.startsWith(name + " · seed 1 · 3 generator steps · "));
        return words;
    }

    @Test
    void surfacesHaveARowForEachLaneAndAColumnForEachVariant() throws IOException {
        assertThat(drawn("wgan-gp-1a", DENSE))
                .contains("8 Gaussians", "25 Gaussians", "Swiss roll", "x₁", "weight clipping", "gradient penalty")
                .filteredOn(word -> word.startsWith("contours every "))
                .hasSize(6);
        for (String variant : List.of("eight-gaussians", "twenty-five-gaussians", "swiss-roll")) {
            assertThat(out().resolve(variant).resolve("run.yaml")).content().contains("kind: " + variant);
            assertThat(out().resolve(variant).resolve("curves.csv")).isNotEmptyFile();
        }
    }

    @Test
    void gradientsStandBesideTheHistogramsOfWeights() throws IOException {
        List<String> small = new ArrayList<>(DENSE);
        small.addAll(List.of("--set", "generator.hidden=[8]"));

        assertThat(drawn("wgan-gp-1b", small))
                .contains("critic's layer, from the output back to the input", "weight")
                .contains("weight clipping, c = 0.01", "gradient penalty");
        assertThat(out().resolve("run/run.yaml")).isNotEmptyFile();
    }

    @Test
    void spectraHaveAPanelForEachLayerOfADataFile() throws IOException {
        List<String> small = new ArrayList<>(CONVOLUTIONS);
        small.addAll(List.of("--data", digits().toString()));

        assertThat(drawn("sngan-3", small))
                .contains("layer 1", "layer 7", "index of σ", "orthonormal", "weight norm")
                .doesNotContain("layer 8");
        assertThat(out().resolve("run/run.yaml")).content().contains("digits-idx3-ubyte");
    }

    @Test
    void normsHaveALineForEachLayer() throws IOException {
        assertThat(drawn("sngan-9", CONVOLUTIONS)).contains("layer 1", "layer 7", "generator updates");
    }

    @Test
    void timesHaveABarForEachLaneAndThePapersBeside() throws IOException {
        assertThat(drawn("sngan-10", CONVOLUTIONS))
                .contains("40 s", "28–30 s", "28 s", "1.00", "lanes took turns; median of 3 updates, times 100");
    }

    @Test
    void aFigureThatNeedsDataSaysHowToNameThemAndLeavesNoFolder() {
        Outcome outcome = run("figures/sngan-3", CONVOLUTIONS);

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("figure sngan-3", "--data PATH");
        assertThat(run(
                                "figures/sngan-3",
                                List.of("--data", folder.resolve("nothing").toString()))
                        .exit())
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(out()).doesNotExist();
    }

    @Test
    void aFigureNeedsAllOfItsLanes() {
        Outcome outcome = run("figures/wgan-gp-1a", List.of("--lanes", "gradient-penalty"));

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("--lanes", "gradient-penalty", "all of its lanes");
    }

    @Test
    void aFigureIsNeverOverwrittenWithoutForce() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("figure.png"), "earlier");

        Outcome outcome = run("figures/sngan-9", CONVOLUTIONS);

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("--force");
        assertThat(out().resolve("figure.png")).content().isEqualTo("earlier");
    }

    @Test
    void presetsListsTheFigures() {
        assertThat(execute(List.of("presets")).out())
                .contains("Papers' figures:", "figures/wgan-gp-1a", "Gulrajani et al. 2017, figure 1b")
                .containsPattern("figures/sngan-3 .*needs --data");
    }

    private Path digits() throws IOException {
        int count = 400;
        int side = 28;
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * side * side);
        bytes.putInt(0x00000803).putInt(count).putInt(side).putInt(side);
        RandomStream random = TestStreams.of(1, "digits");
        while (bytes.hasRemaining()) {
            bytes.put((byte) random.below(256));
        }
        return Files.write(folder.resolve("digits-idx3-ubyte"), bytes.array());
    }
}
