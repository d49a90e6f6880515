package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lipschitzlab.setting.InputException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzReaderTest {
    private static final int FLOATS = 70_000;

    @TempDir
    private Path folder;

    private Path written() throws IOException {
        float[] many = new float[FLOATS];
        IntStream.range(0, FLOATS).forEach(i -> many[i] = i);
        Path file = folder.resolve("arrays.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            NpzWriter writer = new NpzWriter(out);
            writer.ints("step", new int[] {0, -7, Integer.MAX_VALUE});
            writer.floats("many", new int[] {2, FLOATS / 2}, Stream.of(many));
            writer.doubles(
                    "sigma/1 dense", new int[] {2, 1}, Stream.of(new double[] {1 / 3.0}, new double[] {Double.NaN}));
            writer.doubles("extent", new int[0], Stream.of(new double[] {2.12}));
            writer.finish();
        }
        return file;
    }

    /** One member {@code x.npy} with these bytes, not packed, as {@code numpy.savez} leaves them. */
    private Path member(byte[] bytes) throws IOException {
        Path file = folder.resolve("member.npz");
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("x.npy");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(checksum.getValue());
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
        return file;
    }

    private static byte[] array(int version, String description, byte... data) {
        byte[] text = (description + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        bytes.put(text).put(data);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static String description(String type, String order, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
    }

    private static <T> T read(Path file, Function<NpzReader, T> reading) {
        try (NpzReader reader = NpzReader.open(file)) {
            return reading.apply(reader);
        }
    }

    private static float[] floats(Path file) {
        return read(file, reader -> reader.floats("x"));
    }

    private AbstractThrowableAssert<?, ?> refusing(byte[] member) throws IOException {
        Path file = member(member);
        return assertThatThrownBy(() -> read(file, reader -> reader.floats("x")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ", array 'x': expected ");
    }

    @Test
    void whatWasWrittenComesBackWithItsNamesAndShapes() throws IOException {
        try (NpzReader reader = NpzReader.open(written())) {
            assertThat(reader.names()).containsExactly("step", "many", "sigma/1 dense", "extent");
            assertThat(reader.ints("step")).containsExactly(0, -7, Integer.MAX_VALUE);
            assertThat(reader.shape("many")).containsExactly(2, FLOATS / 2);
            assertThat(reader.floats("many")).hasSize(FLOATS).startsWith(0, 1).endsWith(FLOATS - 2, FLOATS - 1);
            assertThat(reader.doubles("many")).hasSize(FLOATS).endsWith(FLOATS - 1);
            assertThat(reader.doubles("sigma/1 dense")).containsExactly(1 / 3.0, Double.NaN);
            assertThat(reader.shape("extent")).isEmpty();
            assertThat(reader.doubles("extent")).containsExactly(2.12);
            assertThat(reader.has("surface")).isFalse();
        }
    }

    @Test
    void bothVersionsAndKeysInAnyOrderAreRead() throws IOException {
        byte[] one = {0, 0, (byte) 0x80, 0x3f};
        String usual = description("<f4", "False", "(1,)");
        String other = "{'shape': (1, 1), 'descr': '<f4', 'fortran_order': False}";
        assertThat(floats(member(array(1, usual, one)))).containsExactly(1);
        assertThat(floats(member(array(2, other, one)))).containsExactly(1);
    }

    @Test
    void longWholeNumbersAreReadAndRefusedAsShortOnesWhereTheyDoNotFit() throws IOException {
        byte[] large = {0, 0, 0, 0, 1, 0, 0, 0};
        Path file = member(array(1, description("<i8", "False", "(1,)"), large));
        long[] longs = read(file, reader -> reader.longs("x"));
        assertThat(longs).containsExactly(1L << 32);
        assertThatThrownBy(() -> read(file, reader -> reader.ints("x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected whole numbers of 4 bytes, found 4294967296");
    }

    @Test
    void anEmptyArrayHasNoNumbers() throws IOException {
        Path file = member(array(1, description("<f4", "False", "(0, 2)")));
        int[] shape = read(file, reader -> reader.shape("x"));
        assertThat(floats(file)).isEmpty();
        assertThat(shape).containsExactly(0, 2);
    }

    @Test
    void aFileThatWasCutAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut, NpzReader::names))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(cut + ": expected arrays as NumPy saves them")
                    .hasMessageContaining("found no whole zip archive")
                    .hasMessageEndingWith("The file is damaged: try another copy of it.");
        }
    }

    @Test
    void oneChangedByteAmongTheNumbersIsFoundByTheChecksum() throws IOException {
        byte[] numbers = {0, 0, (byte) 0x80, 0x3f};
        Path file = member(array(1, description("<f4", "False", "(1,)"), numbers));
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("}\n") + 3;
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file, reader -> reader.floats("x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aShapeThatAsksForOtherBytesThanThereAreIsRefusedBeforeMemoryIsTaken() throws IOException {
        refusing(array(1, description("<f4", "False", "(2,)"), new byte[4]))
                .hasMessageContaining("the bytes that its shape (2,) has, found 4 bytes");
        refusing(array(1, description("<f4", "False", "(1,)"), new byte[8])).hasMessageContaining("found 8 bytes");
        refusing(array(1, description("<f4", "False", "(2000000000,)"), new byte[4]))
                .hasMessageContaining("found 4 bytes");
        refusing(array(1, description("<f4", "False", "(2000000000, 2000000000, 2000000000)"), new byte[4]))
                .hasMessageContaining("a shape that an array can have");
        refusing(array(1, description("<f4", "False", "(20000000000,)"), new byte[4]))
                .hasMessageContaining("each below 2³¹");
    }

    @Test
    void arraysOfOtherKindsAreNamed() throws IOException {
        refusing(array(1, description("<f4", "True", "(1,)"), new byte[4])).hasMessageContaining("Fortran order");
        refusing(array(1, description("|O", "False", "(1,)"), new byte[4])).hasMessageContaining("the type '|O'");
        refusing(array(1, description(">f4", "False", "(1,)"), new byte[4])).hasMessageContaining("the type '>f4'");
        refusing(array(1, description("<f8", "False", "(1,)"), new byte[8]))
                .hasMessageContaining("expected numbers of type <f4, found type <f8");
        refusing(array(1, "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }", new byte[4]))
                .hasMessageContaining("expected a description with descr, fortran_order and shape");
        refusing(array(3, description("<f4", "False", "(1,)"), new byte[4])).hasMessageContaining("version 3.0");
        refusing("no array at all".getBytes(StandardCharsets.US_ASCII)).hasMessageContaining("other bytes");
        refusing(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118}).hasMessageContaining("found fewer");
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
        Path file = written();
        assertThatThrownBy(() -> read(file, reader -> reader.floats("surface")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected an array 'surface', found only 'step, many, sigma/1 dense, extent'");
    }

    @Test
    void twoArraysOfOneNameAreRefused() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("many.npy", "step.npy");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file, NpzReader::names))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("two of 'step'");
    }

    @Test
    void whatIsNoArchiveIsRefusedAndTheFileCanBeDeleted() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("lane,step\n".getBytes(StandardCharsets.US_ASCII));
        Path file = Files.write(folder.resolve("curves.npz"), text.toByteArray());
        assertThatThrownBy(() -> NpzReader.open(file)).isInstanceOf(InputException.class);
        Files.delete(file);
        assertThat(file).doesNotExist();
    }
}
