package lipschitzlab.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import lipschitzlab.network.Network;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/** The registry of optimizers. */
public enum OptimizerKind {
    /** Adam (Kingma and Ba 2015). */
    ADAM(
            "adam",
            List.of(OptimizerSettings.BETA_1, OptimizerSettings.BETA_2),
            (network, values) ->
                    new Adam(network, values.get(OptimizerSettings.BETA_1), values.get(OptimizerSettings.BETA_2))),
    /** RMSProp (Tieleman and Hinton 2012). */
    RMS_PROP(
            "rmsprop",
            List.of(OptimizerSettings.DECAY),
            (network, values) -> new RmsProp(network, values.get(OptimizerSettings.DECAY))),
    /** Plain gradient descent. */
    SGD("sgd", List.of(), (network, values) -> new Sgd(network));

    private final String id;
    private final List<NumberSetting> settings;
    private final BiFunction<Network, SettingSource, Optimizer> factory;

    OptimizerKind(String id, List<NumberSetting> settings, BiFunction<Network, SettingSource, Optimizer> factory) {
        this.id = id;
        this.settings = settings;
        this.factory = factory;
    }

    /** The name in presets. */
    public String id() {
        return id;
    }

    /** The settings that this optimizer reads. */
    public List<NumberSetting> settings() {
        return settings;
    }

    /** A new optimizer of a network. */
    public Optimizer create(Network network, SettingSource values) {
        return factory.apply(network, values);
    }

    /** The optimizer of this name, one of {@link #ids}. */
    public static OptimizerKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of " + ids() + ", found " + id));
    }

    /** All names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(OptimizerKind::id).toList();
    }
}
