package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import lipschitzlab.setting.InputException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
    private static final String EXPECTED = "weights";

    /** Buffers of the reader and of JSON's library. */
    private static final long FIXED = 24L << 20;

    @TempDir
    Path folder;

    private static byte[] bytes(SafetensorsWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(out);
        return out.toByteArray();
    }

    /** A file of a header as it is written here and of zeros. */
    private Path file(String header, int data) throws IOException {
        return file(header, header.getBytes(StandardCharsets.UTF_8).length, data);
    }

    private Path file(String header, long toldLength, int data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("file.safetensors"),
                all.putLong(toldLength).put(json).array());
    }

    private static AbstractThrowableAssert<?, ?> refusing(Path file) {
        return assertThatThrownBy(() -> SafetensorsFile.open(file, EXPECTED).close())
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString());
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void whatIsWrittenIsReadAgainBitForBit() throws IOException {
        float[] floats = new float[40_000];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) random.nextDouble(-1, 1);
        }
        double[] doubles = {Math.PI, Double.MIN_VALUE, -0.0, Double.NaN};
        SafetensorsWriter writer = new SafetensorsWriter()
                .metadata(Map.of("seed", "7", "a \"quote\"", "é\nλ"))
                .floats("0.weight", new int[] {200, 200}, floats)
                .ints("bits", new int[] {3}, new int[] {Integer.MIN_VALUE, 0, 5})
                .doubles("scalars", new int[] {2, 1, 2}, doubles)
                .longs("step", new int[] {}, new long[] {1L << 40})
                .floats("nothing", new int[] {0, 3}, new float[0]);
        byte[] bytes = bytes(writer);
        assertThat(writer.length()).isEqualTo(bytes.length);
        Path path = Files.write(folder.resolve("all.safetensors"), bytes);
        try (SafetensorsFile file = SafetensorsFile.open(path, EXPECTED)) {
            assertThat(file.metadata()).containsOnly(Map.entry("seed", "7"), Map.entry("a \"quote\"", "é\nλ"));
            assertThat(file.names()).containsExactlyInAnyOrder("0.weight", "bits", "scalars", "step", "nothing");
            assertThat(file.shape("0.weight")).containsExactly(200, 200);
            assertThat(file.shape("step")).isEmpty();
            assertThat(file.floats("0.weight")).isEqualTo(floats);
            assertThat(file.ints("bits")).containsExactly(Integer.MIN_VALUE, 0, 5);
            assertThat(file.doubles("scalars")).isEqualTo(doubles);
            assertThat(file.longs("step")).containsExactly(1L << 40);
            assertThat(file.floats("nothing")).isEmpty();
            assertThatThrownBy(() -> file.floats("bits"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("I32");
            assertThatThrownBy(() -> file.floats("absent"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("'absent'");
        }
    }

    /** The layout that the format's page describes: length, header, numbers. */
    @Test
    void theBytesAreThoseThatTheFormatAsksFor() throws IOException {
        byte[] bytes = bytes(new SafetensorsWriter().floats("w", new int[] {1, 2}, new float[] {1, -2}));
        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
        ByteBuffer read = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) read.getLong();
        assertThat(length % 8).isZero();
        assertThat(new String(bytes, 8, length, StandardCharsets.UTF_8))
                .isEqualTo(header + " ".repeat(length - header.length()));
        assertThat(read.getFloat(8 + length)).isEqualTo(1);
        assertThat(read.getFloat(12 + length)).isEqualTo(-2);
        assertThat(bytes).hasSize(16 + length);
    }

    @Test
    void theSameArraysGiveTheSameBytesInWhateverOrderTheTextsCome() throws IOException {
        float[] numbers = {1, 2, 3};
        Map<String, String> texts = Map.of("b", "1", "a", "2", "c", "3");
        byte[] one = bytes(new SafetensorsWriter().metadata(texts).floats("w", new int[] {3}, numbers));
        byte[] two = bytes(
                new SafetensorsWriter().floats("w", new int[] {3}, numbers).metadata(new TreeMap<>(texts)));
        assertThat(one).isEqualTo(two);
    }

    @Test
    void everyNumberLiesAtAMultipleOfItsSize() throws IOException {
        byte[] bytes = bytes(new SafetensorsWriter()
                .floats("odd", new int[] {1}, new float[] {1})
                .doubles("wide", new int[] {1}, new double[] {2}));
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble((int) (8 + header)))
                .isEqualTo(2);
    }

    @Test
    void aNameMayComeOnceAndAShapeMustFit() {
        SafetensorsWriter writer = new SafetensorsWriter().floats("w", new int[] {1}, new float[1]);
        assertThatThrownBy(() -> writer.floats("w", new int[] {1}, new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.floats("v", new int[] {2, 2}, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 4");
    }

    /** A file inside another, as in an archive that does not compress. */
    @Test
    void aPartOfAnOpenFileIsReadAndTheFileStaysOpen() throws IOException {
        byte[] inner = bytes(new SafetensorsWriter().floats("w", new int[] {2}, new float[] {3, 4}));
        byte[] outer = new byte[inner.length + 15];
        System.arraycopy(inner, 0, outer, 7, inner.length);
        Path path = Files.write(folder.resolve("outer"), outer);
        try (FileChannel channel = FileChannel.open(path)) {
            try (SafetensorsFile file = SafetensorsFile.of(channel, 7, inner.length, "outer, part")) {
                assertThat(file.floats("w")).containsExactly(3, 4);
            }
            assertThat(channel.isOpen()).isTrue();
            assertThatThrownBy(() -> SafetensorsFile.of(channel, 7, inner.length - 1, "outer, part"))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("outer, part");
        }
    }

    /** IEEE 754: largest, smallest normal, smallest subnormal and infinite numbers of 16 bits; bfloat16 is half of a float. */
    @Test
    void numbersOf16BitsAreReadExactly() throws IOException {
        String header = "{\"h\":{\"dtype\":\"F16\",\"shape\":[6],\"data_offsets\":[0,12]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[12,16]}}";
        Path path = file(header, 16);
        byte[] all = Files.readAllBytes(path);
        ByteBuffer data = ByteBuffer.wrap(all, all.length - 16, 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int bits : new int[] {0x7BFF, 0x0400, 0x0001, 0xFC00, 0xC000, 0x3555, 0x3F80, 0xC040}) {
            data.putShort((short) bits);
        }
        Files.write(path, all);
        try (SafetensorsFile file = SafetensorsFile.open(path, EXPECTED)) {
            assertThat(file.doubles("h"))
                    .containsExactly(65504, 0x1p-14, 0x1p-24, Double.NEGATIVE_INFINITY, -2, 0x1.554p-2);
            assertThat(file.floats("b")).containsExactly(1, -3);
            assertThat(file.type("b")).isEqualTo(SafetensorsType.BF16);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 | the shape [2]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 12 | 12 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | 12 | bytes 0 to 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | 8 | bytes 8 to 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} | 12 | a gap",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | 4 | an overlap",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | Duplicate",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}} | 0 | the shape [4294967296",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,3],\"data_offsets\":[0,8]}} | 8 | the shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,8]}} | 8 | the shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}} | 8 | 999999",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | 8 | '-2'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}} | 8 | '2.0'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[[[[2]]]],\"data_offsets\":[0,8]}} | 8 | '['",
                "{\"a\":{\"dtype\":\"F33\",\"shape\":[2],\"data_offsets\":[0,8]}} | 8 | 'F33'",
                "{\"a\":{\"dtype\":\"F4\",\"shape\":[2],\"data_offsets\":[0,1]}} | 1 | 'F4'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}} | 8 | less",
                "{\"a\":7} | 0 | '7'",
                "{\"__metadata__\":{\"a\":1}} | 0 | '1'",
                "[1] | 0 | '['",
                "{\"a\" | 0 | JSON",
                "{} {} | 0 | '{'",
                "hello | 0 | JSON",
                "{} | 4 | 4 bytes",
            })
    void aHeaderThatDoesNotTellTheTruthIsRefusedInWords(String header, int data, String found) throws IOException {
        refusing(file(header, data)).hasMessageContaining(found);
    }

    @Test
    void whatAHeaderSaysBesideTypeShapeAndOffsetsIsPassedOver() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F32\",\"more\":[{}],\"shape\":[2],\"data_offsets\":[0,8]}}";
        try (SafetensorsFile file = SafetensorsFile.open(file(header, 8), EXPECTED)) {
            assertThat(file.floats("a")).containsExactly(0, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"3", "100", "99999999999", "-1", "4611686018427387904"})
    void aHeaderLongerThanTheFileIsRefusedAndNotReadFor(long told) throws IOException {
        Path path = file("{}", told, 0);
        long before = allocated();
        refusing(path).hasMessageContaining("the length");
        assertThat(allocated() - before).isLessThan(FIXED);
    }

    @Test
    void aFileOf7BytesOrOfOtherLettersIsRefused() throws IOException {
        refusing(Files.write(folder.resolve("short"), new byte[7])).hasMessageContaining("7 bytes");
        refusing(Files.write(folder.resolve("empty"), new byte[0])).hasMessageContaining("0 bytes");
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer all = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(4)
                .put(utf16);
        refusing(Files.write(folder.resolve("utf16"), all.array())).hasMessageContaining("JSON");
    }

    /** A sparse file, as large as told, takes no room on the disk. */
    @Test
    void anArrayOf10GigabytesIsNamedAndTakesNoMemory() throws IOException {
        long side = 2_500_000_000L;
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2500,1000000],\"data_offsets\":[0," + 4 * side + "]}}";
        Path path = file(header, 0);
        try (RandomAccessFile large = new RandomAccessFile(path.toFile(), "rw")) {
            large.setLength(large.length() + 4 * side);
        }
        long before = allocated();
        try (SafetensorsFile file = SafetensorsFile.open(path, EXPECTED)) {
            assertThat(file.shape("a")).containsExactly(2500, 1_000_000);
            assertThatThrownBy(() -> file.floats("a"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("9.3 GiB");
        }
        assertThat(allocated() - before).isLessThan(FIXED);
        Files.delete(path);
    }

    @Test
    void aFileThatIsCutAfterItWasOpenedIsNamed() throws IOException {
        Path path = Files.write(
                folder.resolve("cut"), bytes(new SafetensorsWriter().floats("w", new int[] {100}, new float[100])));
        try (SafetensorsFile file = SafetensorsFile.open(path, EXPECTED)) {
            try (RandomAccessFile cut = new RandomAccessFile(path.toFile(), "rw")) {
                cut.setLength(cut.length() - 1);
            }
            assertThatThrownBy(() -> file.floats("w"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the file ends");
        }
    }

    /** Each byte of a good file changed in turn, and the file cut at each place. */
    @Test
    void anyChangeOfAGoodFileGivesArraysOrWords() throws IOException {
        byte[] good = bytes(new SafetensorsWriter()
                .metadata(Map.of("seed", "7"))
                .floats("0.weight", new int[] {2, 3}, new float[6])
                .longs("step", new int[] {1}, new long[1]));
        SplittableRandom random = new SplittableRandom(2);
        long before = allocated();
        int tries = 0;
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] = (byte) random.nextInt();
            tryToRead(changed);
            tryToRead(Arrays.copyOf(good, at));
            tries += 2;
        }
        assertThat(allocated() - before).isLessThan(tries * FIXED / 16);
    }

    private void tryToRead(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("changed"), bytes);
        assertThatCode(() -> {
                    try (SafetensorsFile file = SafetensorsFile.open(path, EXPECTED)) {
                        for (String name : file.names()) {
                            if (file.type(name).isReal()) {
                                file.doubles(name);
                            }
                        }
                    } catch (InputException refused) {
                        assertThat(refused.getMessage())
                                .startsWith(path.toString())
                                .contains("expected", "found");
                    }
                })
                .doesNotThrowAnyException();
    }
}
