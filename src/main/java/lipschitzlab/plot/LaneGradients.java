package lipschitzlab.plot;

import java.util.List;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.plot.style.LaneStyle;

/** One lane's gradients at its critic's layers, with its name. */
public record LaneGradients(String title, LaneStyle style, List<LayerGradient> layers) {
    /** Copies the list. */
    public LaneGradients {
        layers = List.copyOf(layers);
    }
}
