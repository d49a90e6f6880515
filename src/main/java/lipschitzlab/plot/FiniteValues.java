package lipschitzlab.plot;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lipschitzlab.statistic.Quantiles;

/** The finite numbers among those of a surface. */
final class FiniteValues {
    private FiniteValues() {}

    /** The median of those that are finite; 0 if none is. */
    static double median(float[] values) {
        double[] finite = finite(values).toArray();
        return finite.length == 0 ? 0 : Quantiles.median(finite);
    }

    /** Those that are finite. */
    static DoubleStream finite(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).filter(Double::isFinite);
    }
}
