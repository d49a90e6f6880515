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

        Points() {}

        Points(Curve curve) {
            for (int i = 0; i < curve.length(); i++) {
                add(curve.steps()[i], curve.seconds()[i], curve.values()[i]);
            }
        }

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
            return curve(0, length);
        }

        Curve curve(int from, int to) {
            return new Curve(
                    Arrays.copyOfRange(steps, from, to),
                    Arrays.copyOfRange(seconds, from, to),
                    Arrays.copyOfRange(values, from, to));
        }
    }

    /** A history without anything in it. */
    public LaneHistory() {}

    /**
     * A history as it was written before.
     *
     * @param curves by metric
     * @param missing by metric, why there is no such number
     */
    public static LaneHistory of(
            Map<Metric, Curve> curves,
            ThinnedHistory.State<SpectrumRecord> spectra,
            ThinnedHistory.State<Snapshot> frames,
            Map<Metric, String> missing) {
        LaneHistory history = new LaneHistory();
        curves.forEach((metric, curve) -> history.points.put(metric, new Points(curve)));
        history.spectra.restore(spectra);
        history.frames.restore(frames);
        history.missing.putAll(missing);
        return history;
    }

    /**
     * Where a history stands, for one who writes it down piece by piece.
     *
     * @param lengths how many points each metric has; they stay as they are while more come
     */
    public record State(
            Map<Metric, Integer> lengths,
            ThinnedHistory.State<SpectrumRecord> spectra,
            ThinnedHistory.State<Snapshot> frames,
            Map<Metric, String> missing) {
        /** Copies the maps. */
        public State {
            lengths = Map.copyOf(lengths);
            missing = Map.copyOf(missing);
        }
    }

    /** Where it stands. */
    public synchronized State state() {
        Map<Metric, Integer> lengths = new EnumMap<>(Metric.class);
        points.forEach((metric, line) -> lengths.put(metric, line.length));
        return new State(lengths, spectra.state(), frames.state(), missing);
    }

    /** Some points of one metric, from the one in place {@code from} to the one before {@code to}. */
    public synchronized Curve curve(Metric metric, int from, int to) {
        Points found = points.get(metric);
        return found == null ? new Points().curve() : found.curve(from, to);
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
