package lipschitzlab.export.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import lipschitzlab.experiment.LaneCheckpoint;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;

/**
 * {@code checkpoints/LANE.journal}: everything that one lane has reported, block by block, each what came since the one before. A block is
 * its length in 8 bytes and its CRC-32C in 4, little-endian, and then as many bytes in the safetensors format. A checkpoint names
 * the length of the journal that belongs to it; what stands behind was reported later, or was cut off, and is written over.
 * Used by one thread at a time.
 */
final class HistoryJournal {
    static final int HEAD = Long.BYTES + Integer.BYTES;
    static final String LAYERS = "layers";

    private final Path file;
    private LaneHistory history = new LaneHistory();
    private long length;
    private final Map<Metric, Integer> points = new EnumMap<>(Metric.class);
    private Map<Object, Integer> numbers = new IdentityHashMap<>();
    private int nextNumber;

    /** A journal that is begun with the first checkpoint; a file that is there is then written over. */
    HistoryJournal(Path file) {
        this.file = file;
    }

    /**
     * A journal that goes on.
     *
     * @param read what was read of it
     * @param restored the history that was made of that, which goes on
     */
    HistoryJournal(Path file, JournalReader read, LaneHistory restored) {
        this.file = file;
        this.history = restored;
        this.length = read.length();
        read.curves().forEach((metric, curve) -> points.put(metric, curve.length()));
        read.records().forEach((number, record) -> numbers.put(record, number));
        this.nextNumber = read.nextNumber();
    }

    /** Whether this is the journal of that history: a reset begins another. */
    boolean isOf(LaneHistory other) {
        return history == other;
    }

    /**
     * Writes what is new, and returns the texts from which a checkpoint finds its part of the journal again.
     *
     * @throws lipschitzlab.setting.InputException if it cannot be written; the journal is then as it was
     */
    Map<String, String> append(LaneCheckpoint checkpoint) {
        if (!isOf(checkpoint.history())) {
            history = checkpoint.history();
            length = 0;
            points.clear();
            numbers.clear();
        }
        Map<Object, Integer> present = new IdentityHashMap<>();
        SafetensorsWriter block = block(checkpoint, present);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(block);
        } catch (IOException failure) {
            throw WholeFile.unwritable(file, failure);
        }
        numbers = present;
        points.putAll(checkpoint.recorded().lengths());
        return texts(checkpoint);
    }

    private SafetensorsWriter block(LaneCheckpoint checkpoint, Map<Object, Integer> present) {
        SafetensorsWriter block = new SafetensorsWriter();
        LaneHistory.State recorded = checkpoint.recorded();
        recorded.lengths().forEach((metric, to) -> writePoints(block, metric, points.getOrDefault(metric, 0), to));
        List<SpectrumRecord> spectra = recorded.spectra().records();
        spectra.forEach(record ->
                number(record, present, number -> RecordArrays.write(block, prefix("spectrum", number), record)));
        List<Snapshot> frames = recorded.frames().records();
        frames.forEach(
                frame -> number(frame, present, number -> RecordArrays.write(block, prefix("frame", number), frame)));
        checkpoint
                .milestones()
                .forEach(milestone -> number(
                        milestone, present, number -> RecordArrays.write(block, prefix("frame", number), milestone)));
        spectra.stream().findFirst().ifPresent(record -> block.metadata(Map.of(LAYERS, names(record.layers()))));
        return block;
    }

    private static String names(List<LayerSpectrum> layers) {
        return String.join("\n", layers.stream().map(LayerSpectrum::layer).toList());
    }

    static String prefix(String kind, int number) {
        return kind + "/" + number + "/";
    }

    private void writePoints(SafetensorsWriter block, Metric metric, int from, int to) {
        if (to > from) {
            Curve curve = history.curve(metric, from, to);
            String prefix = "curve/" + metric.id() + "/";
            int[] shape = {curve.length()};
            block.ints(prefix + "step", shape, curve.steps());
            block.doubles(prefix + "seconds", shape, curve.seconds());
            block.doubles(prefix + "value", shape, curve.values());
        }
    }

    private void number(Object record, Map<Object, Integer> present, Consumer<Integer> write) {
        Integer known = numbers.get(record);
        if (known == null) {
            known = nextNumber++;
            write.accept(known);
        }
        present.put(record, known);
    }

    private void write(SafetensorsWriter block) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.position(length + HEAD);
            CRC32C crc = new CRC32C();
            OutputStream out =
                    new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), crc);
            block.writeTo(out);
            out.flush();
            ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
            long size = channel.position() - length - HEAD;
            head.putLong(size).putInt((int) crc.getValue()).flip();
            channel.write(head, length);
            length += HEAD + size;
        }
    }

    private Map<String, String> texts(LaneCheckpoint checkpoint) {
        Map<String, String> texts = new LinkedHashMap<>();
        LaneHistory.State recorded = checkpoint.recorded();
        texts.put(JournalReader.LENGTH, String.valueOf(length));
        Thinned.write(texts, JournalReader.SPECTRA, recorded.spectra(), numbers::get);
        Thinned.write(texts, JournalReader.FRAMES, recorded.frames(), numbers::get);
        texts.put(
                JournalReader.MILESTONES,
                Texts.of(checkpoint.milestones().stream().map(numbers::get).toList()));
        recorded.missing().forEach((metric, reason) -> texts.put(JournalReader.MISSING + metric.id(), reason));
        return texts;
    }
}
