package lipschitzlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.FigureText;
import lipschitzlab.figure.PaperFigure.FigureForm;
import lipschitzlab.figure.PaperFigure.Seconds;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaperFigureReaderTest {
    @TempDir
    Path folder;

    private String file(FigureText text) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), text.toString()).toString();
    }

    private PaperFigure read(FigureText text, Map<String, String> overrides) throws IOException {
        return PaperFigureReader.of(file(text), overrides);
    }

    private void refused(FigureText text, int line, String... parts) {
        assertThatThrownBy(() -> read(text, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("small.yaml:" + line + ":")
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    @Test
    void everythingWrittenIsRead() throws IOException {
        PaperFigure figure = read(FigureText.small(), Map.of("schedule.steps", "7", "batch", "32"));

        assertThat(figure.name()).isEqualTo("small");
        assertThat(figure.alone()).isTrue();
        assertThat(figure.missesFile()).isFalse();
        assertThat(figure.form())
                .isEqualTo(new FigureForm.Times(
                        50,
                        "spectral-norm",
                        Map.of("weight-clipping", new Seconds(1, 2), "spectral-norm", new Seconds(3, 3))));
        Values shared = figure.variants().get(0).preset().shared();
        assertThat(shared.get(SharedSettings.STEPS)).isEqualTo(7);
        assertThat(shared.get(SharedSettings.BATCH))
                .as("an option comes after what the file sets")
                .isEqualTo(32);
    }

    @Test
    void whatIsNotWrittenHasADefault() throws IOException {
        FigureForm surfaces =
                read(FigureText.small().form("  kind: surfaces"), Map.of()).form();
        FigureForm norms = read(FigureText.small().form("  kind: norms", "  lane: spectral-norm"), Map.of())
                .form();

        assertThat(surfaces).isEqualTo(new FigureForm.Surfaces(500, 12));
        assertThat(norms).isEqualTo(new FigureForm.Norms("spectral-norm", 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1|titel: x|a key of the figure|title",
                "1|claim: x|a key of the figure|findings runs it",
                "5|  alone: yes|one of true, false|'yes'",
                "6|  preset: nine-gaussians|a bundled preset|nine-gaussians",
                "7|  lanes: [clipping]|lanes of small|clipping",
                "11|  kind: pie|one of surfaces, gradients, spectra, norms, times|'pie'",
                "12|  updates: 0|a whole number from 1|'0'",
                "12|  points: 5|a key of figure|'points'",
                "13|  baseline: spectral|a lane of the figure|Did you mean spectral-norm?",
                "15|    clipping: 1|a lane of the figure|Did you mean weight-clipping?",
                "15|    weight-clipping: [2, 1]|the least and the most|a list",
                "15|    weight-clipping: soon|a number greater than 0|'soon'",
            })
    void whatIsWrongIsNamedWithItsLine(int line, String text, String expected, String found) {
        refused(FigureText.small().line(line, text), line, expected, found);
    }

    @Test
    void whatDoesNotFitTheKindIsRefused() {
        refused(FigureText.small().line(5, "  alone: false"), 11, "alone: true", "at the same time");
        refused(FigureText.small().line(16, ""), 14, "the time of spectral-norm", "none");
        refused(FigureText.small().line(6, "  preset: shapes").form("  kind: surfaces"), 11, "of the plane", "shapes");
        refused(FigureText.small().form("  kind: norms", "  lane: spectral-norm", "  layers: 5"), 13, "from 1 to 4");
        refused(FigureText.small().form("  kind: norms"), 10, "the key lane", "none");
        refused(FigureText.small().form("  kind: gradients", "  weights: []"), 12, "1 to 4 lanes", "0");
        refused(FigureText.small().form("  kind: gradients", "  weights: [x]"), 12, "a lane of the figure", "'x'");
        refused(FigureText.small().form("  kind: spectra", "  layers: 3"), 12, "a key of figure", "'layers'");
        refused(
                FigureText.small()
                        .line(7, "  variants: {a: {lanes: [spectral-norm]}, b: {lanes: [unconstrained]}}")
                        .form("  kind: surfaces"),
                11,
                "the same lanes in every variant",
                "unconstrained in b");
    }

    @Test
    void lanesOfOneMethodAreNamedByWhatDiffers() throws IOException, InterruptedException {
        PaperFigure figure = PaperFigureReader.of(
                "figures/wgan-gp-1b",
                Map.of(
                        "critic.hidden", "[4]",
                        "generator.hidden", "[4]",
                        "batch", "4",
                        "schedule.steps", "1"));
        Lesson.Variant variant = figure.variants().get(0);
        try (Experiment experiment = figure.open(variant, Backend.choose())) {
            experiment.awaitRest();
            assertThat(figure.take(variant, experiment).lanes())
                    .extracting(LaneRecord::title)
                    .containsExactly(
                            "weight clipping, c = 0.001",
                            "weight clipping, c = 0.01",
                            "weight clipping, c = 0.1",
                            "gradient penalty");
        }
    }

    static List<String> names() {
        return PaperFigures.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyBundledFigureReadsAndSaysWhatToLookFor(String name) {
        PaperFigure figure = PaperFigureReader.of(name, Map.of());

        assertThat(PaperFigureReader.isFigure(name)).isTrue();
        assertThat("figures/" + figure.name()).isEqualTo(name);
        assertThat(figure.source()).contains("figure");
        assertThat(figure.lookFor().split("[.?] ")).hasSizeBetween(2, 6);
        assertThat(figure.missesFile()).isEqualTo(name.equals("figures/sngan-3"));
    }

    @Test
    void noFigureFileIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("presets/figures"))) {
            assertThat(files.map(
                            file -> "figures/" + file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(PaperFigures.names());
        }
    }

    @Test
    void aFigureIsToldFromAPreset() throws IOException {
        assertThat(PaperFigureReader.isFigure(file(FigureText.small()))).isTrue();
        assertThat(PaperFigureReader.isFigure("eight-gaussians")).isFalse();
        assertThat(PaperFigureReader.isFigure("presets/swiss-roll.yaml")).isFalse();
        assertThat(PaperFigureReader.isFigure("nowhere/small.yaml")).isFalse();
    }

    @Test
    void anUnknownFigureIsRefusedWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> PaperFigureReader.of("figures/wgan-gp-1", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Did you mean figures/wgan-gp-1a?");
    }
}
