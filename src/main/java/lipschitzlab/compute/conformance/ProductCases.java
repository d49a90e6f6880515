package lipschitzlab.compute.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.EngineCase.Input;

/** Products, and what is fused of several operations. */
final class ProductCases {
    private final CaseTable table;

    private ProductCases(CaseTable table) {
        this.table = table;
    }

    static void addTo(CaseTable table) {
        ProductCases cases = new ProductCases(table);
        cases.addProducts();
    }

    private void addProducts() {
        List<int[]> sizes = new ArrayList<>(List.of(
                new int[] {1, 1, 1},
                new int[] {1, 7, 1},
                new int[] {5, 1, 3},
                new int[] {3, 5, 1},
                new int[] {1, 4, 6},
                new int[] {65, 33, 17},
                new int[] {256, 128, 96}));
        for (int i = 0; i < 4; i++) {
            sizes.add(new int[] {table.size(9), table.size(9), table.size(9)});
        }
        for (int[] size : sizes) {
            addMatmuls(size[0], size[1], size[2]);
            table.add(
                    "dense",
                    CaseTable.SUMMED,
                    List.of(
                            table.gaussian(Shape.of(size[0], size[1])),
                            table.gaussian(Shape.of(size[1], size[2])),
                            table.gaussian(Shape.of(size[2]))),
                    (e, in) -> e.dense(in.get(0), in.get(1), in.get(2)));
        }
        for (Shape shape : table.shapes()) {
            Input x = table.gaussian(shape);
            table.add(
                    "dot", CaseTable.SUMMED, List.of(x, table.gaussian(shape)), (e, in) -> e.dot(in.get(0), in.get(1)));
            table.add(
                    "multiplyScalar",
                    CaseTable.ROUNDED,
                    List.of(x, CaseTable.row(-1.7f)),
                    (e, in) -> e.multiplyScalar(in.get(0), in.get(1)));
            table.add(
                    "multiplyScalar",
                    CaseTable.ROUNDED,
                    List.of(x, table.gaussian(Shape.of(1, 1))),
                    (e, in) -> e.multiplyScalar(in.get(0), in.get(1)));
            table.add("normalize", CaseTable.NORMALIZED, List.of(x), (e, in) -> e.normalize(in.get(0)));
            table.add("squaredNorm", CaseTable.SUMMED, List.of(x), (e, in) -> e.squaredNorm(in.get(0)));
            table.add(
                    "multiplyScalarScaled",
                    CaseTable.TWICE_ROUNDED,
                    List.of(x, CaseTable.row(-1.7f)),
                    (e, in) -> e.multiplyScalarScaled(in.get(0), in.get(1), 0.7));
            table.add(
                    "divideScalar",
                    CaseTable.TWICE_ROUNDED,
                    List.of(x, CaseTable.row(-1.7f)),
                    (e, in) -> e.divideScalar(in.get(0), in.get(1)));
            List<Input> adjoint = List.of(table.gaussian(shape), x, CaseTable.row(-1.7f));
            table.add(new EngineCase(
                    "divideScalarAdjoints",
                    table.label("divideScalarAdjoints", adjoint),
                    adjoint,
                    CaseTable.SUMMED,
                    Map.of(),
                    (e, in) -> e.divideScalarAdjoints(in.get(0), in.get(1), in.get(2))));
            Input positive = table.uniform(shape, 0.1, 2);
            table.add(
                    "multiplyScaled",
                    CaseTable.TWICE_ROUNDED,
                    List.of(x, positive),
                    (e, in) -> e.multiplyScaled(in.get(0), in.get(1), -3));
            table.add(
                    "divideScaled",
                    CaseTable.TWICE_ROUNDED,
                    List.of(x, positive),
                    (e, in) -> e.divideScaled(in.get(0), in.get(1), 0.7));
            table.add(
                    "interpolate",
                    CaseTable.MIXED,
                    List.of(x, table.gaussian(shape), table.uniform(Shape.of(shape.size(0)), 0, 1)),
                    (e, in) -> e.interpolate(in.get(0), in.get(1), in.get(2)));
        }
        List<Input> terms = List.of(
                table.gaussian(Shape.of(3, 5)),
                table.gaussian(Shape.of(7)),
                table.gaussian(Shape.of(3, 5)),
                table.gaussian(Shape.of(7)));
        table.add(new EngineCase(
                "addEach",
                table.label("addEach", terms),
                terms,
                CaseTable.ROUNDED,
                Map.of(),
                (e, in) -> e.addEach(in.subList(0, 2), in.subList(2, 4))));
    }

    private void addMatmuls(int n, int k, int m) {
        for (boolean transposeA : new boolean[] {false, true}) {
            for (boolean transposeB : new boolean[] {false, true}) {
                Input a = table.gaussian(transposeA ? Shape.of(k, n) : Shape.of(n, k));
                Input b = table.gaussian(transposeB ? Shape.of(m, k) : Shape.of(k, m));
                table.add(
                        "matmul",
                        CaseTable.SUMMED,
                        List.of(a, b),
                        (e, in) -> e.matmul(in.get(0), transposeA, in.get(1), transposeB));
                // A product's result, which some libraries lay out by columns, must serve every operation after it.
                table.add(
                        "matmul then reshape",
                        CaseTable.SUMMED,
                        List.of(a, b),
                        (e, in) -> e.reshape(e.matmul(in.get(0), transposeA, in.get(1), transposeB), Shape.of(n * m)));
            }
        }
    }
}
