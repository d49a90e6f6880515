package lipschitzlab.plot;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers of a surface, of which some may not be finite. */
final class Heights {
    private Heights() {}

    /** The middle of those that are finite; 0 if none is. */
    static double median(float[] values) {
        double[] sorted = finite(values).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Those that are finite. */
    static DoubleStream finite(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).filter(Double::isFinite);
    }
}
