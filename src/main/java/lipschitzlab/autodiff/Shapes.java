package lipschitzlab.autodiff;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.Shape;

/** Primitives that only move numbers. */
final class Shapes {
    private Shapes() {}

    static Primitive reshape(Shape shape) {
        return Primitive.of("reshape", (e, x) -> e.reshape(x[0], shape), (g, x, y) -> g.reshape(x[0].shape()));
    }

    /** Of arrays with these numbers of rows. */
    static Primitive concatRows(List<Integer> rows) {
        List<Primitive.Pullback> pullbacks = new ArrayList<>();
        int offset = 0;
        for (int count : rows) {
            int first = offset;
            pullbacks.add((g, x, y) -> g.sliceRows(first, count));
            offset += count;
        }
        return Primitive.of(
                "concatRows", (e, x) -> e.concatRows(List.of(x)), pullbacks.toArray(Primitive.Pullback[]::new));
    }

    static Primitive sliceRows(int first, int count) {
        return Primitive.of(
                        "sliceRows",
                        (e, x) -> e.sliceRows(x[0], first, count),
                        (g, x, y) -> g.padRows(first, x[0].shape().size(0) - first - count))
                .taking(new Primitive.Rows(first, count));
    }

    static Primitive padRows(int before, int after) {
        return Primitive.of(
                "padRows",
                (e, x) -> e.padRows(x[0], before, after),
                (g, x, y) -> g.sliceRows(before, x[0].shape().size(0)));
    }
}
