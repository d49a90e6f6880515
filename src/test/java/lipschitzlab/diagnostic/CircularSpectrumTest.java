package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Reparametrization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircularSpectrumTest {
    private static float[] kernel(ConvolutionGeometry geometry) {
        return TestStreams.of(1, "kernel", geometry.hashCode())
                .gaussians(geometry.weightShape().length());
    }

    @ParameterizedTest(name = "{0} to {3} channels on {1} x {2}, kernel {4}")
    @CsvSource({
        "1, 5, 5, 1, 3",
        "2, 4, 5, 3, 1",
        "2, 4, 5, 3, 2",
        "2, 5, 4, 3, 3",
        "3, 4, 4, 2, 3",
        "3, 6, 5, 3, 4",
        "4, 3, 3, 2, 4",
        "2, 1, 7, 2, 3"
    })
    void itAgreesWithTheSvdOfTheExplicitCircularMatrix(int in, int height, int width, int out, int size) {
        ConvolutionGeometry geometry = new ConvolutionGeometry(in, height, width, out, size, 1, 1);
        float[] kernel = kernel(geometry);
        double[] expected = ExplicitConvolution.circular(kernel, geometry);

        double[] found = CircularSpectrum.of(kernel, geometry);

        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i])
                    .as("value %d", i)
                    .isCloseTo(expected[i], within(1e-4 * expected[i] + 1e-8 * expected[0]));
        }
    }

    @Test
    void aBoxFilterHasTheProductsOfDirichletKernels() {
        // Of ones over 3 neighbours on a ring of n, the eigenvalue at frequency j is 1 + 2·cos(2πj/n).
        int side = 6;
        ConvolutionGeometry geometry = new ConvolutionGeometry(1, side, side, 1, 3, 1, 1);
        float[] ones = new float[9];
        java.util.Arrays.fill(ones, 1);
        double[] expected = new double[side * side];
        for (int i = 0; i < expected.length; i++) {
            double row = 1 + 2 * Math.cos(2 * Math.PI * (i / side) / side);
            double column = 1 + 2 * Math.cos(2 * Math.PI * (i % side) / side);
            expected[i] = -Math.abs(row * column);
        }
        java.util.Arrays.sort(expected);

        double[] found = CircularSpectrum.of(ones, geometry);

        for (int i = 0; i < expected.length; i++) {
            // A value of 0 is the root of an eigenvalue's rounding, some 1e-15 of 81.
            assertThat(found[i]).isCloseTo(-expected[i], within(1e-6));
        }
    }

    @Test
    void zerosAroundTheInputStretchNoMoreThanALargeEnoughCircle() {
        // With a rim of zeros as wide as the kernel reaches, a circle is the zero-padded plane restricted to some
        // inputs.
        ConvolutionGeometry zeros = new ConvolutionGeometry(2, 5, 5, 3, 3, 1, 1);
        ConvolutionGeometry circle = new ConvolutionGeometry(2, 7, 7, 3, 3, 1, 1);
        float[] kernel = kernel(zeros);

        assertThat(ExplicitConvolution.zeroPadded(kernel, zeros)[0])
                .isLessThanOrEqualTo(CircularSpectrum.of(kernel, circle)[0]);
    }

    @Test
    void aCriticHasOneForEachConvolutionOfStrideOne() {
        Engine engine = new ReferenceEngine();
        Network critic = Networks.critic(engine, new StandardCnn(0.03), Shape.of(1, 28, 28), 1);

        List<CircularSpectrum> spectra = CircularSpectrum.of(critic.bind(Reparametrization.unchanged(), false));

        assertThat(spectra.stream().map(CircularSpectrum::layer))
                .containsExactly("1 conv 3×3", "3 conv 3×3", "5 conv 3×3", "7 conv 3×3");
        // 28·28·min(1, 2), 14·14·min(2, 4), 7·7·min(4, 8), 3·3·min(8, 15)
        assertThat(spectra.stream().map(spectrum -> spectrum.sigma().length)).containsExactly(784, 392, 196, 72);
    }

    @Test
    void aKernelThatIsNotFiniteHasAnUnknownSpectrumOfTheRightLength() {
        ConvolutionGeometry geometry = new ConvolutionGeometry(2, 4, 4, 3, 3, 1, 1);
        float[] kernel = kernel(geometry);
        kernel[3] = Float.POSITIVE_INFINITY;

        assertThat(CircularSpectrum.of(kernel, geometry)).hasSize(32).containsOnly(Double.NaN);
    }

    @Test
    void otherStridesAndKernelsThatDoNotFitAreRefused() {
        ConvolutionGeometry halving = new ConvolutionGeometry(1, 4, 4, 1, 4, 2, 1);
        assertThatThrownBy(() -> CircularSpectrum.of(new float[16], halving))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a convolution of stride 1")
                .hasMessageContaining("stride=2");
        ConvolutionGeometry plain = new ConvolutionGeometry(1, 4, 4, 2, 3, 1, 1);
        assertThatThrownBy(() -> CircularSpectrum.of(new float[17], plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 18 numbers for a kernel [2, 1, 3, 3], found 17");
    }
}
