package lipschitzlab.measurement;

import java.util.List;
import lipschitzlab.diagnostic.CircularSpectrum;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.diagnostic.WeightHistogram;

/**
 * On-demand details of a critic's layers; a list is empty where its detail was not requested.
 *
 * @param operators the spectra of layers as linear operators: of dense layers, and of convolutions of stride 1 under circular
 *     padding
 * @param weights how the weights of each layer are distributed
 * @param gradients of the critic's loss, penalty included, at each layer
 */
public record Details(List<CircularSpectrum> operators, List<WeightHistogram> weights, List<LayerGradient> gradients) {
    /** Copies the lists. */
    public Details {
        operators = List.copyOf(operators);
        weights = List.copyOf(weights);
        gradients = List.copyOf(gradients);
    }

    /** No details. */
    public static Details none() {
        return new Details(List.of(), List.of(), List.of());
    }
}
