package lipschitzlab.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Layer;
import lipschitzlab.network.LinearMap;
import lipschitzlab.network.LipschitzConstant.OfWeight;

/**
 * All singular values of a convolution of stride 1 under circular padding, in double precision. In the Fourier basis such a
 * convolution is one small matrix {@code [out, in]} for each frequency, and its singular values are theirs (Sedghi, Gupta
 * and Long 2019, theorem 6). With zeros around the input instead, as layers have them, the values differ a little, the less
 * the larger the input.
 *
 * <p>Squares of the values are found as eigenvalues, so that values below some 1e-8 of the largest are rounding, as they
 * are in 32-bit weights.
 *
 * @param layer the name of the layer's weight
 * @param sigma height · width · min(in, out) values, falling, in the unit of the weights
 */
public record CircularSpectrum(String layer, double[] sigma) {
    /** The spectra of all convolutions of stride 1, of the weights that they really use; in the order of the network. */
    public static List<CircularSpectrum> of(BoundNetwork network) {
        List<CircularSpectrum> spectra = new ArrayList<>();
        for (Layer layer : network.network().leaves()) {
            if (layer.lipschitz() instanceof OfWeight linear) {
                geometry(linear.map())
                        .filter(geometry -> geometry.stride() == 1)
                        .map(geometry -> of(network, linear, geometry))
                        .ifPresent(spectra::add);
            }
        }
        return spectra;
    }

    private static Optional<ConvolutionGeometry> geometry(LinearMap map) {
        if (map instanceof LinearMap.Convolution convolution) {
            return Optional.of(convolution.geometry());
        }
        return map instanceof LinearMap.TransposedConvolution transposed
                ? Optional.of(transposed.geometry())
                : Optional.empty();
    }

    private static CircularSpectrum of(BoundNetwork network, OfWeight linear, ConvolutionGeometry geometry) {
        float[] kernel = network.network()
                .engine()
                .read(network.effective(linear.weight()).value());
        return new CircularSpectrum(linear.weight().name(), of(kernel, geometry));
    }

    /**
     * The singular values of one convolution.
     *
     * @param kernel {@code geometry.weightShape()} in row-major order
     * @param geometry of the convolution; its padding is not looked at
     * @return height · width · min(in, out) values, falling, in the unit of the weights; all NaN if the kernel holds a number
     *     that is not finite, or if an iteration did not converge
     * @throws IllegalArgumentException if the stride is not 1 or the kernel's length does not fit
     */
    public static double[] of(float[] kernel, ConvolutionGeometry geometry) {
        if (geometry.stride() != 1) {
            throw new IllegalArgumentException("expected a convolution of stride 1, found " + geometry);
        }
        if (kernel.length != geometry.weightShape().length()) {
            throw new IllegalArgumentException(
                    "expected " + geometry.weightShape().length() + " numbers for a kernel " + geometry.weightShape()
                            + ", found " + kernel.length);
        }
        return SingularSpectrum.isFinite(kernel)
                ? new FrequencyBlocks(kernel, geometry).singularValues()
                : SingularSpectrum.unknown(FrequencyBlocks.count(geometry));
    }
}
