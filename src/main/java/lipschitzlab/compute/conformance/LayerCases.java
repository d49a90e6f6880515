package lipschitzlab.compute.conformance;

import java.util.List;
import java.util.Map;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.EngineCase.Input;

/** Convolutions and normalizations. */
final class LayerCases {
    private final CaseTable table;

    private LayerCases(CaseTable table) {
        this.table = table;
    }

    static void addTo(CaseTable table) {
        LayerCases cases = new LayerCases(table);
        cases.addConvolutions();
        cases.addBatchNormalization();
    }

    private void addConvolutions() {
        for (ConvolutionGeometry g : EngineCases.geometries()) {
            for (int batch : new int[] {1, 3}) {
                Input x = table.gaussian(g.inputShape(batch));
                Input y = table.gaussian(g.outputShape(batch));
                Input weight = table.gaussian(g.weightShape());
                table.add("conv2d", CaseTable.SUMMED, List.of(x, weight), (e, in) -> e.conv2d(in.get(0), in.get(1), g));
                Input bias = table.gaussian(Shape.of(g.outputChannels()));
                table.add(
                        "conv2dWithBias",
                        CaseTable.SUMMED,
                        List.of(x, weight, bias),
                        (e, in) -> e.conv2dWithBias(in.get(0), in.get(1), in.get(2), g));
                table.add(
                        "conv2dInput",
                        CaseTable.SUMMED,
                        List.of(y, weight),
                        (e, in) -> e.conv2dInput(in.get(0), in.get(1), g));
                table.add(
                        "conv2dWeight",
                        CaseTable.SUMMED,
                        List.of(x, y),
                        (e, in) -> e.conv2dWeight(in.get(0), in.get(1), g));
                table.add(new EngineCase(
                        "conv2dAdjoints",
                        table.label("conv2dAdjoints", List.of(x, weight, y)),
                        List.of(x, weight, y),
                        CaseTable.SUMMED,
                        Map.of(),
                        (e, in) -> e.conv2dAdjoints(in.get(0), in.get(1), in.get(2), g)));
            }
        }
    }

    private void addBatchNormalization() {
        for (Shape shape : List.of(
                Shape.of(7, 3), Shape.of(64, 1), Shape.of(2, 4, 2, 1), Shape.of(3, 2, 5, 4), Shape.of(8, 17, 7, 7))) {
            Input x = table.gaussian(shape);
            Input gain = table.gaussian(Shape.of(shape.size(1)));
            Input shift = table.gaussian(Shape.of(shape.size(1)));
            Input g = table.gaussian(shape);
            for (double epsilon : new double[] {1e-5, 0.3}) {
                table.add(
                        "batchNormalize",
                        CaseTable.NORMALIZED_BATCH,
                        List.of(x, gain, shift),
                        (e, in) -> e.batchNormalize(in.get(0), in.get(1), in.get(2), epsilon));
                table.add(new EngineCase(
                        "batchNormalizeAdjoints",
                        table.label("batchNormalizeAdjoints", List.of(x, gain, g)),
                        List.of(x, gain, g),
                        CaseTable.NORMALIZED_BATCH,
                        Map.of(),
                        (e, in) -> e.batchNormalizeAdjoints(in.get(0), in.get(1), epsilon, in.get(2))));
                if (shape.rowLength() > 1) {
                    table.add(
                            "normalizeRows",
                            CaseTable.NORMALIZED_BATCH,
                            List.of(x),
                            (e, in) -> e.normalizeRows(in.get(0), epsilon));
                    table.add(
                            "normalizeRowsAdjoint",
                            CaseTable.NORMALIZED_BATCH,
                            List.of(x, g),
                            (e, in) -> e.normalizeRowsAdjoint(in.get(0), epsilon, in.get(1)));
                }
            }
        }
    }
}
