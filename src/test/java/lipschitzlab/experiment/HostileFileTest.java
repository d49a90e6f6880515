package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no file, that have too much, or that mean to compute for ever: each is answered, soon and in little memory. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HostileFileTest {
    private static final int NEARLY_ALL = (1 << 20) - 2000;

    /** What reading any file may take; files are no larger than 1 MiB. */
    private static final long MAX_BYTES = 1L << 30;

    @TempDir
    Path folder;

    private static String many(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    static Stream<Arguments> texts() {
        String laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + many(20, i -> (char) ('b' + i) + ": &" + (char) ('b' + i) + " [*a, *a, *a, *a, *a, *a, *a, *a]\n");
        return Stream.of(
                Arguments.of("a hundred thousand keys", many(100_000, i -> "k" + i + ": 1\n")),
                Arguments.of("a hundred thousand lanes", "title: x\nlanes:\n" + many(90_000, i -> "  l" + i + ":\n")),
                Arguments.of(
                        "many keys of a lane", "title: x\nlanes:\n  r1:\n" + many(60_000, i -> "    k" + i + ": 1\n")),
                Arguments.of("a number without end", "title: x\nseed: " + "9".repeat(NEARLY_ALL) + "x\n"),
                Arguments.of("a fraction without end", "title: x\nseed: 1." + "9".repeat(NEARLY_ALL) + "x\n"),
                Arguments.of("a key without end", "title: x\n\"" + "k".repeat(NEARLY_ALL) + "\": 1\n"),
                Arguments.of("a word without end", "title: x\nmode: 1\n" + "k".repeat(NEARLY_ALL)),
                Arguments.of("a quote without end", "title: x\nlookFor: \"" + "k ".repeat(NEARLY_ALL / 2)),
                Arguments.of("a folded text without end", "title: x\nseed: >\n" + "  k\n".repeat(NEARLY_ALL / 4)),
                Arguments.of("escapes without end", "title: x\nseed: \"" + "\\n".repeat(NEARLY_ALL / 2) + "\"\n"),
                Arguments.of("empty lines", "title: x\nseed: a\n" + "\n".repeat(NEARLY_ALL) + " b\n"),
                Arguments.of("comments", "title: x\n" + "#\n".repeat(NEARLY_ALL / 2) + "seed: x\n"),
                Arguments.of("spaces", "title: x\n" + " ".repeat(NEARLY_ALL) + "\tseed: x\n"),
                Arguments.of("brackets", "title: " + "[".repeat(NEARLY_ALL)),
                Arguments.of("braces", "title: " + "{a: ".repeat(NEARLY_ALL / 4)),
                Arguments.of("hyphens", "title:\n" + "- ".repeat(NEARLY_ALL / 2)),
                Arguments.of("question marks", "? ".repeat(NEARLY_ALL / 2)),
                Arguments.of("colons", "title: x\n" + ": ".repeat(NEARLY_ALL / 2)),
                Arguments.of("anchors", "title: x\n" + many(60_000, i -> "&a" + i + " ")),
                Arguments.of("tags", "title: x\nseed: " + "!a ".repeat(NEARLY_ALL / 3)),
                Arguments.of("a billion laughs", laughs),
                Arguments.of("layers", "critic:\n  kind: mlp\n  hidden: [" + "1, ".repeat(300_000) + "1]\n"),
                Arguments.of("constraints", "lanes:\n  a:\n    constraint: [" + "r1, ".repeat(200_000) + "r1]\n"),
                Arguments.of(
                        "a constraint without end", "lanes:\n  a:\n    constraint: " + "r1+".repeat(200_000) + "r1\n"));
    }

    private static Throwable refusal(Runnable reading) {
        long before = Allocated.bytes();
        Throwable refusal = catchThrowable(reading::run);
        assertThat(Allocated.bytes() - before).isLessThan(MAX_BYTES);
        return refusal;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aFileWithTooMuchIsRefusedAsPresetAndAsLesson(String what, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("much.yaml"), text);

        for (Throwable refusal : new Throwable[] {
            refusal(() -> PresetReader.read(file, Map.of())), refusal(() -> LessonReader.read(file))
        }) {
            assertThat(refusal).isInstanceOf(InputException.class).hasMessageStartingWith(file + ":");
            assertThat(refusal.getMessage()).hasSizeLessThan(2500);
        }
    }

    @Test
    void aFileIsReadUpToOneMebibyte() throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> PresetReader.read(file, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("large.yaml: expected a preset (a YAML file) of at most 1 MiB, found 1 MiB");
    }

    static Stream<Path> endless() {
        return Stream.of(Path.of("/dev/zero"), Path.of("/dev/stdin"), Path.of("/dev/tty"), Path.of("/proc/self/fd"))
                .filter(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("endless")
    void whatIsNoFileIsRefusedAsPresetAndAsLesson(Path device) throws IOException {
        Path path = Files.createSymbolicLink(folder.resolve("endless.yaml"), device);
        for (Throwable refusal : new Throwable[] {
            refusal(() -> PresetReader.of(device.toString(), Map.of())),
            refusal(() -> PresetReader.of(path.toString(), Map.of())),
            refusal(() -> LessonReader.of(path.toString())),
            refusal(() -> LessonReader.recognises(path))
        }) {
            assertThat(refusal)
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching("(?s)(" + device + "|" + path + "): expected a .*");
        }
    }

    @Test
    void aLongRecordOfChangesIsRead() throws IOException {
        String changes = many(14_000, i -> "  - {step: " + i + ", lane: gradient-penalty, key: lambda, value: 1}\n");
        Path file = Files.writeString(
                folder.resolve("run.yaml"), PresetText.small().without(25, 26) + "changes:\n" + changes);
        assertThat(PresetReader.read(file, Map.of()).changes()).hasSize(14_000);
    }
}
