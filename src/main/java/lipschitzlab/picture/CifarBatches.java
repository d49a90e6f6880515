package lipschitzlab.picture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/** Reads binary batches of one of CIFAR's sets. */
final class CifarBatches {
    private static final int PLANE = Cifar.SIDE * Cifar.SIDE;
    private static final int MAX_NAMES = 1 << 12;
    private static final String FRESH_COPY = "Get a fresh copy of the file; the download or the copying was cut off.";

    private final Cifar set;
    private final List<RegularFile> files;
    private final List<String> names;
    private final PictureScaling scaling;
    private final PictureBytes.Builder pictures;

    private CifarBatches(Cifar set, List<RegularFile> files, List<String> names, PictureScaling scaling) {
        this.set = set;
        this.files = files;
        this.names = names;
        this.scaling = scaling;
        this.pictures = new PictureBytes.Builder(scaling.shape());
    }

    /**
     * The pictures of some batches.
     *
     * @param batches one or more, in one folder
     */
    static LabelledPictures read(Cifar set, List<Path> batches, PictureScaling scaling) {
        List<RegularFile> files = batches.stream()
                .map(file -> new RegularFile(file, "a binary batch of " + set.title()))
                .toList();
        return new CifarBatches(set, files, names(set, batches.get(0)), scaling).pictures();
    }

    /** What the labels are called, if that lies beside the batches; otherwise their numbers. */
    private static List<String> names(Cifar set, Path batch) {
        Path file = batch.resolveSibling(set.names());
        List<String> lines = Files.isRegularFile(file)
                ? new String(
                                new RegularFile(file, "the names of " + set.title() + "'s classes").bytes(MAX_NAMES),
                                StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
        return lines.size() == set.classes()
                ? lines
                : IntStream.range(0, set.classes()).mapToObj(Integer::toString).toList();
    }

    private LabelledPictures pictures() {
        long count = files.stream().mapToLong(this::records).sum();
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

    private long records(RegularFile file) {
        long size = file.size();
        if (size == 0 || size % set.record() != 0) {
            throw refused(
                    file,
                    file.expected() + ", whose records have " + set.record() + " bytes each",
                    size == 0
                            ? "an empty file"
                            : size + " bytes: " + size / set.record() + " records and " + size % set.record()
                                    + " bytes more",
                    FRESH_COPY);
        }
        return size / set.record();
    }

    private void add(RegularFile file) {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
            long count = records(file);
            for (long i = 0; i < count; i++) {
                byte[] record = in.readNBytes(set.record());
                if (record.length < set.record()) {
                    throw refused(file, count + " records", "only " + i + ": it became shorter", FRESH_COPY);
                }
                add(file, record, i);
            }
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    private void add(RegularFile file, byte[] record, long index) {
        for (int i = 0; i < set.labels(); i++) {
            int label = record[i] & 0xFF;
            if (label >= set.values(i)) {
                throw refused(
                        file,
                        file.expected() + ", whose records begin with a label from 0 to " + (set.values(i) - 1),
                        "the label " + label + " in record " + (index + 1),
                        "Choose a batch of " + set.title()
                                + "'s binary version; this file is something else or broken.");
            }
        }
        byte[] pixels = Arrays.copyOfRange(record, set.labels(), record.length);
        byte[] picture = scaling.scale(Cifar.SIDE, Cifar.SIDE, (y, row) -> {
            for (int channel = 0; channel < 3; channel++) {
                for (int x = 0; x < Cifar.SIDE; x++) {
                    row[channel * Cifar.SIDE + x] = pixels[channel * PLANE + y * Cifar.SIDE + x] & 0xFF;
                }
            }
        });
        pictures.add(picture, record[set.labels() - 1]);
    }

    private static InputException refused(RegularFile file, String expected, String found, String remedy) {
        return new InputException(file.name(), expected, found, remedy);
    }
}
