package lipschitzlab.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
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
        return of(critic, sample, points, Var::sum);
    }

    /**
     * As {@link #at}, with the slopes of some function of the critic's values in place of the critic's own.
     *
     * @param function from outputs {@code [n, 1]} to a number that adds what each output gives by itself
     */
    public static CriticSlopes of(BoundNetwork critic, Shape sample, float[] points, UnaryOperator<Var> function) {
        int count = countOf(sample, points);
        int length = sample.length();
        float[] values = new float[count];
        double[] slopes = new double[count];
        for (int first = 0; first < count; first += LARGEST_PASS) {
            int rows = Math.min(LARGEST_PASS, count - first);
            float[] part = Arrays.copyOfRange(points, first * length, (first + rows) * length);
            Pass pass = pass(critic.part(first, rows), part, sample.batchOf(rows), function);
            System.arraycopy(pass.values(), 0, values, first, rows);
            System.arraycopy(rowNorms(pass.gradients(), rows), 0, slopes, first, rows);
        }
        return new CriticSlopes(values, slopes);
    }

    /**
     * A critic's values alone, which cost a third of its slopes.
     *
     * @param sample the shape of one sample
     * @param points {@code [n, …sample]} in row-major order, n of 0 or more
     * @return D(x) at each point
     * @throws IllegalArgumentException if the numbers do not divide into samples
     */
    public static float[] values(BoundNetwork critic, Shape sample, float[] points) {
        Engine engine = critic.network().engine();
        int count = countOf(sample, points);
        float[] values = new float[count];
        for (int first = 0; first < count; first += LARGEST_PASS) {
            int rows = Math.min(LARGEST_PASS, count - first);
            try (Scope temporaries = engine.openScope()) {
                float[] part = Arrays.copyOfRange(points, first * sample.length(), (first + rows) * sample.length());
                Var outputs =
                        critic.part(first, rows).apply(Var.constant(engine, engine.of(part, sample.batchOf(rows))));
                System.arraycopy(engine.read(outputs.value()), 0, values, first, rows);
            }
        }
        return values;
    }

    private static int countOf(Shape sample, float[] points) {
        if (points.length % sample.length() != 0) {
            throw new IllegalArgumentException(
                    "expected samples of shape " + sample + ", found " + points.length + " numbers");
        }
        return points.length / sample.length();
    }

    /** The largest slope; 0 if there is no point, NaN if one is. */
    public double largest() {
        return Arrays.stream(slopes).max().orElse(0);
    }

    private record Pass(float[] values, float[] gradients) {}

    private static Pass pass(BoundNetwork critic, float[] points, Shape shape, UnaryOperator<Var> function) {
        Engine engine = critic.network().engine();
        try (Scope temporaries = engine.openScope()) {
            Var x = Var.variable(engine, engine.of(points, shape));
            Var outputs = critic.apply(x);
            // Each output depends on its own sample alone, so the sum's gradient holds all of theirs.
            Var gradient =
                    Gradients.of(function.apply(outputs), List.of(x), false).get(0);
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
