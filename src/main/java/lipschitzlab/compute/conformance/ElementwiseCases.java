package lipschitzlab.compute.conformance;

import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.EngineCase.Input;
import lipschitzlab.compute.conformance.EngineCase.Tolerance;

/** Operations on each element, and where formulas overflow. */
final class ElementwiseCases {
    private final CaseTable table;

    private ElementwiseCases(CaseTable table) {
        this.table = table;
    }

    static void addTo(CaseTable table) {
        ElementwiseCases cases = new ElementwiseCases(table);
        cases.addElementwise();
        cases.addExtremes();
    }

    private void addElementwise() {
        for (Shape shape : table.shapes()) {
            Input a = table.gaussian(shape);
            Input b = table.gaussian(shape);
            Input positive = table.uniform(shape, 0.05, 5);
            Input awayFromZero = table.awayFromZero(shape);
            table.add("full", Tolerance.NONE, List.of(), (e, in) -> e.full(shape, 0.1));
            table.inPlace("write", List.of(a), Map.of(0, Tolerance.NONE), (e, in) -> e.write(in.get(0), b.numbers()));
            table.inPlace("copy", List.of(a, b), Map.of(1, Tolerance.NONE), (e, in) -> e.copy(in.get(0), in.get(1)));
            table.add("add", CaseTable.ROUNDED, List.of(a, b), (e, in) -> e.add(in.get(0), in.get(1)));
            table.add("subtract", CaseTable.ROUNDED, List.of(a, b), (e, in) -> e.subtract(in.get(0), in.get(1)));
            table.add("multiply", CaseTable.ROUNDED, List.of(a, b), (e, in) -> e.multiply(in.get(0), in.get(1)));
            table.add("divide", CaseTable.ROUNDED, List.of(a, awayFromZero), (e, in) -> e.divide(in.get(0), in.get(1)));
            table.add("scale", CaseTable.ROUNDED_CONSTANT, List.of(a), (e, in) -> e.scale(in.get(0), -0.3));
            table.add("addScalar", CaseTable.ROUNDED_CONSTANT, List.of(a), (e, in) -> e.addScalar(in.get(0), -0.3));
            table.add("square", CaseTable.ROUNDED, List.of(a), (e, in) -> e.square(in.get(0)));
            table.add("sqrt", CaseTable.ROUNDED, List.of(positive), (e, in) -> e.sqrt(in.get(0)));
            table.add("exp", CaseTable.TRANSCENDENTAL, List.of(a), (e, in) -> e.exp(in.get(0)));
            table.add("log", CaseTable.TRANSCENDENTAL, List.of(positive), (e, in) -> e.log(in.get(0)));
            table.add("reciprocal", CaseTable.ROUNDED, List.of(awayFromZero), (e, in) -> e.reciprocal(in.get(0)));
            table.add("tanh", CaseTable.SIGMOIDAL, List.of(a), (e, in) -> e.tanh(in.get(0)));
            table.add("sigmoid", CaseTable.TRANSCENDENTAL, List.of(a), (e, in) -> e.sigmoid(in.get(0)));
            table.add("softplus", CaseTable.LOGARITHMIC, List.of(a), (e, in) -> e.softplus(in.get(0)));
            for (double slope : new double[] {0, 0.1}) {
                table.add(
                        "leakyRelu", CaseTable.ROUNDED_CONSTANT, List.of(a), (e, in) -> e.leakyRelu(in.get(0), slope));
                table.add(
                        "leakyReluAdjoint",
                        CaseTable.ROUNDED_CONSTANT,
                        List.of(b, a),
                        (e, in) -> e.leakyReluAdjoint(in.get(0), in.get(1), slope));
            }
        }
    }

    /** Where formulas overflow, and where a function is defined by a limit or a convention. */
    private void addExtremes() {
        Input wide = CaseTable.row(-1000, -100, -30, -1e-3f, -0.0f, 0, 1e-3f, 30, 100, 1000);
        table.add("tanh", CaseTable.SIGMOIDAL, List.of(wide), (e, in) -> e.tanh(in.get(0)));
        table.add("sigmoid", CaseTable.TRANSCENDENTAL, List.of(wide), (e, in) -> e.sigmoid(in.get(0)));
        table.add("softplus", CaseTable.LOGARITHMIC, List.of(wide), (e, in) -> e.softplus(in.get(0)));
        table.add("exp", CaseTable.TRANSCENDENTAL, List.of(wide), (e, in) -> e.exp(in.get(0)));
        Input ones = CaseTable.row(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        for (double slope : new double[] {0, 0.2}) {
            table.add("leakyRelu", CaseTable.ROUNDED_CONSTANT, List.of(wide), (e, in) -> e.leakyRelu(in.get(0), slope));
            // A weight that diverged must show.
            table.add(
                    "leakyRelu",
                    Tolerance.NONE,
                    List.of(CaseTable.row(Float.NaN)),
                    (e, in) -> e.leakyRelu(in.get(0), slope));
            table.add(
                    "leakyReluAdjoint",
                    CaseTable.ROUNDED_CONSTANT,
                    List.of(ones, wide),
                    (e, in) -> e.leakyReluAdjoint(in.get(0), in.get(1), slope));
        }
        table.add(
                "sqrt", CaseTable.ROUNDED, List.of(CaseTable.row(-1, 0, 1e-12f, 1e12f)), (e, in) -> e.sqrt(in.get(0)));
        table.add(
                "log",
                CaseTable.TRANSCENDENTAL,
                List.of(CaseTable.row(0, 1e-12f, 1, 1e12f)),
                (e, in) -> e.log(in.get(0)));
        table.add(
                "reciprocal",
                CaseTable.ROUNDED,
                List.of(CaseTable.row(0, 1e-12f, -1e12f)),
                (e, in) -> e.reciprocal(in.get(0)));
        table.add("normalize", Tolerance.NONE, List.of(CaseTable.row(0, 0, 0)), (e, in) -> e.normalize(in.get(0)));
        table.add(
                "normalize",
                CaseTable.NORMALIZED,
                List.of(CaseTable.row(3e-14f, -4e-14f)),
                (e, in) -> e.normalize(in.get(0)));
        table.add(
                "normalize",
                CaseTable.NORMALIZED,
                List.of(CaseTable.row(3e-9f, -4e-9f)),
                (e, in) -> e.normalize(in.get(0)));
        List<Input> several = List.of(
                table.gaussian(Shape.of(5, 1)),
                table.gaussian(Shape.of(33, 65)),
                CaseTable.row(3e-14f, -4e-14f),
                CaseTable.row(7));
        table.add(new EngineCase(
                "normalizeEach",
                table.label("normalizeEach", several),
                several,
                CaseTable.NORMALIZED,
                Map.of(),
                Engine::normalizeEach));
        table.inPlace(
                "clamp",
                List.of(wide),
                Map.of(0, Tolerance.NONE),
                (e, in) -> e.clamp(in, -0.01, Double.POSITIVE_INFINITY));
    }
}
