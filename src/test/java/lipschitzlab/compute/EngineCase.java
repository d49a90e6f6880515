package lipschitzlab.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One call of one operation, to be made on the engine under test and on the reference.
 *
 * @param operation the method of {@link Engine} that is called, or two with "then" between them
 * @param label names this call in a report
 * @param inputs the arrays it is called with
 * @param tolerance how far its result may be from the reference's
 * @param changed the inputs that it changes in place, by position, and how far they may be from the reference's; all others
 *     must keep every bit
 * @param call makes the call
 */
record EngineCase(
        String operation,
        String label,
        List<Input> inputs,
        Tolerance tolerance,
        Map<Integer, Tolerance> changed,
        Call call) {

    /** The numbers and the shape of one input. */
    record Input(float[] numbers, Shape shape) {
        private Input magnitudes() {
            float[] result = numbers.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] = Math.abs(result[i]);
            }
            return new Input(result, shape);
        }
    }

    /** Calls the operation; returns what it returns, or nothing if it works in place. */
    interface Call {
        List<Array> on(Engine engine, List<Array> inputs);
    }

    /** What a sum's rounding errors are proportional to. */
    enum Magnitude {
        /** The result itself. */
        RESULT,
        /** The result that the inputs' absolute values would give: the sum of the magnitudes of all terms. */
        TERMS
    }

    /**
     * |found − expected| ≤ relative · max(magnitude, floor), element by element.
     *
     * @param relative the share of the magnitude; a 32-bit float is rounded by up to 6e-8 of itself
     * @param floor the magnitude that is granted to every element
     */
    record Tolerance(double relative, double floor, Magnitude magnitude) {
        static final Tolerance NONE = ofResult(0);

        static Tolerance ofResult(double relative) {
            return new Tolerance(relative, 0, Magnitude.RESULT);
        }

        static Tolerance ofResult(double relative, double floor) {
            return new Tolerance(relative, floor, Magnitude.RESULT);
        }

        static Tolerance ofTerms(double relative) {
            return new Tolerance(relative, 0, Magnitude.TERMS);
        }

        private boolean grants(double found, double expected, double size) {
            boolean same = Double.compare(found, expected) == 0 || found == expected;
            return same || Math.abs(found - expected) <= relative * Math.max(Math.abs(size), floor);
        }
    }

    /** What a call left behind: its results, their shapes, and its inputs. */
    record Outcome(List<Shape> shapes, List<float[]> results, List<float[]> inputs) {}

    /** Makes the call in a scope of its own and reads everything back. */
    @SuppressWarnings("try")
    Outcome run(Engine engine) {
        try (Scope scope = engine.openScope()) {
            List<Array> arrays = inputsOn(engine);
            List<Array> results = call.on(engine, arrays);
            return new Outcome(
                    results.stream().map(Array::shape).toList(),
                    results.stream().map(engine::read).toList(),
                    arrays.stream().map(engine::read).toList());
        }
    }

    /** The inputs as new arrays of this engine. */
    List<Array> inputsOn(Engine engine) {
        List<Array> arrays = new ArrayList<>();
        for (Input input : inputs) {
            arrays.add(engine.of(input.numbers(), input.shape()));
        }
        return arrays;
    }

    /** Fails unless the engine does with this call what the reference does. */
    void check(Engine engine) {
        Outcome found = run(engine);
        try (Engine reference = new ReferenceEngine()) {
            Outcome expected = run(reference);
            Outcome terms = onMagnitudes().run(reference);
            assertThat(found.shapes()).as("shapes of the results of %s", label).isEqualTo(expected.shapes());
            for (int i = 0; i < expected.results().size(); i++) {
                compare(
                        "result",
                        found.results().get(i),
                        expected.results().get(i),
                        terms.results().get(i),
                        tolerance);
            }
            for (int i = 0; i < inputs.size(); i++) {
                compare(
                        "input " + i + " afterwards",
                        found.inputs().get(i),
                        expected.inputs().get(i),
                        terms.inputs().get(i),
                        changed.getOrDefault(i, Tolerance.NONE));
            }
        }
    }

    private EngineCase onMagnitudes() {
        return new EngineCase(
                operation, label, inputs.stream().map(Input::magnitudes).toList(), tolerance, changed, call);
    }

    private void compare(String what, float[] found, float[] expected, float[] terms, Tolerance granted) {
        assertThat(found).as("%s of %s", what, label).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            float size = granted.magnitude() == Magnitude.TERMS ? terms[i] : expected[i];
            if (!granted.grants(found[i], expected[i], size)) {
                fail(
                        "%s of %s, element %d: expected %s within %s of a magnitude of %s, found %s",
                        what,
                        label,
                        i,
                        expected[i],
                        granted.relative(),
                        Math.max(Math.abs(size), granted.floor()),
                        found[i]);
            }
        }
    }
}
