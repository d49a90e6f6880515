package lipschitzlab.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;

/**
 * Compares gradients with central differences, in double precision, at first and second order. A function's output is
 * contracted with random weights to a scalar f; its gradients, contracted with random weights again, are the scalar whose
 * gradients the second order compares.
 */
final class GradientCheck {
    private static final double STEP = 1e-5;
    /** Central differences are off by STEP²·f‴/6 and by rounding, f·1e-16/STEP: both well below. */
    private static final double TOLERANCE = 1e-6;

    private final Function<Var[], Var> function;
    private final List<Point> inputs;
    private final long seed;

    /** The numbers and shape of one input. */
    record Point(double[] numbers, Shape shape) {
        private Point moved(int element, double step) {
            double[] changed = numbers.clone();
            changed[element] += step;
            return new Point(changed, shape);
        }
    }

    /** A scalar and its gradients, as plain numbers. */
    private record Result(double value, List<double[]> gradients) {}

    /** Evaluates a scalar and its gradients at the inputs. */
    private interface Evaluation {
        Result at(List<Point> inputs);
    }

    private GradientCheck(Function<Var[], Var> function, List<Point> inputs, long seed) {
        this.function = function;
        this.inputs = inputs;
        this.seed = seed;
    }

    /** Fails unless both orders agree with central differences. */
    static void check(Function<Var[], Var> function, List<Point> inputs, long seed) {
        checkFirstOrder(function, inputs, seed);
        checkSecondOrder(function, inputs, seed);
    }

    static void checkFirstOrder(Function<Var[], Var> function, List<Point> inputs, long seed) {
        GradientCheck check = new GradientCheck(function, inputs, seed);
        check.compare("first order", check::firstOrder);
    }

    static void checkSecondOrder(Function<Var[], Var> function, List<Point> inputs, long seed) {
        GradientCheck check = new GradientCheck(function, inputs, seed);
        check.compare("second order", check::secondOrder);
    }

    private void compare(String order, Evaluation evaluation) {
        List<double[]> gradients = evaluation.at(inputs).gradients();
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(gradients.get(i)).hasSize(inputs.get(i).numbers().length);
            for (int k = 0; k < gradients.get(i).length; k++) {
                double above = evaluation.at(moved(i, k, STEP)).value();
                double below = evaluation.at(moved(i, k, -STEP)).value();
                double expected = (above - below) / (2 * STEP);
                assertThat(gradients.get(i)[k])
                        .as(
                                "%s, input %d of shape %s, element %d",
                                order, i, inputs.get(i).shape(), k)
                        .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private List<Point> moved(int input, int element, double step) {
        List<Point> changed = new ArrayList<>(inputs);
        changed.set(input, inputs.get(input).moved(element, step));
        return changed;
    }

    private Result firstOrder(List<Point> at) {
        try (ReferenceEngine engine = new ReferenceEngine()) {
            Var[] variables = variables(engine, at);
            Var scalar = contractedOutput(engine, variables);
            return result(engine, scalar, Gradients.of(scalar, List.of(variables), false));
        }
    }

    private Result secondOrder(List<Point> at) {
        try (ReferenceEngine engine = new ReferenceEngine()) {
            Var[] variables = variables(engine, at);
            List<Var> gradients = Gradients.of(contractedOutput(engine, variables), List.of(variables), true);
            Var scalar = contracted(engine, gradients.get(0), 1);
            for (int i = 1; i < gradients.size(); i++) {
                scalar = scalar.add(contracted(engine, gradients.get(i), i + 1));
            }
            return result(engine, scalar, Gradients.of(scalar, List.of(variables), false));
        }
    }

    private Var contractedOutput(ReferenceEngine engine, Var[] variables) {
        return contracted(engine, function.apply(variables), 0);
    }

    private Var contracted(ReferenceEngine engine, Var x, long purpose) {
        RandomStream random = TestStreams.of(seed, "contraction", purpose);
        double[] weights = new double[x.shape().length()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.gaussian();
        }
        return x.dot(Var.constant(engine, engine.ofDoubles(weights, x.shape())));
    }

    private static Var[] variables(ReferenceEngine engine, List<Point> at) {
        return at.stream()
                .map(point -> Var.variable(engine, engine.ofDoubles(point.numbers(), point.shape())))
                .toArray(Var[]::new);
    }

    private static Result result(ReferenceEngine engine, Var scalar, List<Var> gradients) {
        return new Result(
                engine.readDoubles(scalar.value())[0],
                gradients.stream()
                        .map(gradient -> engine.readDoubles(gradient.value()))
                        .toList());
    }
}
