package lipschitzlab.compute.conformance;

import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;

/** The calls on which every engine must agree with the reference, with the tolerance of each operation. */
public final class EngineCases {
    private static final List<ConvolutionGeometry> GEOMETRIES = List.of(
            new ConvolutionGeometry(1, 5, 5, 1, 3, 1, 1),
            new ConvolutionGeometry(3, 8, 6, 4, 3, 1, 1),
            new ConvolutionGeometry(1, 8, 8, 3, 4, 2, 1),
            new ConvolutionGeometry(3, 8, 8, 5, 4, 2, 1),
            new ConvolutionGeometry(3, 7, 7, 2, 4, 2, 1),
            new ConvolutionGeometry(2, 9, 6, 1, 4, 2, 1),
            new ConvolutionGeometry(3, 6, 5, 4, 1, 1, 0),
            new ConvolutionGeometry(2, 4, 4, 3, 4, 1, 0),
            new ConvolutionGeometry(1, 1, 1, 2, 3, 1, 1),
            new ConvolutionGeometry(16, 14, 14, 24, 3, 1, 1),
            new ConvolutionGeometry(16, 14, 14, 24, 4, 2, 1));

    private EngineCases() {}

    /** All cases; the same at every call. */
    public static List<EngineCase> all() {
        CaseTable table = new CaseTable();
        ElementwiseCases.addTo(table);
        ProductCases.addTo(table);
        SumCases.addTo(table);
        LayerCases.addTo(table);
        UpdateCases.addTo(table);
        return table.cases();
    }

    /** The convolutions that the cases cover: the published networks' 3×3/1 and 4×4/2 on even and odd sizes, and others. */
    public static List<ConvolutionGeometry> geometries() {
        return GEOMETRIES;
    }
}
