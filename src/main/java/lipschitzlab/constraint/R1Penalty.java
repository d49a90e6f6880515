package lipschitzlab.constraint;

import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/** R1: (γ/2)·E‖∇D(x)‖₂² at the real samples only (Mescheder, Geiger and Nowozin 2018, equation 9). */
final class R1Penalty implements Constraint {
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

    private final Values values;

    R1Penalty(Values values) {
        this.values = values;
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        double gamma = values.number(GAMMA);
        if (gamma == 0) {
            return Optional.empty();
        }
        return Optional.of(Slopes.squares(critic, real).mean().scale(gamma / 2));
    }
}
