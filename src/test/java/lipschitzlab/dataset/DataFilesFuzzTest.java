package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any file gives data or a message with the file's name, and never takes more memory than a stated bound: what a small file can
 * unpack to and what reading costs beside that.
 */
class DataFilesFuzzTest {
    private static final String SEED = "20251125";

    /** Buffers, patterns and the first lines, however small the file. */
    private static final long FIXED = 24L << 20;

    /** Cells and text of a line are objects while it is read. */
    private static final long PER_BYTE = 400;

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("file"));
        Files.delete(folder);
    }

    /** What is written into the file is read as data of each kind and looked at. */
    private static void tryToRead(byte[] bytes, long unpacked) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        for (Supplier<Dataset> reader : List.<Supplier<Dataset>>of(
                () -> PointFile.read(file),
                () -> PictureSet.readIdx(file),
                () -> PictureSet.read(file, new Values(DatasetKind.PICTURES.settings())))) {
            long before = allocated();
            assertThatCode(() -> use(reader, file)).doesNotThrowAnyException();
            assertThat(allocated() - before).as("bytes of memory").isLessThan(FIXED + PER_BYTE * unpacked);
        }
        assertThat(DataFile.at(file).words()).isNotBlank();
    }

    private static void use(Supplier<Dataset> reader, Path file) {
        try {
            Dataset data = reader.get();
            for (float number : data.batch(4, TestStreams.of(1, "fuzz"))) {
                assertThat(number).isFinite();
            }
            assertThat(data.range()).isPositive().isFinite();
        } catch (InputException refused) {
            assertThat(refused.getMessage())
                    .startsWith(file.toString())
                    .contains("expected")
                    .contains("found");
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Property(tries = 120, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void anyBytes(@ForAll byte[] bytes) throws IOException {
        tryToRead(bytes, bytes.length);
        byte[] packed = IdxFiles.gzipped(bytes);
        tryToRead(packed, bytes.length);
    }

    @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void anyLinesOfWhatTablesAreMadeOf(@ForAll("tables") String table) throws IOException {
        tryToRead(table.getBytes(StandardCharsets.UTF_8), table.length());
    }

    @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void anyTableInAnotherEncoding(@ForAll("tables") String table) throws IOException {
        tryToRead(table.getBytes(StandardCharsets.UTF_16), 2L * table.length());
        tryToRead(("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE), 2L * table.length());
    }

    @Provide
    Arbitrary<String> tables() {
        Arbitrary<String> cells = Arbitraries.oneOf(
                Arbitraries.doubles().map(number -> Double.toString(number)),
                Arbitraries.integers().between(-20, 20).map(number -> Integer.toString(number)),
                Arbitraries.of(
                        "0,94",
                        "1.234,5",
                        "\"0,5\"",
                        "\"",
                        "\"\"",
                        "",
                        "nan",
                        "-inf",
                        "NA",
                        "x",
                        "y",
                        "é",
                        "#",
                        "%",
                        "sep=;",
                        "1e400",
                        "-1e-400",
                        "1e99",
                        "\u22121",
                        "\uFEFF",
                        "\u0000",
                        "(m)",
                        "1".repeat(500),
                        "a".repeat(70_000)));
        Arbitrary<String> ends = Arbitraries.of(",", ";", "\t", " ", "  ", "\n", "\n", "\r\n", "\r", ", ");
        Arbitrary<String> free = Combinators.combine(cells, ends)
                .as((cell, end) -> cell + end)
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
        Arbitrary<String> regular = Combinators.combine(
                        cells.list().ofMinSize(1).ofMaxSize(3),
                        cells.list().ofMinSize(4).ofMaxSize(30),
                        Arbitraries.of(",", ";", "\t", " "))
                .as(DataFilesFuzzTest::regular);
        return Arbitraries.oneOf(free, regular);
    }

    private static String regular(List<String> header, List<String> cells, String separator) {
        StringBuilder table = new StringBuilder(String.join(separator, header)).append('\n');
        for (int i = 0; i < cells.size(); i++) {
            table.append(cells.get(i)).append((i + 1) % header.size() == 0 ? "\n" : separator);
        }
        return table.toString();
    }

    @Property(tries = 120, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void anyHeaderBeforeAnyPixels(
            @ForAll("magic") int magic,
            @ForAll("sizes") int count,
            @ForAll("sizes") int height,
            @ForAll("sizes") int width,
            @ForAll @IntRange(max = 3000) int pixels)
            throws IOException {
        byte[] file = java.nio.ByteBuffer.allocate(16 + pixels)
                .putInt(magic)
                .putInt(count)
                .putInt(height)
                .putInt(width)
                .array();
        tryToRead(file, file.length);
        tryToRead(IdxFiles.gzipped(file), file.length);
    }

    @Provide
    Arbitrary<Integer> magic() {
        return Arbitraries.oneOf(
                Arbitraries.of(0x803, 0x803, 0x803, 0x801, 0x804, 0xD03, 0x03080000, 0), Arbitraries.integers());
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.oneOf(Arbitraries.of(0, 1, 2, 3, 28, 28, 32, 1_000_000, -1), Arbitraries.integers());
    }

    @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void aSoundFileWithAnyByteChangedOrCutAnywhere(
            @ForAll @IntRange(max = 1600) int place, @ForAll byte value, @ForAll boolean gzipped, @ForAll boolean cut)
            throws IOException {
        byte[] sound = IdxFiles.pictures(2, 28, 28);
        byte[] file = gzipped ? IdxFiles.gzipped(sound) : sound;
        int at = place % file.length;
        byte[] changed = cut ? java.util.Arrays.copyOf(file, at) : file.clone();
        if (!cut) {
            changed[at] = value;
        }
        tryToRead(changed, sound.length * 4L);
    }
}
