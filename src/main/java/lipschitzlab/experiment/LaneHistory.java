package lipschitzlab.experiment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a lane has reported since its last reset. Written by the lane, read by anyone. */
public final class LaneHistory {
    private final Map<Metric, Points> points = new EnumMap<>(Metric.class);
    private final SpectrumHistory spectra = new SpectrumHistory();
    private final Map<Metric, String> missing = new EnumMap<>(Metric.class);

    private static final class Points {
        private int[] steps = new int[256];
        private double[] seconds = new double[256];
        private double[] values = new double[256];
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

        Curve curve() {
            return new Curve(
                    Arrays.copyOf(steps, length), Arrays.copyOf(seconds, length), Arrays.copyOf(values, length));
        }
    }

    synchronized void add(Metric metric, int step, double seconds, double value) {
        points.computeIfAbsent(metric, m -> new Points()).add(step, seconds, value);
    }

    synchronized void add(SpectrumRecord spectrum) {
        spectra.add(spectrum);
    }

    synchronized void addMissing(Metric metric, String reason) {
        missing.put(metric, reason);
    }

    synchronized void clear() {
        points.clear();
        missing.clear();
        spectra.clear();
    }

    /** The metrics that have at least one point. */
    public synchronized List<Metric> metrics() {
        return List.copyOf(points.keySet());
    }

    /** A copy of one metric's points; empty if there are none. */
    public synchronized Curve curve(Metric metric) {
        Points found = points.get(metric);
        return found == null ? new Points().curve() : found.curve();
    }

    /** The last value of a metric, or NaN if there is none. */
    public synchronized double last(Metric metric) {
        Points found = points.get(metric);
        return found == null ? Double.NaN : found.values[found.length - 1];
    }

    /** How many points one metric has. */
    public synchronized int length(Metric metric) {
        Points found = points.get(metric);
        return found == null ? 0 : found.length;
    }

    /** Why this lane has no such number, in a sentence, if it was measured and there is none. */
    public synchronized Optional<String> missing(Metric metric) {
        return Optional.ofNullable(missing.get(metric));
    }

    /** The spectra that were recorded, by rising step; of a long run the first, the newest and evenly spread ones between. */
    public synchronized List<SpectrumRecord> spectra() {
        return spectra.records();
    }
}
