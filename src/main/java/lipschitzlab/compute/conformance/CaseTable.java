package lipschitzlab.compute.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.EngineCase.Call;
import lipschitzlab.compute.conformance.EngineCase.Input;
import lipschitzlab.compute.conformance.EngineCase.Tolerance;

/** Where cases are put, and numbers for them are drawn. */
class CaseTable {
    /** One correctly rounded step, and half a unit for rounding the reference. */
    static final Tolerance ROUNDED = Tolerance.ofResult(2.5e-7);
    /** As above, where a constant is first rounded to 32 bits and terms of order one may cancel. */
    static final Tolerance ROUNDED_CONSTANT = Tolerance.ofResult(2.5e-7, 4);
    /** Two or three of these, one after the other. */
    static final Tolerance TWICE_ROUNDED = Tolerance.ofResult(7.5e-7);
    /** As above, where terms of order one may cancel. */
    static final Tolerance MIXED = Tolerance.ofResult(7.5e-7, 4);
    /** A few units in the last place of a library function; below 1e-30 results may be flushed to 0. */
    static final Tolerance TRANSCENDENTAL = Tolerance.ofResult(2e-6, 1e-30);
    /** As above; near 0 a formula with eˣ cancels, so the error is allowed that a result of 0.01 would have. */
    static final Tolerance SIGMOIDAL = Tolerance.ofResult(2e-6, 1e-2);
    /** As above; far below 0, ln(1+eˣ) vanishes in the 1, so the error is allowed that a result of 1 would have. */
    static final Tolerance LOGARITHMIC = Tolerance.ofResult(1e-6, 1);
    /** Sums of up to a few thousand terms, in any order. */
    static final Tolerance SUMMED = Tolerance.ofTerms(4e-6);
    /** Sums of some hundred thousand terms, where running sums in 32 bits lose a digit or two. */
    static final Tolerance LONG_SUMMED = Tolerance.ofTerms(5e-5);
    /** Quotients by a norm that is itself a sum. */
    static final Tolerance NORMALIZED = Tolerance.ofResult(4e-6);
    /** Numbers of order one, from which averages of such were taken. */
    static final Tolerance NORMALIZED_BATCH = Tolerance.ofResult(1e-5, 1);
    /** Parameters of order one after an update. */
    static final Tolerance UPDATED = Tolerance.ofResult(1e-5, 1);
    /** Averages of squares: an engine may take 1 − 0.999 in 32 bits, which is off by 5e-5. */
    static final Tolerance AVERAGED = Tolerance.ofResult(1e-4);

    private static final List<Shape> SHAPES = List.of(
            Shape.of(1),
            Shape.of(7),
            Shape.of(1, 1),
            Shape.of(5, 1),
            Shape.of(1, 6),
            Shape.of(3, 5),
            Shape.of(33, 65),
            Shape.of(2, 3, 4),
            Shape.of(1, 1, 1, 1),
            Shape.of(2, 3, 5, 4),
            Shape.of(3, 1, 7, 7));

    private static final int SEED = 20180216;

    private final List<EngineCase> cases = new ArrayList<>();
    private final RandomStream random = RandomStream.of(SEED, RandomPurpose.ENGINE_CASES);

    List<EngineCase> cases() {
        return List.copyOf(cases);
    }

    void add(EngineCase more) {
        cases.add(more);
    }

    interface InPlace {
        /** Changes some of the inputs. */
        void on(Engine engine, List<Array> inputs);
    }

    void add(String operation, Tolerance tolerance, List<Input> inputs, BiFunction<Engine, List<Array>, Array> call) {
        Call returning = (engine, arrays) -> List.of(call.apply(engine, arrays));
        cases.add(new EngineCase(operation, label(operation, inputs), inputs, tolerance, Map.of(), returning));
    }

    void inPlace(String operation, List<Input> inputs, Map<Integer, Tolerance> changed, InPlace call) {
        Call returning = (engine, arrays) -> {
            call.on(engine, arrays);
            return List.of();
        };
        cases.add(new EngineCase(operation, label(operation, inputs), inputs, Tolerance.NONE, changed, returning));
    }

    String label(String operation, List<Input> inputs) {
        String of = inputs.stream().map(input -> input.shape().toString()).collect(Collectors.joining(" and "));
        return "%s of %s (case %d)".formatted(operation, of.isEmpty() ? "nothing" : of, cases.size());
    }

    List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(SHAPES);
        shapes.add(Shape.of(size(9), size(9)));
        shapes.add(Shape.of(size(6), size(6), size(6), size(6)));
        return shapes;
    }

    int size(int largest) {
        return 1 + random.below(largest);
    }

    static Input row(float... numbers) {
        return new Input(numbers, Shape.of(numbers.length));
    }

    static Input zeros(Shape shape) {
        return new Input(new float[shape.length()], shape);
    }

    Input gaussian(Shape shape) {
        return new Input(random.gaussians(shape.length()), shape);
    }

    Input uniform(Shape shape, double low, double high) {
        return new Input(random.uniforms(shape.length(), low, high), shape);
    }

    Input awayFromZero(Shape shape) {
        float[] numbers = random.gaussians(shape.length());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += Math.copySign(0.1f, numbers[i]);
        }
        return new Input(numbers, shape);
    }
}
