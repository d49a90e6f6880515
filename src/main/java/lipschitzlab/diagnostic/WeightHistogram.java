package lipschitzlab.diagnostic;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Parameter;

/**
 * How the weights that a layer really uses are distributed (Gulrajani et al. 2017, figure 1b, right). Biases are left out.
 *
 * @param layer the name of the layer's weight
 * @param largest the largest absolute value of a weight, NaN if one is not a number
 * @param histogram from −largest to +largest, so that weights that were clipped to ±c lie in the two outer bins
 */
public record WeightHistogram(String layer, double largest, Histogram histogram) {
    /** What {@link #ofAll} calls the weights of all layers. */
    public static final String ALL = "all layers";

    /** What {@link #ofHidden} calls the weights between hidden layers. */
    public static final String HIDDEN = "hidden layers";

    /**
     * Of each layer with a weight, in the order of the network.
     *
     * @param bins how many, 1 or more
     */
    public static List<WeightHistogram> ofLayers(BoundNetwork network, int bins) {
        List<WeightHistogram> histograms = new ArrayList<>();
        for (Parameter weight : network.network().weights()) {
            histograms.add(of(weight.name(), read(network, weight), bins));
        }
        return histograms;
    }

    /**
     * Of the weights of all layers together.
     *
     * @param bins how many, 1 or more
     */
    public static WeightHistogram ofAll(BoundNetwork network, int bins) {
        return together(ALL, network.network().weights(), network, bins);
    }

    /**
     * Of the weights between hidden layers together; of all where there are none. The first layer and the last have other
     * numbers of inputs or outputs, and so weights of another scale.
     *
     * @param bins how many, 1 or more
     */
    public static WeightHistogram ofHidden(BoundNetwork network, int bins) {
        List<Parameter> weights = network.network().weights();
        return weights.size() < 3
                ? ofAll(network, bins)
                : together(HIDDEN, weights.subList(1, weights.size() - 1), network, bins);
    }

    private static WeightHistogram together(String name, List<Parameter> weights, BoundNetwork network, int bins) {
        float[] all = new float
                [weights.stream().mapToInt(weight -> weight.shape().length()).sum()];
        int filled = 0;
        for (Parameter weight : weights) {
            float[] numbers = read(network, weight);
            System.arraycopy(numbers, 0, all, filled, numbers.length);
            filled += numbers.length;
        }
        return of(name, all, bins);
    }

    private static float[] read(BoundNetwork network, Parameter weight) {
        return network.network().engine().read(network.effective(weight).value());
    }

    private static WeightHistogram of(String layer, float[] weights, int bins) {
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        // Where all weights are 0 or one is not finite there is no such range; any will do.
        double edge = largest > 0 && Float.isFinite(largest) ? largest : 1;
        return new WeightHistogram(layer, largest, Histogram.of(weights, -edge, edge, bins));
    }
}
