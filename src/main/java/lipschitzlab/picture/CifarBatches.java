package lipschitzlab.picture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/**
 * Reads the binary version of CIFAR-10 (Krizhevsky 2009): records of {@value #RECORD} bytes, a label and then
 * {@code [3, 32, 32]} pixels.
 */
final class CifarBatches {
    private static final String EXPECTED = "a binary batch of CIFAR-10";
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int RECORD = 1 + 3 * PLANE;
    private static final int CLASSES = 10;
    private static final int MAX_NAMES = 1 << 12;
    private static final String FRESH_COPY = "Get a fresh copy of the file; the download or the copying was cut off.";

    private final List<RegularFile> files;
    private final List<String> names;
    private final PictureScaling scaling;
    private final PictureBytes.Builder pictures;

    private CifarBatches(List<RegularFile> files, List<String> names, PictureScaling scaling) {
        this.files = files;
        this.names = names;
        this.scaling = scaling;
        this.pictures = new PictureBytes.Builder(scaling.shape());
    }

    /** The batches in a folder: those for training or, where there are none, the one for testing; empty where it has neither. */
    static List<Path> in(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> batches = entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("(data_batch_\\d+|test_batch)\\.bin"))
                    .sorted()
                    .toList();
            // In the order of their names the one for testing is the last.
            return batches.size() > 1 && batches.get(batches.size() - 1).endsWith("test_batch.bin")
                    ? batches.subList(0, batches.size() - 1)
                    : batches;
        } catch (IOException | UncheckedIOException failure) {
            throw new InputException(
                    RegularFile.name(folder),
                    PictureFile.EXPECTED,
                    "an error while looking into it (" + failure + ")",
                    "Check the disk.",
                    failure);
        }
    }

    /**
     * The pictures of some batches.
     *
     * @param batches one or more, in one folder
     */
    static LabelledPictures read(List<Path> batches, PictureScaling scaling) {
        List<RegularFile> files =
                batches.stream().map(file -> new RegularFile(file, EXPECTED)).toList();
        return new CifarBatches(files, names(batches.get(0)), scaling).pictures();
    }

    /** What the labels are called, if that lies beside the batches; otherwise their numbers. */
    private static List<String> names(Path batch) {
        Path file = batch.resolveSibling("batches.meta.txt");
        List<String> lines = Files.isRegularFile(file)
                ? new String(
                                new RegularFile(file, "the names of CIFAR-10's classes").bytes(MAX_NAMES),
                                StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
        return lines.size() == CLASSES
                ? lines
                : IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
    }

    private LabelledPictures pictures() {
        long count = files.stream().mapToLong(CifarBatches::records).sum();
        if (count < LabelledPictures.FEWEST) {
            throw refused(
                    files.get(0),
                    LabelledPictures.FEWEST + " pictures or more",
                    "one picture",
                    "Choose a larger batch.");
        }
        HeapSpace.require(
                count * scaling.shape().length(),
                count * scaling.shape().length(),
                files.get(0).name(),
                String.format(Locale.ROOT, "%,d pictures of %s", count, scaling.words()));
        files.forEach(this::add);
        String source = files.get(0).path().getFileName()
                + (files.size() == 1
                        ? ""
                        : " to " + files.get(files.size() - 1).path().getFileName());
        return LabelledPictures.of(
                source,
                pictures.build(),
                new LabelledPictures.Classes(names, pictures.numbers()),
                scaling.words(),
                List.of());
    }

    private static long records(RegularFile file) {
        long size = file.size();
        if (size == 0 || size % RECORD != 0) {
            throw refused(
                    file,
                    EXPECTED + ", whose records have " + RECORD + " bytes each",
                    size == 0
                            ? "an empty file"
                            : size + " bytes: " + size / RECORD + " records and " + size % RECORD + " bytes more",
                    FRESH_COPY);
        }
        return size / RECORD;
    }

    private void add(RegularFile file) {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
            long count = records(file);
            for (long i = 0; i < count; i++) {
                byte[] record = in.readNBytes(RECORD);
                if (record.length < RECORD) {
                    throw refused(file, count + " records", "only " + i + ": it became shorter", FRESH_COPY);
                }
                add(file, record, i);
            }
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    private void add(RegularFile file, byte[] record, long index) {
        int label = record[0] & 0xFF;
        if (label >= CLASSES) {
            throw refused(
                    file,
                    EXPECTED + ", whose records begin with a label from 0 to " + (CLASSES - 1),
                    "the label " + label + " in record " + (index + 1),
                    "Choose a batch of CIFAR-10's binary version; this file is something else or broken.");
        }
        byte[] picture = scaling.scale(SIDE, SIDE, (y, row) -> {
            for (int channel = 0; channel < 3; channel++) {
                for (int x = 0; x < SIDE; x++) {
                    row[channel * SIDE + x] = record[1 + channel * PLANE + y * SIDE + x] & 0xFF;
                }
            }
        });
        pictures.add(picture, label);
    }

    private static InputException refused(RegularFile file, String expected, String found, String remedy) {
        return new InputException(file.name(), expected, found, remedy);
    }
}
