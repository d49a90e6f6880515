package lipschitzlab.constraint;

import lipschitzlab.constraint.SlopePenalty.Points;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/** R1: (γ/2)·E‖∇D(x)‖₂² at the real samples only (Mescheder, Geiger and Nowozin 2018, equation 9). */
final class R1Penalty {
    /** The penalty's weight γ. */
    static final NumberSetting GAMMA = NumberSetting.between(
            "gamma",
            "Penalty weight",
            "γ",
            0,
            1e6,
            10,
            true,
            "How hard the critic's slope is pulled to 0 at the data. The paper's images need 10; points of size 1 need less.");

    private R1Penalty() {}

    /** The penalty with these values, which are read at each update. */
    static Constraint with(SettingSource values) {
        return new SlopePenalty(() -> values.get(GAMMA) / 2, Points.REAL, squares -> squares);
    }
}
