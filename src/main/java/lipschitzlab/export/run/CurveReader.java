package lipschitzlab.export.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;

/** Reads {@code curves.csv}: every point of every metric of every lane. Seconds are as rounded there, to milliseconds. */
final class CurveReader {
    private static final List<String> COLUMNS = List.of("lane", "step", "seconds", "metric", "value");

    private final Map<String, Map<Metric, Points>> lanes = new LinkedHashMap<>();
    private final Map<String, Optional<Metric>> metrics = new LinkedHashMap<>();
    private final TreeSet<String> unknown = new TreeSet<>();

    private CurveReader() {}

    private static final class Points {
        private int[] steps = new int[64];
        private double[] seconds = new double[64];
        private double[] values = new double[64];
        private int length;

        void add(int step, double second, double value) {
            if (length == steps.length) {
                steps = Arrays.copyOf(steps, 2 * length);
                seconds = Arrays.copyOf(seconds, 2 * length);
                values = Arrays.copyOf(values, 2 * length);
            }
            steps[length] = step;
            seconds[length] = second;
            values[length++] = value;
        }

        boolean follows(int step) {
            return length == 0 || steps[length - 1] <= step;
        }

        Curve curve() {
            return new Curve(
                    Arrays.copyOf(steps, length), Arrays.copyOf(seconds, length), Arrays.copyOf(values, length));
        }
    }

    /**
     * Reads the file.
     *
     * @param notes gets a sentence for what is left out
     * @return by lane
     * @throws lipschitzlab.setting.InputException if it is damaged, but for a last row that is not whole
     */
    static Map<String, Map<Metric, Curve>> read(Path file, Consumer<String> notes) {
        CurveReader reader = new CurveReader();
        if (!new CsvRows(file, COLUMNS).forEach(reader::take)) {
            notes.accept("The last row of " + file.getFileName() + " is not whole and is left out.");
        }
        if (!reader.unknown.isEmpty()) {
            notes.accept("This version knows no metric " + String.join(", ", reader.unknown) + "; left out of "
                    + file.getFileName() + ".");
        }
        return reader.curves();
    }

    private void take(CsvRows.Row row) {
        String id = row.text(3);
        Optional<Metric> metric = metrics.computeIfAbsent(id, Metric::find);
        Map<Metric, Points> lane = lanes.computeIfAbsent(row.text(0), name -> new EnumMap<>(Metric.class));
        if (metric.isEmpty()) {
            unknown.add(id);
            return;
        }
        int step = row.whole(1);
        Points points = lane.computeIfAbsent(metric.get(), name -> new Points());
        if (!points.follows(step)) {
            throw row.wrong("step", "steps that rise", step + " after a later one of the same metric");
        }
        points.add(step, row.number(2), row.number(4));
    }

    private Map<String, Map<Metric, Curve>> curves() {
        Map<String, Map<Metric, Curve>> curves = new LinkedHashMap<>();
        lanes.forEach((lane, points) -> {
            Map<Metric, Curve> ofLane = new EnumMap<>(Metric.class);
            points.forEach((metric, found) -> ofLane.put(metric, found.curve()));
            curves.put(lane, ofLane);
        });
        return curves;
    }
}
