package lipschitzlab.diagnostic;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Layer;
import lipschitzlab.network.LinearMap;
import lipschitzlab.network.LipschitzConstant.OfWeight;

/**
 * The two norms of the weight that a layer really uses. For a dense layer they are the same. A convolution reads each pixel
 * in several overlapping patches, so that as an operator it can stretch its input more than its reshaped kernel stretches
 * one patch.
 *
 * @param layer the name of the layer's weight
 * @param reshaped all singular values of the matrix, a kernel reshaped to {@code [out, in·kh·kw]}, falling: what the SNGAN
 *     paper divides by the first of (Miyato et al. 2018)
 * @param patchFactor by what the operator norm can exceed the first of these at most
 * @param operator the norm of the linear map with its stride, padding and input size
 */
public record LayerOperatorNorms(String layer, double[] reshaped, double patchFactor, OperatorNorm operator) {
    /** The largest singular value of the reshaped weight, σ. */
    public double reshapedNorm() {
        return reshaped[0];
    }

    /** A number that the operator norm certainly does not exceed. */
    public double certified() {
        return patchFactor * reshaped[0];
    }

    /**
     * Measures all layers with a weight, in the order of the network.
     *
     * @param random vectors to start estimates with
     */
    public static List<LayerOperatorNorms> of(BoundNetwork network, RandomStream random) {
        List<LayerOperatorNorms> norms = new ArrayList<>();
        for (Layer layer : network.network().leaves()) {
            for (OfWeight linear : LipschitzBound.weightsOf(layer.lipschitz())) {
                norms.add(of(network, linear, random));
            }
        }
        return norms;
    }

    private static LayerOperatorNorms of(BoundNetwork network, OfWeight linear, RandomStream random) {
        Engine engine = network.network().engine();
        Array weight = network.effective(linear.weight()).value();
        Shape matrix = linear.weight().matrixShape();
        double[] sigma = SingularSpectrum.of(engine.read(weight), matrix.size(0), matrix.size(1));
        // With a factor of 1 no pixel lies in two patches, but at the borders some may lie in none: only a matrix is
        // exact.
        OperatorNorm operator = linear.map() instanceof LinearMap.Matrix
                ? OperatorNorm.ofSpectrum(sigma)
                : OperatorNorm.of(engine, linear.map(), weight, random);
        return new LayerOperatorNorms(
                linear.weight().name(), sigma, linear.map().patchFactor(), operator);
    }
}
