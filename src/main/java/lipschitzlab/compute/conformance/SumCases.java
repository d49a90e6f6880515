package lipschitzlab.compute.conformance;

import java.util.List;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.EngineCase.Input;
import lipschitzlab.compute.conformance.EngineCase.Tolerance;

/** Sums and their adjoints, and operations that only move numbers. */
final class SumCases {
    private final CaseTable table;

    private SumCases(CaseTable table) {
        this.table = table;
    }

    static void addTo(CaseTable table) {
        SumCases cases = new SumCases(table);
        cases.addSums();
        cases.addChannels();
        cases.addLongSums();
        cases.addShapes();
    }

    private void addSums() {
        for (Shape shape : table.shapes()) {
            Input x = table.gaussian(shape);
            table.add("sum", CaseTable.SUMMED, List.of(x), (e, in) -> e.sum(in.get(0)));
            table.add("mean", CaseTable.SUMMED, List.of(x), (e, in) -> e.mean(in.get(0), 1));
            table.add("mean", CaseTable.SUMMED, List.of(x), (e, in) -> e.mean(in.get(0), -2.5));
            table.add(
                    "spread",
                    CaseTable.TWICE_ROUNDED,
                    List.of(CaseTable.row(0.7f)),
                    (e, in) -> e.spread(in.get(0), -2.5, shape));
            table.add("constant", Tolerance.NONE, List.of(), (e, in) -> e.constant(shape, 0.25));
            table.add(
                    "broadcast",
                    Tolerance.NONE,
                    List.of(CaseTable.row(0.7f)),
                    (e, in) -> e.broadcast(in.get(0), shape));
            table.add("rowSum", CaseTable.SUMMED, List.of(x), (e, in) -> e.rowSum(in.get(0)));
            table.add(
                    "broadcastRows",
                    Tolerance.NONE,
                    List.of(table.gaussian(Shape.of(shape.size(0)))),
                    (e, in) -> e.broadcastRows(in.get(0), shape));
        }
    }

    /** As long as a convolution's output over a batch. */
    private void addLongSums() {
        Input x = table.uniform(Shape.of(8, 32, 28, 28), 0, 1);
        Input weights = table.uniform(x.shape(), 0, 1);
        table.add("sum", CaseTable.LONG_SUMMED, List.of(x), (e, in) -> e.sum(in.get(0)));
        table.add("dot", CaseTable.LONG_SUMMED, List.of(x, weights), (e, in) -> e.dot(in.get(0), in.get(1)));
        table.add("rowSum", CaseTable.LONG_SUMMED, List.of(x), (e, in) -> e.rowSum(in.get(0)));
        table.add("channelSum", CaseTable.LONG_SUMMED, List.of(x), (e, in) -> e.channelSum(in.get(0)));
        table.add("normalize", CaseTable.LONG_SUMMED, List.of(x), (e, in) -> e.normalize(in.get(0)));
    }

    private void addChannels() {
        for (Shape shape : table.shapes()) {
            if (shape.rank() == 2 || shape.rank() == 4) {
                Input x = table.gaussian(shape);
                Input v = table.gaussian(Shape.of(shape.size(1)));
                table.add("channelSum", CaseTable.SUMMED, List.of(x), (e, in) -> e.channelSum(in.get(0)));
                table.add(
                        "broadcastChannels",
                        Tolerance.NONE,
                        List.of(v),
                        (e, in) -> e.broadcastChannels(in.get(0), shape));
                table.add(
                        "addChannels",
                        CaseTable.ROUNDED,
                        List.of(x, v),
                        (e, in) -> e.addChannels(in.get(0), in.get(1)));
                table.add(
                        "multiplyChannels",
                        CaseTable.ROUNDED,
                        List.of(x, v),
                        (e, in) -> e.multiplyChannels(in.get(0), in.get(1)));
            }
        }
    }

    private void addShapes() {
        for (Shape shape : table.shapes()) {
            Input x = table.gaussian(shape);
            int rows = shape.size(0);
            table.add("reshape", Tolerance.NONE, List.of(x), (e, in) -> e.reshape(in.get(0), Shape.of(shape.length())));
            table.add(
                    "reshape",
                    Tolerance.NONE,
                    List.of(x),
                    (e, in) -> e.reshape(in.get(0), Shape.of(shape.rowLength(), rows)));
            table.add("concatRows", Tolerance.NONE, List.of(x), (e, in) -> e.concatRows(in));
            table.add(
                    "concatRows",
                    Tolerance.NONE,
                    List.of(x, table.gaussian(shape.withRows(table.size(4))), table.gaussian(shape)),
                    (e, in) -> e.concatRows(in));
            table.add("sliceRows", Tolerance.NONE, List.of(x), (e, in) -> e.sliceRows(in.get(0), 0, rows));
            table.add("sliceRows", Tolerance.NONE, List.of(x), (e, in) -> e.sliceRows(in.get(0), rows - 1, 1));
            table.add(
                    "sliceRows then square",
                    CaseTable.ROUNDED,
                    List.of(x),
                    (e, in) -> e.square(e.sliceRows(in.get(0), rows / 3, 1 + rows / 2)));
            table.add("padRows", Tolerance.NONE, List.of(x), (e, in) -> e.padRows(in.get(0), 0, 0));
            table.add("padRows", Tolerance.NONE, List.of(x), (e, in) -> e.padRows(in.get(0), 2, 0));
            table.add("padRows", Tolerance.NONE, List.of(x), (e, in) -> e.padRows(in.get(0), 1, 3));
        }
    }
}
