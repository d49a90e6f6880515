package lipschitzlab.optimizer;

import lipschitzlab.setting.NumberSetting;

/** What optimizers let a person set, beside the learning rate. */
public final class OptimizerSettings {
    /** Adam's β₁. */
    public static final NumberSetting BETA_1 = rate(
            "beta1",
            "Momentum",
            "β₁",
            0.5,
            "How much of the past Adam's mean gradient keeps. GANs like it low: .5 or 0.");

    /** Adam's β₂. */
    public static final NumberSetting BETA_2 =
            rate("beta2", "Second-moment decay", "β₂", 0.9, "How much of the past Adam's mean squared gradient keeps.");

    /** RMSProp's decay. */
    public static final NumberSetting DECAY =
            rate("decay", "Decay", "", 0.9, "How much of the past RMSProp's mean squared gradient keeps.");

    private OptimizerSettings() {}

    private static NumberSetting rate(String key, String label, String symbol, double value, String help) {
        return NumberSetting.between(key, label, symbol, 0, 0.999999, value, false, help);
    }
}
