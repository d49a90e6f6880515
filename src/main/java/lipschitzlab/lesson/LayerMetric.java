package lipschitzlab.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.training.LaneInspection;
import lipschitzlab.training.LaneInspection.Part;

/** A number that every layer of a critic has at the end of a run, for a figure over the layers. */
public enum LayerMetric {
    /** The pile-up at ±c. */
    SHARE_AT_EDGE(
            Quantity.SHARE_AT_EDGE,
            "share of weights within 1 % of the largest",
            false,
            inspection ->
                    inspection.weights().stream().map(LaneRecord::shareAtEdge).toList()),
    /** By what a layer stretches more than its reshaped weight. */
    OPERATOR_OVER_RESHAPED(
            Quantity.OPERATOR_OVER_RESHAPED,
            "norm of the operator ÷ σ of the reshaped weight",
            false,
            inspection -> inspection.norms().stream()
                    .map(LaneRecord::operatorOverReshaped)
                    .toList()),
    /** Gulrajani et al. 2017, figure 1b, left. */
    ACTIVATION_GRADIENT(
            Quantity.ACTIVATION_GRADIENT,
            "norm of the loss's gradient at the layer's activation",
            true,
            inspection -> inspection.gradients().stream()
                    .map(LayerGradient::activation)
                    .toList());

    private final Quantity quantity;
    private final String title;
    private final boolean logarithmic;
    private final Function<LaneInspection, List<Double>> numbers;

    LayerMetric(Quantity quantity, String title, boolean logarithmic, Function<LaneInspection, List<Double>> numbers) {
        this.quantity = quantity;
        this.title = title;
        this.logarithmic = logarithmic;
        this.numbers = numbers;
    }

    /** The name in a lesson. */
    public String id() {
        return quantity.id();
    }

    /** The name on an axis. */
    public String title() {
        return title;
    }

    /** Whether it spans decades. */
    public boolean logarithmic() {
        return logarithmic;
    }

    Part part() {
        return quantity.part().orElseThrow();
    }

    /** One for each layer, from the critic's input on; empty if the lane did not come to its end. */
    public double[] of(LaneRecord lane) {
        return lane.end()
                .map(inspection -> numbers.apply(inspection).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .orElse(new double[0]);
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(LayerMetric::id).toList();
    }
}
