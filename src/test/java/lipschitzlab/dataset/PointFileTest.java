package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("points.csv"), text);
    }

    /** Read with these settings, which stand in pairs of key and value. */
    private static PointFile read(Path file, String... pairs) {
        Values settings = ByKey.with(new Values(TableSettings.all()), pairs);
        return PointFile.read(file, settings);
    }

    private static PointFile asItIs(Path file) {
        return read(file, "centre", "0, 0", "scale", "1");
    }

    private AbstractThrowableAssert<?, ?> refusing(String text) throws IOException {
        Path file = file(text);
        return assertThatThrownBy(() -> PointFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void headerCommentsBlankLinesAndSpacesArePassedOver() throws IOException {
        PointFile data = asItIs(file("\uFEFF# made by hand\r\nx, y\r\n\r\n 1.5 ,-2e1\r\n# more\n+.5,3.\n"));
        assertThat(data.count()).isEqualTo(2);
        assertThat(data.range()).isEqualTo(20);
        // One of the two is for training and the other is held out.
        assertThat(List.of(
                        list(data.batch(1, TestStreams.of(1, "test"))),
                        list(data.heldOut(1, TestStreams.of(1, "test")))))
                .containsExactlyInAnyOrder(List.of(0.5f, 3f), List.of(1.5f, -20f));
    }

    @Test
    void oneInTenPointsIsHeldOutAndNoneIsInBothParts() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_021; i++) {
            text.append(i).append(',').append(-i).append('\n');
        }
        PointFile data =
                read(file(text.toString()), "separator", "comma", "columns", "1, 2", "centre", "0, 0", "scale", "1");
        Set<Integer> training = firsts(data.batch(100_000, TestStreams.of(1, "test")));
        Set<Integer> heldOut = firsts(data.heldOut(50_000, TestStreams.of(1, "test")));
        assertThat(heldOut).hasSize(303).extracting(i -> i / 10).doesNotHaveDuplicates();
        assertThat(training).hasSize(3_021 - 303).doesNotContainAnyElementsOf(heldOut);
    }

    private static List<Float> list(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
    }

    private static Set<Integer> firsts(float[] batch) {
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < batch.length; i += 2) {
            assertThat(batch[i + 1]).isEqualTo(-batch[i]);
            found.add((int) batch[i]);
        }
        return found;
    }

    @Test
    void pointsThatAreAllTheOriginStillHaveARange() throws IOException {
        assertThat(PointFile.read(file("x,y\n0,0\n0,0\n")).range()).isEqualTo(1);
    }

    @Test
    void aLetterIsNamedWithLineColumnAndText() throws IOException {
        refusing("x,y\n1,2\n\n3,4o\n")
                .hasMessageContaining("line 4, column 2")
                .hasMessageContaining("expected a number")
                .hasMessageContaining("'4o'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1d", "1 2", "--1", ".", "1e", "x"})
    void whatOnlyAProgrammingLanguageReadsAsANumberIsRefused(String cell) throws IOException {
        refusing("1.5,2\n3,4\n5,6\n" + cell + ",1\n").hasMessageContaining("line 4, column 1");
    }

    @Test
    void anEmptyCellIsCalledEmpty() throws IOException {
        refusing("1.5,2\n,1\n").hasMessageContaining("line 2, column 1").hasMessageContaining("an empty cell");
    }

    @Test
    void wrongNumbersOfColumnsAreCounted() throws IOException {
        refusing("x,y\n1,2\n1,2,3\n").hasMessageContaining("line 3").hasMessageContaining("3 columns, '1,2,3'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-Infinity", "inf", "nan"})
    void numbersThatAreNotFiniteAreRefused(String cell) throws IOException {
        refusing("1.5,2\n3," + cell + "\n")
                .hasMessageContaining("line 2, column 2")
                .hasMessageContaining("a finite number");
    }

    @Test
    void numbersTooLargeToBeComputedWithAreRefused() throws IOException {
        refusing("1.5,2\n3,1e101\n").hasMessageContaining("1e100").hasMessageContaining("'1e101'");
    }

    @Test
    void fewerThanTwoPointsAreRefused() throws IOException {
        refusing("").hasMessageContaining("no point");
        refusing("# nothing\n").hasMessageContaining("no point");
        refusing("1.5,2\n").hasMessageContaining("1 point").hasMessageContaining("2 points or more");
    }

    @Test
    void aFolderIsNotAPointFile() {
        assertThatThrownBy(() -> PointFile.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("found a folder");
    }

    @Test
    void aSpreadsheetsBinaryFileIsNotText() throws IOException {
        Path file = Files.write(folder.resolve("table.xlsx"), new byte[] {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xFE});
        assertThatThrownBy(() -> PointFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a ZIP archive");
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        Path file = file("1.5,2\n3,4\n");
        assumeThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file))
                .as("an administrator reads everything")
                .isFalse();
        assertThatThrownBy(() -> PointFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no permission");
    }
}
