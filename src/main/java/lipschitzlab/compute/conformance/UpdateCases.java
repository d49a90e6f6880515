package lipschitzlab.compute.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.EngineCase.Input;
import lipschitzlab.compute.conformance.EngineCase.Tolerance;

/** Updates in place. */
final class UpdateCases {
    private final CaseTable table;

    private UpdateCases(CaseTable table) {
        this.table = table;
    }

    static void addTo(CaseTable table) {
        UpdateCases cases = new UpdateCases(table);
        cases.addUpdates();
    }

    private void addUpdates() {
        for (Shape shape : table.shapes()) {
            Input parameter = table.gaussian(shape);
            Input gradient = table.gaussian(shape);
            table.inPlace(
                    "sgd",
                    List.of(parameter, gradient),
                    Map.of(0, CaseTable.UPDATED),
                    (e, in) -> e.sgd(in.subList(0, 1), in.subList(1, 2), 0.03));
            table.inPlace("clamp", List.of(parameter), Map.of(0, Tolerance.NONE), (e, in) -> e.clamp(in, -0.01, 0.3));
            // The large epsilons tell the published formulas from those that put epsilon elsewhere.
            addAdam(parameter, gradient, CaseTable.zeros(shape), CaseTable.zeros(shape), 0.5, 0.9, 1e-8, 1);
            addAdam(parameter, gradient, CaseTable.zeros(shape), CaseTable.zeros(shape), 0, 0.9, 1e-2, 1);
            addAdam(parameter, gradient, table.gaussian(shape), table.uniform(shape, 0.1, 2), 0.9, 0.999, 1e-8, 12);
            addAdam(parameter, gradient, table.gaussian(shape), table.uniform(shape, 0.1, 2), 0.5, 0.999, 0.5, 3);
            addAdam(parameter, gradient, table.gaussian(shape), table.uniform(shape, 0.1, 2), 0, 0.9, 1e-8, 100_000);
            addRmsProp(parameter, gradient, CaseTable.zeros(shape), 0.99, 1e-8);
            addRmsProp(parameter, gradient, table.uniform(shape, 0.1, 2), 0.9, 0.5);
        }
        addUpdatesOfSeveral();
    }

    /** Parameters of unequal shapes in one call, each with what is its own. */
    private void addUpdatesOfSeveral() {
        List<Input> two = List.of(table.gaussian(Shape.of(3, 5)), table.gaussian(Shape.of(7)));
        List<Input> inputs = new ArrayList<>(two);
        inputs.addAll(List.of(table.gaussian(Shape.of(3, 5)), table.gaussian(Shape.of(7))));
        inputs.addAll(List.of(table.gaussian(Shape.of(3, 5)), table.gaussian(Shape.of(7))));
        inputs.addAll(List.of(table.uniform(Shape.of(3, 5), 0.1, 2), table.uniform(Shape.of(7), 0.1, 2)));
        Map<Integer, Tolerance> averages = Map.of(
                0,
                CaseTable.UPDATED,
                1,
                CaseTable.UPDATED,
                4,
                CaseTable.UPDATED,
                5,
                CaseTable.UPDATED,
                6,
                CaseTable.AVERAGED,
                7,
                CaseTable.AVERAGED);
        table.inPlace(
                "sgd",
                inputs.subList(0, 4),
                Map.of(0, CaseTable.UPDATED, 1, CaseTable.UPDATED),
                (e, in) -> e.sgd(in.subList(0, 2), in.subList(2, 4), 0.03));
        table.inPlace("clamp", two, Map.of(0, Tolerance.NONE, 1, Tolerance.NONE), (e, in) -> e.clamp(in, -0.01, 0.3));
        table.inPlace(
                "adam",
                inputs,
                averages,
                (e, in) -> e.adam(
                        in.subList(0, 2),
                        in.subList(2, 4),
                        in.subList(4, 6),
                        in.subList(6, 8),
                        0.05,
                        0.5,
                        0.9,
                        1e-8,
                        3));
        List<Input> squares = new ArrayList<>(inputs.subList(0, 4));
        squares.addAll(inputs.subList(6, 8));
        table.inPlace(
                "rmsProp",
                squares,
                Map.of(0, CaseTable.UPDATED, 1, CaseTable.UPDATED, 4, CaseTable.AVERAGED, 5, CaseTable.AVERAGED),
                (e, in) -> e.rmsProp(in.subList(0, 2), in.subList(2, 4), in.subList(4, 6), 0.05, 0.9, 1e-8));
    }

    private void addAdam(
            Input parameter,
            Input gradient,
            Input firstMoment,
            Input secondMoment,
            double beta1,
            double beta2,
            double epsilon,
            int iteration) {
        table.inPlace(
                "adam",
                List.of(parameter, gradient, firstMoment, secondMoment),
                Map.of(0, CaseTable.UPDATED, 2, CaseTable.UPDATED, 3, CaseTable.AVERAGED),
                (e, in) -> e.adam(
                        in.subList(0, 1),
                        in.subList(1, 2),
                        in.subList(2, 3),
                        in.subList(3, 4),
                        0.05,
                        beta1,
                        beta2,
                        epsilon,
                        iteration));
    }

    private void addRmsProp(Input parameter, Input gradient, Input meanSquare, double decay, double epsilon) {
        table.inPlace(
                "rmsProp",
                List.of(parameter, gradient, meanSquare),
                Map.of(0, CaseTable.UPDATED, 2, CaseTable.AVERAGED),
                (e, in) -> e.rmsProp(in.subList(0, 1), in.subList(1, 2), in.subList(2, 3), 0.05, decay, epsilon));
    }
}
