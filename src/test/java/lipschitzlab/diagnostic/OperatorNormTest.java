package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.network.LinearMap;
import org.junit.jupiter.api.Test;

class OperatorNormTest {
    private static final ConvolutionGeometry SMALL = new ConvolutionGeometry(2, 5, 6, 3, 3, 1, 1);

    /** Kernels of 1 to 4, strides of 1 to 3, every padding below the kernel and one more, more or fewer channels out. */
    private static List<ConvolutionGeometry> geometries() {
        List<ConvolutionGeometry> geometries = new ArrayList<>();
        for (int kernel = 1; kernel <= 4; kernel++) {
            for (int stride = 1; stride <= 3; stride++) {
                for (int padding = 0; padding <= kernel; padding++) {
                    geometries.add(new ConvolutionGeometry(2, 5, 6, 3, kernel, stride, padding));
                    geometries.add(new ConvolutionGeometry(3, 7, 4, 2, kernel, stride, padding));
                }
            }
        }
        return geometries;
    }

    private static float[] kernel(ConvolutionGeometry geometry) {
        return TestStreams.of(1, "kernel", geometry.hashCode())
                .gaussians(geometry.weightShape().length());
    }

    private static OperatorNorm norm(Engine engine, LinearMap map, float[] weight, Shape shape) {
        return OperatorNorm.of(engine, map, engine.of(weight, shape), TestStreams.of(2, "start"));
    }

    private static void agreesWithTheMatrix(Engine engine, double tolerance) {
        for (ConvolutionGeometry geometry : geometries()) {
            float[] kernel = kernel(geometry);
            double expected = ExplicitConvolution.zeroPadded(kernel, geometry)[0];
            OperatorNorm found = norm(engine, new LinearMap.Convolution(geometry), kernel, geometry.weightShape());
            OperatorNorm transposed =
                    norm(engine, new LinearMap.TransposedConvolution(geometry), kernel, geometry.weightShape());

            assertThat(found.converged()).as("%s", geometry).isTrue();
            assertThat(found.value()).as("%s", geometry).isCloseTo(expected, within(tolerance * expected));
            assertThat(transposed.value())
                    .as("adjoint, %s", geometry)
                    .isCloseTo(expected, within(tolerance * expected));
        }
    }

    @Test
    void itAgreesWithTheSvdOfTheExplicitMatrixOverKernelsStridesAndPaddings() {
        agreesWithTheMatrix(new ReferenceEngine(), OperatorNorm.TOLERANCE);
    }

    @Test
    void itAgreesWithTheSvdOfTheExplicitMatrixIn32Bits() {
        try (Engine engine = Backend.choose().create(1)) {
            agreesWithTheMatrix(engine, OperatorNorm.TOLERANCE);
        }
    }

    @Test
    void itNeverExceedsTheCertifiedBoundOfTheReshapedKernel() {
        for (ConvolutionGeometry geometry : geometries()) {
            float[] kernel = kernel(geometry);
            double operator = ExplicitConvolution.zeroPadded(kernel, geometry)[0];
            double reshaped = SingularSpectrum.of(
                    kernel, geometry.outputChannels(), geometry.weightShape().rowLength())[0];

            double certified = new LinearMap.Convolution(geometry).patchFactor() * reshaped;

            assertThat(operator).as("%s", geometry).isLessThanOrEqualTo(certified * (1 + 1e-12));
        }
    }

    @Test
    void patchesOverlapAsOftenAsTheKernelHoldsTheStride() {
        assertThat(new LinearMap.Convolution(new ConvolutionGeometry(1, 8, 8, 1, 3, 1, 1)).patchFactor())
                .isEqualTo(3);
        assertThat(new LinearMap.Convolution(new ConvolutionGeometry(1, 8, 8, 1, 4, 2, 1)).patchFactor())
                .isEqualTo(2);
        assertThat(new LinearMap.Convolution(new ConvolutionGeometry(1, 8, 8, 1, 3, 2, 1)).patchFactor())
                .isEqualTo(2);
        assertThat(new LinearMap.TransposedConvolution(new ConvolutionGeometry(1, 8, 8, 1, 1, 2, 0)).patchFactor())
                .isEqualTo(1);
    }

