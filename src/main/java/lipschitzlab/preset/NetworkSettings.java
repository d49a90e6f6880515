package lipschitzlab.preset;

import java.util.List;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.NumberSetting;

/** What a preset may say of a network's sizes. */
public final class NetworkSettings {
    /** The most hidden layers that a dense network may have. */
    public static final int MAX_LAYERS = 64;

    /** The width of one hidden layer of a dense network. */
    public static final CountSetting LAYER_WIDTH =
            new CountSetting("hidden", "Hidden layer", "", 1, 4096, 128, false, "Units of a hidden layer.");

    /** The width of a convolutional network. */
    public static final NumberSetting WIDTH = NumberSetting.positive(
            "width", "Width", "", 8, 1, false, "All of the paper's channel counts are multiplied by this.");

    /** Slopes of leaky ReLU that are usual; 0 is ReLU. */
    public static final List<Double> USUAL_SLOPES = List.of(0.0, 0.1, 0.2);

    private NetworkSettings() {}
}
