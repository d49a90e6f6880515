package lipschitzlab.plot.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import lipschitzlab.plot.Trace;
import lipschitzlab.plot.style.LaneStyle;

/** What curves read at a place: their values as they are drawn, before points are left out. */
public final class CurveReadout {
    /**
     * One curve's value.
     *
     * @param line the curve's place among all curves, hidden ones included
     * @param value NaN where it has none there
     */
    public record Reading(int line, String title, LaneStyle style, double value) {}

    /** One curve; hidden ones are none. */
    record Line(int index, String title, LaneStyle style, Trace trace) {}

    private final List<Line> lines;

    CurveReadout(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** The place with a value that is nearest to another place, along the horizontal axis; empty if there is no curve. */
    public OptionalDouble nearest(double place) {
        OptionalDouble nearest = OptionalDouble.empty();
        for (Line line : lines) {
            int found = nearest(line.trace().x(), place);
            if (found >= 0) {
                double other = line.trace().x()[found];
                if (nearest.isEmpty() || Math.abs(other - place) < Math.abs(nearest.getAsDouble() - place)) {
                    nearest = OptionalDouble.of(other);
                }
            }
        }
        return nearest;
    }

    /** The next place with a value on one side of a place; empty if there is none. */
    public OptionalDouble next(double place, boolean right) {
        return lines.stream()
                .flatMapToDouble(line -> {
                    double[] x = line.trace().x();
                    int at = right ? after(x, place) : before(x, place);
                    return at >= 0 && at < x.length
                            ? java.util.stream.DoubleStream.of(x[at])
                            : java.util.stream.DoubleStream.empty();
                })
                .reduce(right ? Math::min : Math::max);
    }

    /**
     * What every visible curve reads at a place: its last value up to there, as long as it goes so far. A curve that has ended before, or begins
     * later, reads NaN.
     */
    public List<Reading> at(double place) {
        List<Reading> readings = new ArrayList<>();
        for (Line line : lines) {
            double[] x = line.trace().x();
            int last = after(x, place) - 1;
            boolean within = last >= 0 && place <= x[x.length - 1];
            double value = within ? line.trace().y()[last] : Double.NaN;
            readings.add(new Reading(line.index(), line.title(), line.style(), value));
        }
        return readings;
    }

    /** The first point behind a place, or as many as there are. */
    private static int after(double[] x, double place) {
        int found = Arrays.binarySearch(x, place);
        int next = found >= 0 ? found : -found - 1;
        while (next < x.length && x[next] <= place) {
            next++;
        }
        return next;
    }

    /** The last point before a place, or −1. */
    private static int before(double[] x, double place) {
        int found = Arrays.binarySearch(x, place);
        int next = (found >= 0 ? found : -found - 1) - 1;
        while (next >= 0 && x[next] >= place) {
            next--;
        }
        return next;
    }

    private static int nearest(double[] x, double place) {
        if (x.length == 0) {
            return -1;
        }
        int right = Math.min(x.length - 1, after(x, place));
        int left = Math.max(0, right - 1);
        return Math.abs(x[left] - place) <= Math.abs(x[right] - place) ? left : right;
    }
}