    @Test
    void aBoxFilterReachesItsBoundAwayFromTheBorders() {
        // All ones, 3×3: σ of the row of nine ones is 3; a constant picture is multiplied by 9 = 3·3, but for the
        // border.
        // In one dimension of n pixels the map is a tridiagonal Toeplitz matrix, whose norm is 1 + 2·cos(π/(n + 1)).
        int side = 20;
        ConvolutionGeometry geometry = new ConvolutionGeometry(1, side, side, 1, 3, 1, 1);
        float[] ones = new float[9];
        java.util.Arrays.fill(ones, 1);
        double line = 1 + 2 * Math.cos(Math.PI / (side + 1));

        OperatorNorm found =
                norm(new ReferenceEngine(), new LinearMap.Convolution(geometry), ones, Shape.of(1, 1, 3, 3));

        assertThat(found.value()).isCloseTo(line * line, within(OperatorNorm.TOLERANCE * line * line));
        assertThat(found.value()).isLessThan(9);
    }

    @Test
    void aMatrixHasItsLargestSingularValue() {
        float[] weight = TestStreams.of(3, "matrix").gaussians(7 * 12);
        double expected = SingularSpectrum.of(weight, 7, 12)[0];

        OperatorNorm found = norm(new ReferenceEngine(), new LinearMap.Matrix(7, 12), weight, Shape.of(7, 12));

        assertThat(found.value()).isCloseTo(expected, within(OperatorNorm.TOLERANCE * expected));
    }

    @Test
    void theEstimateComesFromBelowAndSaysWhenItDidNotConverge() {
        float[] kernel = kernel(SMALL);
        double expected = ExplicitConvolution.zeroPadded(kernel, SMALL)[0];
        Engine engine = new ReferenceEngine();
        Array weight = engine.of(kernel, SMALL.weightShape());
        double last = 0;
        for (int limit = 1; limit <= 6; limit++) {
            OperatorNorm found = OperatorNorm.of(
                    engine, new LinearMap.Convolution(SMALL), weight, TestStreams.of(2, "start"), 1e-9, limit);
            assertThat(found.iterations()).isEqualTo(limit);
            assertThat(found.converged()).isFalse();
            assertThat(found.value()).isBetween(last, expected);
            last = found.value();
        }
    }

    @Test
    void aMapThatIsZeroHasNormZero() {
        OperatorNorm found =
                norm(new ReferenceEngine(), new LinearMap.Convolution(SMALL), new float[54], SMALL.weightShape());

        assertThat(found.value()).isZero();
        assertThat(found.converged()).isTrue();
    }

    @Test
    void aWeightThatIsNotFiniteHasNoNorm() {
        float[] kernel = kernel(SMALL);
        kernel[17] = Float.NaN;

        OperatorNorm found = norm(new ReferenceEngine(), new LinearMap.Convolution(SMALL), kernel, SMALL.weightShape());

        assertThat(found.value()).isNaN();
        assertThat(found.converged()).isFalse();
    }

    @Test
    void nothingStaysBehindOnTheEngineAndTheWeightIsNotChanged() {
        Engine engine = new ReferenceEngine();
        float[] kernel = kernel(SMALL);
        Array weight = engine.of(kernel, SMALL.weightShape());

        OperatorNorm.of(engine, new LinearMap.Convolution(SMALL), weight, TestStreams.of(4, "start"));

        assertThat(engine.liveArrays()).isEqualTo(1);
        assertThat(engine.read(weight)).isEqualTo(kernel);
    }

    @Test
    void aToleranceOrLimitThatEndsNothingIsRefused() {
        Engine engine = new ReferenceEngine();
        Array weight = engine.full(SMALL.weightShape(), 1);
        LinearMap map = new LinearMap.Convolution(SMALL);
        RandomStream random = TestStreams.of(5, "start");

        assertThatThrownBy(() -> OperatorNorm.of(engine, map, weight, random, 0, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a tolerance above 0 and 1 iteration or more, found 0.0 and 5");
        assertThatThrownBy(() -> OperatorNorm.of(engine, map, weight, random, 1e-4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1.0E-4 and 0");
    }
}
