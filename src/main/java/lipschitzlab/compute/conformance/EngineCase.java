package lipschitzlab.compute.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

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
public record EngineCase(
        String operation,
        String label,
        List<Input> inputs,
        Tolerance tolerance,
        Map<Integer, Tolerance> changed,
        Call call) {

    /** The numbers and the shape of one input. */
    public record Input(float[] numbers, Shape shape) {
        private Input magnitudes() {
            float[] result = numbers.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] = Math.abs(result[i]);
            }
            return new Input(result, shape);
        }
    }

    /** Calls the operation; returns what it returns, or nothing if it works in place. */
    public interface Call {
        /** The results, on the engine that has the inputs. */
        List<Array> on(Engine engine, List<Array> inputs);
    }

    /** What a sum's rounding errors are proportional to. */
    public enum Magnitude {
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
    public record Tolerance(double relative, double floor, Magnitude magnitude) {
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
    public record Outcome(List<Shape> shapes, List<float[]> results, List<float[]> inputs) {}

    /** Makes the call in a scope of its own and reads everything back. */
    @SuppressWarnings("try")
    public Outcome run(Engine engine) {
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
    public List<Array> inputsOn(Engine engine) {
        List<Array> arrays = new ArrayList<>();
        for (Input input : inputs) {
            arrays.add(engine.of(input.numbers(), input.shape()));
        }
        return arrays;
    }

    /** What the engine does with this call that the reference does not, in words; nothing if they agree. */
    public Optional<String> disagreement(Engine engine) {
        Outcome found = run(engine);
        try (Engine reference = new ReferenceEngine()) {
            Outcome expected = run(reference);
            Outcome terms = onMagnitudes().run(reference);
            if (!found.shapes().equals(expected.shapes())) {
                return Optional.of("shapes of the results of %s: expected %s, found %s"
                        .formatted(label, expected.shapes(), found.shapes()));
            }
            for (int i = 0; i < expected.results().size(); i++) {
                Optional<String> different = difference(
                        "result",
                        found.results().get(i),
                        expected.results().get(i),
                        terms.results().get(i),
                        tolerance);
                if (different.isPresent()) {
                    return different;
                }
            }
            for (int i = 0; i < inputs.size(); i++) {
                Optional<String> different = difference(
                        "input " + i + " afterwards",
                        found.inputs().get(i),
                        expected.inputs().get(i),
                        terms.inputs().get(i),
                        changed.getOrDefault(i, Tolerance.NONE));
                if (different.isPresent()) {
                    return different;
                }
            }
        }
        return Optional.empty();
    }

    private EngineCase onMagnitudes() {
        return new EngineCase(
                operation, label, inputs.stream().map(Input::magnitudes).toList(), tolerance, changed, call);
    }

    private Optional<String> difference(
            String what, float[] found, float[] expected, float[] terms, Tolerance granted) {
        if (found.length != expected.length) {
            return Optional.of(
                    "%s of %s: expected %d numbers, found %d".formatted(what, label, expected.length, found.length));
        }
        for (int i = 0; i < expected.length; i++) {
            float size = granted.magnitude() == Magnitude.TERMS ? terms[i] : expected[i];
            if (!granted.grants(found[i], expected[i], size)) {
                return Optional.of("%s of %s, element %d: expected %s within %s of a magnitude of %s, found %s"
                        .formatted(
                                what,
                                label,
                                i,
                                expected[i],
                                granted.relative(),
                                Math.max(Math.abs(size), granted.floor()),
                                found[i]));
            }
        }
        return Optional.empty();
    }
}
