package lipschitzlab.measurement;

import java.util.OptionalDouble;
import lipschitzlab.diagnostic.SingularSpectrum;

/**
 * The singular values of the weight that a critic's layer really uses.
 *
 * @param layer the layer's name
 * @param sigma all singular values, falling
 * @param stableRank ‖W‖²_F/σ₁²
 * @param rawNorm the largest singular value of the weight before the constraint's normalization
 * @param estimatedNorm the power iteration's estimate of {@code rawNorm}, for a method that keeps one
 * @param operatorNorm the norm of the linear map that the layer is: of a dense layer the largest of {@code sigma}, of a
 *     convolution as it was when the critic's Lipschitz constant was measured last, which takes longer than a spectrum
 */
public record LayerSpectrum(
        String layer,
        double[] sigma,
        double stableRank,
        double rawNorm,
        OptionalDouble estimatedNorm,
        OptionalDouble operatorNorm) {
    /** The same layer with the singular values of the linear operator that it is. */
    public LayerSpectrum asOperator(double[] values) {
        return new LayerSpectrum(
                layer, values, SingularSpectrum.stableRank(values), rawNorm, estimatedNorm, operatorNorm);
    }
}
