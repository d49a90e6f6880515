package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lipschitzlab.experiment.LessonText;
import lipschitzlab.experiment.PresetText;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LessonReaderTest {
    @TempDir
    Path folder;

    private Lesson read(LessonText text) throws IOException {
        return LessonReader.of(
                Files.writeString(folder.resolve("small.yaml"), text.toString()).toString());
    }

    private void refused(LessonText text, int line, String... parts) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("small.yaml:" + line)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    @Test
    void everythingWrittenIsRead() throws IOException {
        Lesson lesson = read(LessonText.small());

        assertThat(lesson.name()).isEqualTo("small");
        assertThat(lesson.steps()).containsExactly("Press Play.");
        assertThat(lesson.variants()).hasSize(1);
        Preset preset = lesson.variants().get(0).preset();
        assertThat(preset.lanes()).extracting(LaneSpec::id).containsExactly("spectral-norm", "weight-clipping");
        assertThat(preset.critic()).isEqualTo(new Mlp(List.of(8, 8), 0.1));
        assertThat(preset.shared().get(SharedSettings.STEPS)).isEqualTo(6);
        assertThat(lesson.alone()).isFalse();
        assertThat(lesson.controls()).containsExactly("c", "batch");
        assertThat(lesson.view())
                .isEqualTo(
                        new Lesson.View(CardView.WEIGHTS, SurfaceQuantity.SLOPE, Metric.NEAR_MODE, OptionalInt.of(2)));
        Lesson.Check check = lesson.requireCheck();
        assertThat(check.measures()).extracting(Lesson.Measure::name).containsExactly("gap", "share");
        assertThat(check.decisive()).extracting(Lesson.Measure::name).containsExactly("share");
        assertThat(check.decision().what()).isEqualTo("the share at the edge");
        assertThat(check.decision().threshold()).isEqualTo(0.01);
        assertThat(check.decision().direction()).isEqualTo(Direction.ABOVE);
        assertThat(check.decision().inWords()).isEqualTo("share > 0.01");
        assertThat(check.figure()).isEqualTo(new Lesson.FigureSpec.Layers(LayerMetric.SHARE_AT_EDGE));
        assertThat(check.tuningSeeds()).containsExactly(101, 102);
        assertThat(check.seeds()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void controlsMayBeNoneAndTheSurfaceIsTheValueUnlessItIsWritten() throws IOException {
        Lesson lesson = read(LessonText.small().line(36, "controls: []").without(39, 39));

        assertThat(lesson.controls()).isEmpty();
        assertThat(lesson.view().surfaceQuantity()).isEqualTo(SurfaceQuantity.VALUE);
        assertThat(read(LessonText.small().line(36, "controls:")).controls()).isEmpty();
    }

    @Test
    void aLessonWithNothingToMeasureIsForShowing() throws IOException {
        Lesson lesson = read(LessonText.small().without(18, 35));

        assertThat(lesson.check()).isEmpty();
        assertThatThrownBy(lesson::requireCheck)
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("lesson small", "measures, verdict, figure, seeds", "only for showing");
    }

    @Test
    void aFigureMayShowMeasures() throws IOException {
        Lesson.Check check =
                read(LessonText.small().line(32, "  measures: [share, gap]")).requireCheck();

        assertThat(check.figure())
                .isEqualTo(new Lesson.FigureSpec.Measures(
                        List.of(check.measures().get(1), check.measures().get(0))));
    }

    @Test
    void anEffectIsPutInWordsWithItsThreshold() {
        assertThat(inWords("c-is-a-cliff")).isEqualTo("min(clipped1 − 1, -clipped2 − 1, 1 − |penalized|) > 0");
        assertThat(inWords("constraint-or-objective")).isEqualTo("controlled / recipes < 0.5");
    }

    private static String inWords(String lesson) {
        return LessonReader.of(lesson).requireCheck().decision().inWords();
    }

    @Test
    void aRuleOfAFormerVersionIsAnEffectOfOneOrZero() throws IOException {
        Lesson.Check check = read(LessonText.former()).requireCheck();

        assertThat(check.decision().inWords()).isEqualTo("if(share > 0.01, 1, 0) > 0.5");
        assertThat(check.decisive()).extracting(Lesson.Measure::name).containsExactly("share");
        assertThat(check.ofSeed(1, Map.of("share", 0.02)).effect()).hasValue(1);
        assertThat(check.ofSeed(1, Map.of("share", 0.01)).effect()).hasValue(0);
        assertThat(check.ofSeed(1, Map.of()).effect()).isEmpty();
        assertThat(check.seeds()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "27|  rule: share > most|the name of a number|'most'",
                "27|  rule: share + least|true or false|a number",
                "27|  rule: share > 0.01|every threshold in the rule|least",
                "29|    least: some|a number from|some",
                "29|    share: 1|names of their own|'share'",
            })
    void whatIsWrongInARuleOfAFormerVersionIsNamed(int line, String text, String expected, String found) {
        int at = text.contains("share: 1") ? 25 : line;
        refused(LessonText.former().line(line, text), at, expected, found);
    }

    @Test
    void theCurveOnShowIsOneThatEveryVariantMeasures() {
        LessonText apart = LessonText.small()
                .line(11, "  variants: {here: {}, apart: {preset: disjoint}}")
                .line(21, "    is: at(\"here/weight-clipping\", \"gap\", \"end\")")
                .line(24, "    is: gap");

        refused(apart, 40, "one of critic_loss", "'near_mode'");
    }

    @Test
    void lessonsAndPresetsAreToldApartByTheirKeys() throws IOException {
        Path lesson =
                Files.writeString(folder.resolve("a.yaml"), LessonText.small().toString());
        Path preset =
                Files.writeString(folder.resolve("b.yaml"), PresetText.small().toString());

        assertThat(LessonReader.recognises(lesson)).isTrue();
        assertThat(LessonReader.recognises(preset)).isFalse();
    }

    @Test
    void variantsHaveTheirOwnPresetOrTheirOwnValues() throws IOException {
        Lesson lesson = read(LessonText.small()
                .line(11, "  variants: {wide: {set: {batch: 32}}, apart: {preset: disjoint}}")
                .line(21, "    is: at(\"wide/weight-clipping\", \"modes\", 6)")
                .line(24, "    is: gap / at(\"apart/unconstrained\", \"gap\", 6)")
                .line(40, "  curve: gap"));

        assertThat(lesson.variants()).extracting(Lesson.Variant::name).containsExactly("wide", "apart");
        assertThat(lesson.variants())
                .extracting(variant -> variant.preset().shared().get(SharedSettings.BATCH))
                .containsExactly(32, 16);
        assertThat(lesson.variants().get(1).preset().name()).isEqualTo("small-apart");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "2|clam: x|a key of the lesson|claim",
                "9|experiments:|a key of the lesson|experiment",
                "10|  preset: nine-gaussians|a bundled preset|nine-gaussians",
                "11|  lanes: [clipping]|lanes of small|clipping",
                "13|    batsh: 16|batsh|batch",
                "16|    schedule.steps: 0|from 1 to|'0'",
                "21|    is: at(\"clipping\", \"gap\", 1)|a lane of the lesson|weight-clipping",
                "21|    is: at(\"weight-clipping\", \"gab\", 1)|a metric of these data|'gab'",
                "21|    is: at(\"weight-clipping\", \"gap\", 7)|a step from 0 to 6|7",
                "21|    is: at(\"weight-clipping\", \"gap\", 1.5)|a step from 0 to 6|1.5",
                "21|    is: at(\"weight-clipping\", \"gap\")|an expression|arameter",
                "21|    is: stableRank(\"weight-clipping\", 4, 6)|a layer from 1 to 3|4",
                "21|    is: shareAtEdge(\"weight-clipping\", 1 +)|an expression|character",
                "21|    is: at(\"weight-clipping\", \"gap\", share)|texts in quotes and numbers|share",
                "21|    is: random()|an expression|stableRank",
                "24|    is: gab|the name of a number|Did you mean gap?",
                "27|  effect: share > 0.01|a number|true or false",
                "27|  effect: shares|the name of a number|Did you mean share?",
                "27|  efect: share|a key of verdict|Did you mean effect?",
                "28|  threshold: some|a number from|some",
                "29|  direction: over|one of above, below|'over'",
                "32|  layers: weights|one of shareAtEdge|weights",
                "32|  measures: [shares]|one of gap, share|shares",
                "32|  measures: share|a list of measures|share",
                "32|  spectrum: 9|from 1 to 3|9",
                "35|  final: [1, 101, 3, 4, 5, 6, 7, 8, 9, 10]|neither tuning seeds|101",
                "35|  final: [1, 1]|twice|1",
                "35|  final: [1, 2, 3, 4, 5, 6, 7, 8, 9]|at least 10 final seeds|9",
                "35|  final: []|a list of seeds|an empty list",
                "36|controls: [learningrate]|the key of a setting|Did you mean learningRate?",
                "36|controls: [lambda]|the key of a setting|'lambda'",
                "36|controls: c|a list of settings|'c'",
                "36|controls: [c, c]|each setting once|'c' twice",
                "38|  card: weight|one of matrix|'weight'",
                "39|  grund: slope|a key of view|Did you mean ground?",
                "39|  ground: steep|one of value, slope, direction for ground|'steep'",
                "40|  curve: gab|one of critic_loss|'gab'",
                "41|  layer: 4|from 1 to 3 for layer|'4'",
            })
    void whatIsWrongIsNamedWithItsLine(int line, String text, String expected, String found) {
        refused(LessonText.small().line(line, text), line, expected, found);
    }

    @Test
    void aDistanceWithoutWhatRealSamplesComeToIsRefused() {
        refused(
                LessonText.small().line(21, "    is: at(\"weight-clipping\", \"sliced_wasserstein\", \"end\")"),
                25,
                "a measure with floor(\"lane\", \"sliced_wasserstein\")",
                "none");
        String measured = "    is: at(\"weight-clipping\", \"sliced_wasserstein\", \"end\")"
                + " - floor(\"weight-clipping\", \"sliced_wasserstein\")";
        assertThatCode(() -> read(LessonText.small().line(21, measured))).doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingIsNamed() {
        refused(LessonText.small().without(3, 3), 1, "the key source");
        for (int line = 26; line <= 30; line++) {
            String key = List.of("what", "effect", "threshold", "direction", "because")
                    .get(line - 26);
            refused(LessonText.small().without(line, line), 25, "the key " + key);
        }
        refused(LessonText.small().without(33, 35), 1, "the key seeds");
        refused(LessonText.small().without(36, 36), 1, "the key controls");
        refused(LessonText.small().without(38, 38), 37, "the key card");
    }

    static List<String> names() {
        return Lessons.names();
    }

    /** Reading checks every lane, metric, layer and step that an expression names, and every control and what is shown. */
    @ParameterizedTest
    @MethodSource("names")
    void everyBundledLessonReadsAndStatesItsSeeds(String name) {
        Lesson lesson = LessonReader.of(name);

        Lesson.Check check = lesson.requireCheck();
        assertThat(check.tuningSeeds()).containsExactly(101, 102);
        assertThat(check.seeds()).hasSizeGreaterThanOrEqualTo(10).doesNotContainAnyElementsOf(check.tuningSeeds());
        assertThat(check.decisive()).isNotEmpty();
    }

    @Test
    void noLessonFileIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("presets/lessons"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Lessons.names());
        }
    }

    @Test
    void anUnknownLessonIsRefusedWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> LessonReader.of("many-mode"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Did you mean many-modes?");
    }
}
