package lipschitzlab.plot;

import java.util.Arrays;

/**
 * A line to draw. Where a value is not a finite number the line has a gap.
 *
 * @param x positions, rising
 * @param y values, of the same length
 */
public record Trace(double[] x, double[] y) {
    /** Beyond this, values overflow in the arithmetic of axes, and no network of floats has them. */
    private static final double LARGEST = 1e100;

    private static boolean drawable(double value) {
        return Math.abs(value) <= LARGEST;
    }

    /** The same line with gaps where values are not finite, or as good as infinite. */
    public Trace withGaps() {
        double[] values = y.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = drawable(values[i]) ? values[i] : Double.NaN;
        }
        return new Trace(x, values);
    }

    /** The same line with gaps where values have no logarithm. */
    public Trace positive() {
        double[] values = y.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] > 0 ? values[i] : Double.NaN;
        }
        return new Trace(x, values);
    }

    /**
     * An exponential moving average that is corrected for its start, as Adam's (Kingma & Ba 2015, algorithm 1): no value is drawn
     * towards 0. Gaps stay, and the average goes on behind them.
     *
     * @param memory the number of points whose plain mean would be as smooth; 1 changes nothing
     */
    public Trace smoothed(int memory) {
        double keep = 1 - 2.0 / (memory + 1);
        double[] values = new double[y.length];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(y[i])) {
                values[i] = Double.NaN;
            } else {
                sum = keep * sum + (1 - keep) * y[i];
                weight = keep * weight + (1 - keep);
                values[i] = sum / weight;
            }
        }
        return new Trace(x, values);
    }

    /** The part between two positions, with the nearest point beyond each, so that the line reaches the edges. */
    public Trace between(double start, double end) {
        int from = 0;
        while (from + 1 < x.length && x[from + 1] <= start) {
            from++;
        }
        int to = x.length;
        while (to - 2 >= from && x[to - 2] >= end) {
            to--;
        }
        return new Trace(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to));
    }

    /** The same line without its points at positions that have no logarithm. */
    public Trace fromFirstPositivePosition() {
        int first = 0;
        while (first < x.length && x[first] <= 0) {
            first++;
        }
        return new Trace(Arrays.copyOfRange(x, first, x.length), Arrays.copyOfRange(y, first, y.length));
    }

    /**
     * The same line with fewer points: of each stretch the smallest and the largest value, so that no peak is lost.
     *
     * @param most points to keep
     */
    public Trace thinned(int most) {
        if (y.length <= most) {
            return this;
        }
        int stretches = most / 2;
        double[] fewX = new double[2 * stretches];
        double[] fewY = new double[2 * stretches];
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) y.length * stretch / stretches);
            int to = (int) ((long) y.length * (stretch + 1) / stretches);
            int low = from;
            int high = from;
            for (int i = from + 1; i < to; i++) {
                low = y[i] < y[low] || Double.isNaN(y[low]) ? i : low;
                high = y[i] > y[high] || Double.isNaN(y[high]) ? i : high;
            }
            keep(fewX, fewY, 2 * stretch, Math.min(low, high));
            keep(fewX, fewY, 2 * stretch + 1, Math.max(low, high));
        }
        return new Trace(fewX, fewY);
    }

    private void keep(double[] fewX, double[] fewY, int slot, int point) {
        fewX[slot] = x[point];
        fewY[slot] = y[point];
    }

    /** Whether a point has a gap on both sides, so that no line shows it. */
    boolean alone(int point) {
        boolean before = point == 0 || Double.isNaN(y[point - 1]);
        boolean after = point == y.length - 1 || Double.isNaN(y[point + 1]);
        return before && after && !Double.isNaN(y[point]);
    }

    /** The smallest value, or NaN if there is none. */
    public double least() {
        return Arrays.stream(y).filter(Trace::drawable).min().orElse(Double.NaN);
    }

    /** The largest value, or NaN if there is none. */
    public double most() {
        return Arrays.stream(y).filter(Trace::drawable).max().orElse(Double.NaN);
    }
}
