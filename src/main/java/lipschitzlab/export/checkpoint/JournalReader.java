package lipschitzlab.export.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.SafetensorsFile;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.setting.InputException;

/** Reads of a {@link HistoryJournal} what belongs to one checkpoint. */
final class JournalReader {
    static final String LENGTH = "journal.length";
    static final String SPECTRA = "spectra";
    static final String FRAMES = "frames";
    static final String MILESTONES = "milestones";
    static final String MISSING = "missing.";

    private static final String SPECTRUM = "spectrum/";
    private static final String FRAME = "frame/";
    private static final String CURVE = "curve/";
    private static final String REMEDY =
            "It was cut off or changed: the run goes on from an earlier checkpoint, if there is one.";
    private static final int BUFFER = 1 << 16;

    private final RegularFile file;
    private final Texts texts;
    private final long length;
    private final Set<Integer> wanted;
    private final Map<Integer, Object> records = new HashMap<>();
    private final Map<Metric, List<Curve>> parts = new EnumMap<>(Metric.class);
    private int nextNumber;

    private JournalReader(Path path, Texts texts) {
        this.file = new RegularFile(path, "the journal that belongs to " + texts.where());
        this.texts = texts;
        this.length = texts.length(LENGTH);
        this.wanted = new HashSet<>(Thinned.numbers(texts, SPECTRA).toList());
        wanted.addAll(Thinned.numbers(texts, FRAMES).toList());
        wanted.addAll(texts.counts(MILESTONES));
    }

    /**
     * Reads a journal.
     *
     * @param texts of the checkpoint that it belongs to
     * @throws InputException if it is not whole up to there
     */
    static JournalReader read(Path path, Texts texts) {
        JournalReader reader = new JournalReader(path, texts);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            reader.read(channel);
        } catch (IOException failure) {
            throw reader.file.unreadable(failure);
        }
        return reader;
    }

    private void read(FileChannel channel) throws IOException {
        if (channel.size() < length) {
            throw new InputException(
                    file.name(), length + " bytes or more", RegularFile.inWords(channel.size()), REMEDY);
        }
        long position = 0;
        while (position < length) {
            ByteBuffer head = ByteBuffer.allocate(HistoryJournal.HEAD).order(ByteOrder.LITTLE_ENDIAN);
            readFully(channel, position, head);
            long size = head.flip().getLong();
            long left = length - position - HistoryJournal.HEAD;
            if (size < 0 || size > left) {
                throw new InputException(
                        file.name(), "a block of at most " + left + " bytes", "the length " + size, REMEDY);
            }
            long start = position + HistoryJournal.HEAD;
            requireSum(channel, start, size, head.getInt());
            try (SafetensorsFile block = SafetensorsFile.of(channel, start, size, file.name())) {
                take(block);
            }
            position = start + size;
        }
    }

    private static void readFully(FileChannel channel, long position, ByteBuffer into) throws IOException {
        while (into.hasRemaining() && channel.read(into, position + into.position()) >= 0) {
            // A channel may give less than was asked for.
        }
    }

    private void requireSum(FileChannel channel, long start, long size, int expected) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long done = 0; done < size; done += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, size - done));
            readFully(channel, start + done, buffer);
            sum.update(buffer.flip());
        }
        if ((int) sum.getValue() != expected) {
            throw new InputException(
                    file.name(),
                    "bytes with the checksum " + Integer.toHexString(expected),
                    Integer.toHexString((int) sum.getValue()),
                    REMEDY);
        }
    }

    private void take(SafetensorsFile block) {
        List<String> layers = Arrays.asList(
                block.metadata().getOrDefault(HistoryJournal.LAYERS, "").split("\n"));
        for (String name : block.names()) {
            if (name.startsWith(CURVE) && name.endsWith("/step")) {
                takeCurve(block, name.substring(CURVE.length(), name.length() - "/step".length()));
            } else if (name.endsWith("/step")) {
                takeRecord(block, name, layers);
            }
        }
    }

    private void takeCurve(SafetensorsFile block, String id) {
        Metric metric =
                Metric.find(id).orElseThrow(() -> new InputException(file.name(), "a measure of the lab", id, REMEDY));
        String prefix = CURVE + id + "/";
        parts.computeIfAbsent(metric, any -> new ArrayList<>())
                .add(new Curve(
                        block.ints(prefix + "step"),
                        block.doubles(prefix + "seconds"),
                        block.doubles(prefix + "value")));
    }

    private void takeRecord(SafetensorsFile block, String name, List<String> layers) {
        String prefix = name.substring(0, name.length() - "step".length());
        int number = Integer.parseInt(prefix.replaceAll("\\D", ""));
        nextNumber = Math.max(nextNumber, number + 1);
        if (wanted.contains(number)) {
            records.put(
                    number,
                    name.startsWith(SPECTRUM)
                            ? RecordArrays.spectrum(block, prefix, layers)
                            : RecordArrays.frame(block, prefix, layers));
        }
    }

    long length() {
        return length;
    }

    int nextNumber() {
        return nextNumber;
    }

    /** Spectra and snapshots that are needed still, by their numbers. */
    Map<Integer, Object> records() {
        return records;
    }

    Map<Metric, Curve> curves() {
        Map<Metric, Curve> curves = new EnumMap<>(Metric.class);
        parts.forEach((metric, all) -> curves.put(metric, joined(all)));
        return curves;
    }

    private static Curve joined(List<Curve> parts) {
        return new Curve(
                parts.stream().flatMapToInt(part -> Arrays.stream(part.steps())).toArray(),
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.seconds()))
                        .toArray(),
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.values()))
                        .toArray());
    }

    /** The history as it was at the checkpoint. */
    LaneHistory history() {
        Map<Metric, String> missing = new EnumMap<>(Metric.class);
        texts.under(MISSING).forEach((id, reason) -> Metric.find(id).ifPresent(metric -> missing.put(metric, reason)));
        return LaneHistory.of(
                curves(),
                Thinned.read(texts, SPECTRA, number -> record(number, SpectrumRecord.class)),
                Thinned.read(texts, FRAMES, number -> record(number, Snapshot.class)),
                missing);
    }

    /** Pictures at every tenth of the way. */
    List<Snapshot> milestones() {
        return texts.counts(MILESTONES).stream()
                .map(number -> record(number, Snapshot.class))
                .toList();
    }

    /** The newest picture of the lane. */
    Optional<Snapshot> newest() {
        return records.values().stream()
                .filter(Snapshot.class::isInstance)
                .map(Snapshot.class::cast)
                .max((a, b) -> Integer.compare(a.step(), b.step()));
    }

    private <T> T record(int number, Class<T> type) {
        Object found = records.get(number);
        if (!type.isInstance(found)) {
            throw new InputException(
                    file.name(), "a " + type.getSimpleName() + " of the number " + number, "none", REMEDY);
        }
        return type.cast(found);
    }
}
