package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.experiment.Allocated;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.LessonText;
import lipschitzlab.experiment.Spoiled;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.figure.PaperFigureReader;
import lipschitzlab.figure.PaperFigures;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.InputException;
import lipschitzlab.yaml.SourceLocation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever stands in a file, it is read or refused with its place; nothing else comes out. */
class AnyTextTest {
    private static final String SEED = "28";

    /** What reading a file of a few kilobytes may take, its result and all that is forgotten on the way. */
    private static final long MAX_BYTES = 64L << 20;

    private interface Reader<T> {
        T read(Path file);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().ofMaxLength(200).map(text -> text);
    }

    @Provide
    Arbitrary<String> presets() {
        return Spoiled.of(Presets.names().stream().map(Spoiled::bundled).toList());
    }

    @Provide
    Arbitrary<String> lessons() {
        return Spoiled.of(Stream.concat(
                        Lessons.names().stream().map(name -> Spoiled.bundled("lessons/" + name)),
                        Stream.of(
                                LessonText.small().toString(),
                                LessonText.former().toString(),
                                LessonText.twofold().toString()))
                .toList());
    }

    @Provide
    Arbitrary<String> figures() {
        return Spoiled.of(PaperFigures.names().stream().map(Spoiled::bundled).toList());
    }

    /** What is read of a text; nothing if it is refused, with its file and line. */
    private static <T> Optional<T> read(String text, Reader<T> reader) throws IOException {
        Path file = Files.createTempFile("any", ".yaml");
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            long before = Allocated.bytes();
            try {
                return Optional.of(reader.read(file));
            } catch (InputException refused) {
                assertThat(refused.getMessage())
                        .startsWith(file + ":")
                        .matches("(?s).*\\.yaml(:\\d+)?: expected .+, found .+")
                        .hasSizeLessThan(4000);
                return Optional.empty();
            } finally {
                assertThat(Allocated.bytes() - before).isLessThan(MAX_BYTES);
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyTextIsRefusedAsAPresetWithItsPlace(@ForAll("anything") String text) throws IOException {
        assertThat(read(text, file -> PresetReader.read(file, Map.of()))).isEmpty();
        assertThat(read(text, LessonReader::read)).isEmpty();
    }

    @Property(tries = 400, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aSpoiledPresetIsReadAndWrittenBackOrRefusedWithItsPlace(@ForAll("presets") String text) throws IOException {
        Optional<Preset> preset = read(text, file -> PresetReader.read(file, Map.of()));
        if (preset.isPresent()) {
            String written = PresetWriter.toYaml(preset.get(), Map.of());
            Preset again =
                    read(written, file -> PresetReader.read(file, Map.of())).orElseThrow();
            assertThat(PresetWriter.toYaml(again, Map.of())).isEqualTo(written);
        }
    }

    @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aSpoiledLessonIsReadOrRefusedWithItsPlace(@ForAll("lessons") String text) throws IOException {
        Optional<Lesson> lesson = read(text, LessonReader::read);
        lesson.flatMap(Lesson::check)
                .ifPresent(check -> assertThat(check.decision().inWords()).isNotEmpty());
    }

    @Property(tries = 150, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aSpoiledFigureIsReadOrRefusedWithItsPlace(@ForAll("figures") String text) throws IOException {
        read(text, file -> PaperFigureReader.of(file.toString(), Map.of()));
    }

    @Provide
    Arbitrary<String> expressions() {
        List<String> pieces = List.of(
                "1",
                "0",
                "2.5",
                "1e308",
                "1e-308",
                "9^9^9^9",
                "gap",
                "less",
                "+",
                "-",
                "*",
                "/",
                "^",
                "%",
                "(",
                ")",
                ",",
                "<",
                ">=",
                "==",
                "!=",
                "&&",
                "||",
                "!",
                "if(",
                "max(",
                "min(",
                "sqrt(",
                "log10(",
                "abs(",
                "at(\"a\", \"gap\", 1)",
                "mean(\"a\", \"gap\", 1, \"end\")",
                "\"a\"",
                " ",
                "[",
                ".",
                "λ",
                "0x1F",
                "1e",
                "=",
                "sigma(",
                "stableRank(\"a\", -1, 0)");
        Arbitrary<String> mixed = Arbitraries.of(pieces).list().ofMaxSize(14).map(list -> String.join("", list));
        return Arbitraries.oneOf(
                mixed,
                Arbitraries.strings().ascii().ofMaxLength(40),
                Spoiled.of(List.of(
                        "max(abs(gap), less) > 1 && abs(1 - gap) < 2",
                        "at(\"a\", \"gap\", \"end\") / mean(\"a\", \"gap\", 0, 2)",
                        "if(gap > 1, sqrt(less), -gap ^ 2)")));
    }

    @Property(tries = 2000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyExpressionIsComputedOrRefusedWithItsPlace(@ForAll("expressions") String text) {
        Preset preset = TINY;
        long before = Allocated.bytes();
        try {
            Formula formula =
                    Formula.parse(text, SourceLocation.option("a.yaml:7"), Map.of("a", preset), List.of("gap", "less"));
            LaneRecord lane = new LaneRecord(
                    preset.lanes().get(0), "a", 6, 6, new LaneHistory(), Optional.empty(), Optional.empty(), Map.of());
            for (double value : new double[] {0, -1, 1e300, Double.MIN_VALUE}) {
                Map<String, Double> values = Map.of("gap", value, "less", 2.0);
                formula.number(Map.of("a", lane), values)
                        .ifPresent(number -> assertThat(number).isFinite());
                formula.truth(Map.of("a", lane), values);
            }
        } catch (InputException refused) {
            assertThat(refused).hasMessageStartingWith("a.yaml:7: expected ");
            assertThat(refused.getMessage()).hasSizeLessThan(1500);
        }
        assertThat(Allocated.bytes() - before).isLessThan(MAX_BYTES);
    }

    private static final Preset TINY = TinyPresets.toy();
}
