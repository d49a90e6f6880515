package lipschitzlab.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Metric;

/**
 * {@code curves.csv} while lanes train: each time, what came since is written behind what is there, so that it can be followed. At its
 * end a run writes the whole file in its order. Where a lane was reset, renamed or removed, the file begins again. Used by one thread at
 * a time.
 */
public final class GrowingCurves {
    private final Path file;
    private final Map<Part, Map<Metric, Integer>> written = new HashMap<>();
    private long length;

    /** The rows of one lane from a reset to the next. */
    private record Part(String lane, LaneHistory history) {}

    /** Of a run's folder; a file that is there is written over. */
    public GrowingCurves(Path run) {
        this.file = run.resolve("curves.csv");
    }

    /**
     * Writes what is new.
     *
     * @throws lipschitzlab.setting.InputException if it cannot be written; the next time then tries all of it again
     */
    public void grow(List<Lane> lanes) {
        List<Part> parts =
                lanes.stream().map(lane -> new Part(lane.id(), lane.history())).toList();
        if (!parts.containsAll(written.keySet())) {
            written.clear();
            length = 0;
        }
        Map<Part, Map<Metric, Integer>> after = new HashMap<>();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Rows that were cut off by a full disk or a kill are written again, whole.
                channel.truncate(length);
                channel.position(length);
                Writer writer = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
                if (length == 0) {
                    writer.write(CurveFile.HEAD);
                }
                for (Part part : parts) {
                    Map<Metric, Integer> from = written.getOrDefault(part, Map.of());
                    after.put(part, CurveFile.append(writer, part.lane(), part.history(), from));
                }
                writer.flush();
                length = channel.position();
            }
        } catch (IOException failure) {
            throw WholeFile.unwritable(file, failure);
        }
        written.clear();
        written.putAll(after);
    }
}
