package lipschitzlab.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.file.NpzReader;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.SafetensorsFile;
import lipschitzlab.setting.InputException;

/** Named arrays of a file, in whichever of the formats it is. Each method throws an {@link InputException} where it cannot. */
interface ArrayFile extends AutoCloseable {
    String EXPECTED = "a network's weights (.safetensors or .npz)";

    /** Every zip archive begins so. */
    byte[] ZIP = {'P', 'K'};

    /** How PyTorch's own files begin that are no zip archives: as Python's pickle does, from its version 2 on. */
    byte PICKLE = (byte) 0x80;

    /** The newest version of pickles, which stands behind that. */
    byte NEWEST_PICKLE = 5;

    /** Opens a file; its format is told by its content. */
    static ArrayFile open(Path path) {
        byte[] head = head(new RegularFile(path, EXPECTED));
        if (Arrays.equals(head, ZIP)) {
            NpzReader arrays = NpzReader.open(path);
            if (arrays.names().isEmpty()) {
                arrays.close();
                throw refused(path, "a zip archive without arrays, as PyTorch's own files are");
            }
            return new Npz(arrays);
        }
        if (head.length == ZIP.length && head[0] == PICKLE && head[1] > 0 && head[1] <= NEWEST_PICKLE) {
            throw refused(path, "a Python pickle, which can run any program when it is read");
        }
        return new Safetensors(SafetensorsFile.open(path, EXPECTED));
    }

    private static InputException refused(Path path, String found) {
        return new InputException(
                RegularFile.name(path),
                EXPECTED,
                found,
                "Save the weights with safetensors.torch.save_file, or with numpy.savez.");
    }

    private static byte[] head(RegularFile file) {
        try (InputStream in = file.open()) {
            return in.readNBytes(ZIP.length);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    List<String> names();

    int[] shape(String name);

    /** An array's numbers, row-major; those of 64 bits are rounded. */
    float[] numbers(String name);

    @Override
    void close();

    /** {@code .safetensors}. */
    record Safetensors(SafetensorsFile file) implements ArrayFile {
        @Override
        public List<String> names() {
            return file.names();
        }

        @Override
        public int[] shape(String name) {
            return file.shape(name);
        }

        @Override
        public float[] numbers(String name) {
            return file.floats(name);
        }

        @Override
        public void close() {
            file.close();
        }
    }

    /** {@code .npz}. */
    record Npz(NpzReader file) implements ArrayFile {
        @Override
        public List<String> names() {
            return file.names();
        }

        @Override
        public int[] shape(String name) {
            return file.shape(name);
        }

        @Override
        public float[] numbers(String name) {
            int[] shape = file.shape(name);
            long count = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
            long bytes = count * (Double.BYTES + Float.BYTES);
            HeapSpace.require(
                    bytes, bytes, RegularFile.name(file.path()), "'" + name + "' of shape " + Arrays.toString(shape));
            double[] numbers = file.doubles(name);
            float[] rounded = new float[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                rounded[i] = (float) numbers[i];
            }
            return rounded;
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
