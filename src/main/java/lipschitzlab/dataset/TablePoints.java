package lipschitzlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lipschitzlab.dataset.PlaneUnits.Spread;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.file.RegularFile;
import lipschitzlab.statistic.Quantiles;

/**
 * The points of a table while it is read, as doubles: a float would cut off the digits in which coordinates far from the origin
 * differ. They lie in pieces, so that no growing copies what is there already.
 */
final class TablePoints {
    private static final int PIECE = 1 << 16;

    /** Of which a column's spread is taken at most. */
    private static final int MAX_COUNTED = 100_000;

    /** What lies outside of a column's spread at either end. */
    private static final double OUTSIDE = 0.005;

    private final RegularFile file;
    private final List<double[]> pieces = new ArrayList<>();
    private int count;

    TablePoints(RegularFile file) {
        this.file = file;
    }

    int count() {
        return count;
    }

    /**
     * Adds a point.
     *
     * @throws lipschitzlab.setting.InputException if there is no memory left for more
     */
    void add(double x, double y) {
        int at = 2 * count % PIECE;
        if (at == 0) {
            long piece = (long) Double.BYTES * PIECE;
            long floats = 2L * Float.BYTES * (count + PIECE);
            HeapSpace.require(
                    piece + floats,
                    piece * (pieces.size() + 1) + floats,
                    file.name(),
                    "more than " + count + " points");
            pieces.add(new double[PIECE]);
        }
        double[] last = pieces.get(pieces.size() - 1);
        last[at] = x;
        last[at + 1] = y;
        count++;
    }

    double x(int point) {
        return pieces.get(2 * point / PIECE)[2 * point % PIECE];
    }

    double y(int point) {
        return pieces.get(2 * point / PIECE)[2 * point % PIECE + 1];
    }

    Spread spreadOfX() {
        return spread(this::x);
    }

    Spread spreadOfY() {
        return spread(this::y);
    }

    private Spread spread(ToDoubleFunction<Integer> coordinate) {
        int stride = (count - 1) / MAX_COUNTED + 1;
        double[] some = new double[(count - 1) / stride + 1];
        for (int i = 0; i < some.length; i++) {
            some[i] = coordinate.applyAsDouble(i * stride);
        }
        return new Spread(Quantiles.of(OUTSIDE, some), Quantiles.fromAbove(OUTSIDE, some));
    }

    /** In the units of training, {@code [point, 2]} in row-major order. */
    float[] in(PlaneUnits units) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = units.trainingX(x(i));
            points[2 * i + 1] = units.trainingY(y(i));
        }
        return points;
    }
}
