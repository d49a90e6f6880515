package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as programs write them: each holds the points (−1.5, 0.25), (1, −0.5) and (0.5, 1.25). */
class TablesTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("table"), text.getBytes(charset));
    }

    private static PointFile read(Path file, String... pairs) {
        Values settings = ByKey.with(new Values(TableSettings.all()), pairs);
        return PointFile.read(file, settings);
    }

    private AbstractThrowableAssert<?, ?> refusing(String text, String... pairs) throws IOException {
        Path file = file(text, StandardCharsets.UTF_8);
        return assertThatThrownBy(() -> read(file, pairs)).isInstanceOf(InputException.class);
    }

    /** Point 0 is held out, points 1 and 2 are for training. */
    private static void assertHoldsThePoints(PointFile data) {
        assertThat(data.count()).isEqualTo(3);
        assertThat(data.heldOut(1, TestStreams.of(1, "test"))).containsExactly(-1.5f, 0.25f);
        float[] batch = data.batch(20, TestStreams.of(1, "test"));
        for (int i = 0; i < batch.length; i += 2) {
            assertThat(batch[i + 1]).isEqualTo(batch[i] == 1f ? -0.5f : 1.25f);
            assertThat(batch[i]).isIn(1f, 0.5f);
        }
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                table("Python's csv", "lon,lat\r\n-1.5,0.25\r\n1.0,-0.5\r\n0.5,1.25\r\n", "comma", "point"),
                table(
                        "all quoted",
                        "\"x\",\"y\"\n\"-1.5\",\"0.25\"\n\"1\",\"-0.5\"\n\"0.5\",\"1.25\"\n",
                        "comma",
                        "point"),
                table(
                        "NumPy's savetxt",
                        "-1.500000000000000000e+00 2.500000000000000000e-01\n"
                                + "1.000000000000000000e+00 -5.000000000000000000e-01\n"
                                + "5.000000000000000000e-01 1.250000000000000000e+00\n",
                        "space",
                        "point"),
                table("NumPy with a header", "# x,y\n-1.5,0.25\n1.0,-0.5\n0.5,1.25\n", "comma", "point"),
                table("pandas", ",x,y\n0,-1.5,0.25\n1,1.0,-0.5\n2,0.5,1.25\n", "comma", "point"),
                table("pandas, unnamed", ",0,1\n0,-1.5,0.25\n1,1.0,-0.5\n2,0.5,1.25\n", "comma", "point"),
                table("pandas, no row numbers", "0,1\n-1.5,0.25\n1.0,-0.5\n0.5,1.25\n", "comma", "point"),
                table("pandas, no header", "0,-1.5,0.25\n1,1.0,-0.5\n2,0.5,1.25\n", "comma", "point"),
                table(
                        "R's write.csv",
                        "\"\",\"a\",\"b\"\n\"1\",-1.5,0.25\n\"2\",1,-0.5\n\"3\",0.5,1.25\n",
                        "comma",
                        "point"),
                table(
                        "R's write.table",
                        "\"a\" \"b\"\n\"1\" -1.5 0.25\n\"2\" 1 -0.5\n\"3\" 0.5 1.25\n",
                        "space",
                        "point"),
                table(
                        "Excel, German",
                        "Länge;Breite\r\n-1,5;0,25\r\n1;-0,5\r\n0,5;1,25\r\n",
                        "semicolon",
                        "comma",
                        WINDOWS),
                table(
                        "Excel's Unicode text",
                        "\uFEFFLänge\tBreite\r\n-1,5\t0,25\r\n1\t-0,5\r\n0,5\t1,25\r\n",
                        "tab",
                        "comma",
                        StandardCharsets.UTF_16LE),
                table(
                        "UTF-16 without a mark",
                        "x\ty\n-1.5\t0.25\n1\t-0.5\n0.5\t1.25\n",
                        "tab",
                        "point",
                        StandardCharsets.UTF_16BE),
                table(
                        "Google Sheets, German",
                        "x,y\n\"-1,5\",\"0,25\"\n1,\"-0,5\"\n\"0,5\",\"1,25\"\n",
                        "comma",
                        "comma"),
                table("Octave", "# name: p\n# type: matrix\n -1.5 0.25\n 1 -0.5\n 0.5 1.25\n\n", "space", "point"),
                table("MATLAB", "% made\n-1.5,0.25\n1,-0.5\n0.5,1.25\n", "comma", "point"),
                table("gnuplot, decimal commas", "-1,5  0,25\n1     -0,5\n0,5   1,25\n", "space", "comma"),
                table("sep= at the top", "sep=;\na;b\n-1.5;0.25\n1;-0.5\n0.5;1.25\n", "semicolon", "point"),
                table("a separator at each end", "a;b;\n-1,5;0,25;\n1;-0,5;\n0,5;1,25;\n", "semicolon", "comma"),
                table("title and units", "Run 12\n\na;b\n(m);(s)\n-1.5;0.25\n1;-0.5\n0.5;1.25\n", "semicolon", "point"),
                table("a column of words", "kind,x,y\na,-1.5,0.25\nb,1,-0.5\na,0.5,1.25\n", "comma", "point"),
                table("old line ends", "a,b\r-1.5,0.25\r1,-0.5\r0.5,1.25\r", "comma", "point"),
                table("typographic minus", "a,b\n\u22121.5,0.25\n1,\u22120.5\n0.5,1.25\n", "comma", "point"));
    }

    private static Arguments table(String program, String text, String separator, String decimal) {
        return table(program, text, separator, decimal, StandardCharsets.UTF_8);
    }

    private static Arguments table(String program, String text, String separator, String decimal, Charset charset) {
        return Arguments.of(program, text, separator, decimal, charset);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aTableIsReadAsItsProgramWroteItAndSaysHow(
            String program, String text, String separator, String decimal, Charset charset) throws IOException {
        Path file = file(text, charset);
        PointFile found = PointFile.read(file);
        assertThat(found.found())
                .contains(
                        new Assignment<>(TableSettings.SEPARATOR, separator),
                        new Assignment<>(TableSettings.DECIMAL, decimal));
        assertThat(found.notes().get(0))
                .contains("3 points")
                .contains(separator + "s")
                .contains("decimal " + decimal);
        assertHoldsThePoints(read(file, "centre", "0, 0", "scale", "1"));
    }

    @Test
    void aGzippedTableReadsAsItsContent() throws IOException {
        byte[] text = "x,y\n-1.5,0.25\n1,-0.5\n0.5,1.25\n".getBytes(StandardCharsets.UTF_8);
        assertHoldsThePoints(PointFile.read(Files.write(folder.resolve("t.csv.gz"), IdxFiles.gzipped(text))));
    }

    @Test
    void oneColumnWithDecimalCommasIsNeverPoints() throws IOException {
        refusing("0,94\n0,87\n1,02\n")
                .hasMessageContaining("line 1")
                .hasMessageContaining("'0,94'")
                .hasMessageContaining("data.separator");
        refusing("value\n0,94\n0,87\n1,02\n").hasMessageContaining("found");
        assertThat(read(file("1,2\n3,4\n5,-1\n", StandardCharsets.UTF_8)).count())
                .isEqualTo(3);
        assertThat(read(file("0,94\n0,87\n1,02\n", StandardCharsets.UTF_8), "separator", "comma")
                        .count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;b@1,5;2.5@2,5;3.5|both '2.5' and '1,5'",
                "a@0.5@0.7|1 column of numbers (1 'a')",
                "0,0.5@1,0.7@2,0.9|row numbers in column 1",
                ",0@0,0.5@1,0.7@2,0.9|1 column of numbers (2 '0')",
                "a,b,c@0.5,1,2@3,4,5|3 columns of numbers: 1 'a', 2 'b', 3 'c'",
                "one fox@two foxes|Nothing below it reads as two numbers",
                "x,y@1.5,2@3,4o|line 3, column 2",
                "x,y@1.5,2@3,NA|'NA'",
                "x,y@1.5,2@3,1.234.5|no sign between thousands"
            })
    void whatIsNoTableOrReadsInTwoWaysIsRefusedInWords(String text, String words) throws IOException {
        refusing(text.replace('@', '\n')).hasMessageContaining(words);
    }

    @Test
    void aCommaBetweenThousandsIsNoDecimalComma() throws IOException {
        String text = "a\tb\n1,234\t2,345\n3,456\t9,999\n";
        refusing(text).hasMessageContaining("thousands").hasMessageContaining("data.decimal");
        assertThat(read(file(text, StandardCharsets.UTF_8), "decimal", "comma").count())
                .isEqualTo(2);
    }

    @Test
    void columnsAreTakenByNumberOrNameAndAnUnknownOneIsAnsweredWithThoseThatThereAre() throws IOException {
        String text = "a,b,c\n-1.5,9,0.25\n1,8,-0.5\n0.5,9,1.25\n";
        Path file = file(text, StandardCharsets.UTF_8);
        assertHoldsThePoints(read(file, "columns", "1, 3"));
        assertHoldsThePoints(read(file, "columns", "A, c"));
        refusing(text, "columns", "a, d")
                .hasMessageContaining("1 'a', 2 'b', 3 'c'")
                .hasMessageContaining("'d'");
        refusing(text, "columns", "1, 4").hasMessageContaining("'4'");
    }

    @Test
    void aTableInItsOwnUnitsIsCentredAndScaledAndTheWayBackIsKept() throws IOException {
        StringBuilder text = new StringBuilder("lon,lat\n");
        for (int i = 0; i < 100; i++) {
            text.append(10 + i / 99.0 * 6).append(',').append(47 + i % 10 / 3.0).append('\n');
        }
        Path file = file(text.toString(), StandardCharsets.UTF_8);
        PointFile data = PointFile.read(file);
        assertThat(data.range()).isBetween(1.4, 1.7);
        PlaneUnits units = data.units().orElseThrow();
        assertThat(units.x()).isEqualTo("lon");
        float[] first = data.heldOut(1, TestStreams.of(1, "test"));
        double[] own = units.ownUnits(first);
        assertThat(own[0]).isBetween(9.999, 16.001);
        assertThat(own[1]).isBetween(46.999, 50.001);
        assertThat(data.notes().get(1)).contains("taken off").contains("own units");
        Values settings = new Values(TableSettings.all());
        for (Assignment<?> assignment : data.found()) {
            settings = settings.with(assignment);
        }
        PointFile again = PointFile.read(file, settings);
        assertThat(again.units()).isEqualTo(data.units());
        assertThat(again.heldOut(50, TestStreams.of(2, "test"))).isEqualTo(data.heldOut(50, TestStreams.of(2, "test")));
    }

    @Test
    void coordinatesFarFromTheOriginKeepTheDigitsInWhichTheyDiffer() throws IOException {
        StringBuilder text = new StringBuilder("E,N\n");
        for (int i = 0; i < 40; i++) {
            text.append("500000.")
                    .append(10 + i)
                    .append(",5400000.")
                    .append(90 - i)
                    .append('\n');
        }
        PointFile data = PointFile.read(file(text.toString(), StandardCharsets.UTF_8));
        double[] own = data.units().orElseThrow().ownUnits(data.heldOut(1, TestStreams.of(1, "test")));
        assertThat(own[0] * 100 - Math.rint(own[0] * 100)).isBetween(-1e-3, 1e-3);
        assertThat(data.range()).isBetween(1.3, 1.7);
    }

    @Test
    void coordinatesOfVeryDifferentSpreadGetAScaleEach() throws IOException {
        StringBuilder text = new StringBuilder("height,price\n");
        for (int i = 0; i < 50; i++) {
            text.append(1.5 + i / 100.0).append(',').append(1000 * (i * 7 % 50)).append('\n');
        }
        PlaneUnits units = PointFile.read(file(text.toString(), StandardCharsets.UTF_8))
                .units()
                .orElseThrow();
        assertThat(units.scaleY() / units.scaleX()).isGreaterThan(50_000);
    }

    @Test
    void aMarkOfAMissingValueThatWouldMakeASpeckOfTheOthersIsRefused() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 600; i++) {
            text.append(i / 300.0).append(',').append(i % 7).append('\n');
        }
        refusing(text + "-9999,-9999\n")
                .hasMessageContaining("point 601, (-9999, -9999)")
                .hasMessageContaining("missing value");
        refusing(text.toString(), "centre", "100000, 0", "scale", "1").hasMessageContaining("speck");
    }

    @ParameterizedTest
    @CsvSource({"scale,0", "scale,-1", "scale,'1, 0'"})
    void aScaleThatIsNoneIsRefused(String key, String value) throws IOException {
        refusing("x,y\n1.5,2\n3,4\n", key, value).hasMessageContaining("data.scale");
    }
}
