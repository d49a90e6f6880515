package lipschitzlab.export;

import java.util.List;
import lipschitzlab.diagnostic.LayerGradient;

/** One lane's gradients at its critic's layers, with its name. */
public record LaneGradients(String title, LaneStyle style, List<LayerGradient> layers) {
    /** Copies the list. */
    public LaneGradients {
        layers = List.copyOf(layers);
    }
}
