package lipschitzlab.diagnostic;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;

/**
 * A critic's values and its slopes ‖∇D‖₂ at some points. The critic must judge each sample by itself, as one without batch
 * normalization does.
 *
 * @param values D(x) at each point
 * @param slopes ‖∇D(x)‖₂ at each point, over all axes of a sample
 */
public record CriticSlopes(float[] values, double[] slopes) {
    /** Points in one pass: bounds memory. */
    private static final int LARGEST_PASS = 512;

    /**
     * Measures, and frees what it made.
     *
     * @param sample the shape of one sample
     * @param points {@code [n, …sample]} in row-major order, n of 0 or more
     * @throws IllegalArgumentException if the numbers do not divide into samples
     */
    public static CriticSlopes at(BoundNetwork critic, Shape sample, float[] points) {
        int length = sample.length();
        if (points.length % length != 0) {
            throw new IllegalArgumentException(
                    "expected samples of shape " + sample + ", found " + points.length + " numbers");
        }
        int count = points.length / length;
        float[] values = new float[count];
        double[] slopes = new double[count];
        for (int first = 0; first < count; first += LARGEST_PASS) {
            int rows = Math.min(LARGEST_PASS, count - first);
            float[] part = Arrays.copyOfRange(points, first * length, (first + rows) * length);
            Pass pass = pass(critic, part, sample.batchOf(rows));
            System.arraycopy(pass.values(), 0, values, first, rows);
            System.arraycopy(rowNorms(pass.gradients(), rows), 0, slopes, first, rows);
        }
        return new CriticSlopes(values, slopes);
    }

    /** The largest slope; 0 if there is no point, NaN if one is. */
    public double largest() {
        return Arrays.stream(slopes).max().orElse(0);
    }

    private record Pass(float[] values, float[] gradients) {}

    private static Pass pass(BoundNetwork critic, float[] points, Shape shape) {
        Engine engine = critic.network().engine();
        try (Scope temporaries = engine.openScope()) {
            Var x = Var.variable(engine, engine.of(points, shape));
            Var outputs = critic.apply(x);
            // Each output depends on its own sample alone, so the sum's gradient holds all of theirs.
            Var gradient = Gradients.of(outputs.sum(), List.of(x), false).get(0);
            return new Pass(engine.read(outputs.value()), engine.read(gradient.value()));
        }
    }

    /** ‖row‖₂ of each row. */
    static double[] rowNorms(float[] rows, int count) {
        int length = rows.length / count;
        double[] norms = new double[count];
        for (int row = 0; row < count; row++) {
            double sum = 0;
            for (int i = row * length; i < (row + 1) * length; i++) {
                sum += (double) rows[i] * rows[i];
            }
            norms[row] = Math.sqrt(sum);
        }
        return norms;
    }
}
