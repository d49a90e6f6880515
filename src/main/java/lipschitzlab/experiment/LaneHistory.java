package lipschitzlab.experiment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;

/** Everything that a lane has reported since its last reset. Written by the lane, read by anyone. */
public final class LaneHistory {
    /** A few megabytes a lane for the usual networks. */
    private static final int MAX_SPECTRA = 512;

    private static final int MAX_FRAMES = 128;
    private static final long MAX_FRAME_BYTES = 32L << 20;

    private final Map<Metric, Points> points = new EnumMap<>(Metric.class);
    private final ThinnedHistory<SpectrumRecord> spectra = new ThinnedHistory<>(MAX_SPECTRA);
    private final ThinnedHistory<Snapshot> frames = new ThinnedHistory<>(MAX_FRAMES, MAX_FRAME_BYTES, Snapshot::bytes);
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

    /** Whether a frame that is taken now would stay among those evenly spread; otherwise one is left out, and counted. */
    synchronized boolean frameDue() {
        boolean due = frames.due();
        if (!due) {
            frames.skip();
        }
        return due;
    }

    /** Adds the frame that is due. */
    synchronized void addFrame(Snapshot snapshot) {
        frames.add(snapshot.asFrame());
    }

    /** Adds a frame that was taken anyway, such as the first; one of the same step as the last changes nothing. */
    synchronized void addFrameBetween(Snapshot snapshot) {
        if (frames.last().filter(last -> last.step() >= snapshot.step()).isEmpty()) {
            frames.addBetween(snapshot.asFrame());
        }
    }

    /** Drops the frames so far, where no view will show them. */
    public synchronized void forgetFrames() {
        frames.clear();
    }

    synchronized void addMissing(Metric metric, String reason) {
        missing.put(metric, reason);
    }

    synchronized void clear() {
        points.clear();
        missing.clear();
        spectra.clear();
        frames.clear();
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

    /** The value that was recorded last at a step or before it, or NaN if there is none. */
    public synchronized double at(Metric metric, int step) {
        Points found = points.get(metric);
        int last = found == null ? -1 : found.length - 1;
        while (last >= 0 && found.steps[last] > step) {
            last--;
        }
        return last < 0 ? Double.NaN : found.values[last];
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

    /**
     * Snapshots of the lane, by rising step: the first frame, evenly spread ones at diagnoses, and the newest, without
     * on-demand details. At most {@value #MAX_FRAMES} frames, and fewer if they are so large that all together would take more
     * than 32 MiB.
     */
    public synchronized List<Snapshot> frames() {
        return frames.records();
    }
}
