package lipschitzlab.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.FolderEntries;
import lipschitzlab.file.RegularFile;

/**
 * The labels of pictures in an IDX file: another IDX file beside it, known by its first bytes and by having as many labels as there are
 * pictures. A label is a byte, or the first of several 32-bit numbers, as in QMNIST. Its class is named by its number, or
 * by its character where {@link EmnistMapping} tells it.
 */
final class IdxLabels {
    private static final String EXPECTED = "an IDX file of labels";

    /** How many files are looked at. */
    private static final int LOOKED_AT = 1000;

    private final Path pictures;
    private final int count;

    /**
     * What was found.
     *
     * @param notes why there are no classes, where a person may have expected them
     */
    record Found(LabelledPictures.Classes classes, List<String> notes) {}

    /** Of so many pictures in a file. */
    IdxLabels(Path pictures, int count) {
        this.pictures = pictures.toAbsolutePath();
        this.count = count;
    }

    /** The labels that lie beside the pictures. */
    Found beside() {
        List<Path> fitting = FolderEntries.of(pictures.getParent(), LOOKED_AT, "the folder of the pictures").stream()
                .filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
                .filter(file -> header(file).filter(this::fits).isPresent())
                .toList();
        int nearest = fitting.stream().mapToInt(this::likeness).max().orElse(0);
        List<Path> likely =
                fitting.stream().filter(file -> likeness(file) == nearest).toList();
        if (likely.size() > 1) {
            return without("No classes: several files have as many labels as there are pictures: "
                    + likely.stream()
                            .map(file -> String.valueOf(file.getFileName()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return likely.isEmpty() ? new Found(LabelledPictures.Classes.NONE, List.of()) : read(likely.get(0));
    }

    private static Found without(String note) {
        return new Found(LabelledPictures.Classes.NONE, List.of(note));
    }

    private static Optional<IdxHeader> header(Path file) {
        return IdxHeader.of(FileHead.of(new RegularFile(file, EXPECTED)).bytes());
    }

    private boolean fits(IdxHeader header) {
        return (header.labels() || header.rowsOfNumbers())
                && header.sizes().length == header.dimensions()
                && header.sizes()[0] == count;
    }

    /** How many characters of its name are those of the pictures' name. */
    private int likeness(Path file) {
        String own = file.getFileName().toString();
        String other = pictures.getFileName().toString();
        int same = Arrays.mismatch(own.toCharArray(), other.toCharArray());
        return same < 0 ? own.length() : same;
    }

    private Found read(Path path) {
        RegularFile file = new RegularFile(path, EXPECTED);
        FileHead head = FileHead.of(file);
        IdxHeader header = header(path).orElseThrow();
        try (InputStream raw = new BufferedInputStream(file.open(), 1 << 16);
                DataInputStream in = new DataInputStream(
                        head.gzipped() ? new BufferedInputStream(new GZIPInputStream(raw), 1 << 16) : raw)) {
            in.skipNBytes((1L + header.dimensions()) * Integer.BYTES);
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = header.labels() ? in.readUnsignedByte() : in.readInt();
                in.skipNBytes(header.labels() ? 0 : (header.sizes()[1] - 1) * Integer.BYTES);
            }
            return new Found(classes(labels), List.of());
        } catch (EOFException | ZipException broken) {
            return without("No classes: the labels in " + path.getFileName() + " break off or are broken.");
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    /** Classes of the labels that there are, in their order. */
    private LabelledPictures.Classes classes(int[] labels) {
        Map<Integer, Integer> places = new TreeMap<>(Comparator.naturalOrder());
        Arrays.stream(labels).forEach(label -> places.put(label, 0));
        if (places.size() < 2) {
            return LabelledPictures.Classes.NONE;
        }
        int place = 0;
        for (Map.Entry<Integer, Integer> entry : places.entrySet()) {
            entry.setValue(place++);
        }
        Map<Integer, String> names = EmnistMapping.beside(pictures);
        return new LabelledPictures.Classes(
                places.keySet().stream()
                        .map(label -> names.getOrDefault(label, String.valueOf(label)))
                        .toList(),
                Arrays.stream(labels).map(places::get).toArray());
    }
}
