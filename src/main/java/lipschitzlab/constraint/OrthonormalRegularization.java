package lipschitzlab.constraint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/**
 * β·Σ‖WᵀW − I‖²_F over the critic's layers (introduced by Brock et al. 2016, who sum absolute values; in this form Miyato et
 * al. 2018, equation 14, and Brock, Donahue and Simonyan 2019, equation 2). W is the matrix that the layer really uses, a
 * kernel reshaped as in {@link Parameter#matrixShape}. Of WᵀW and WWᵀ the smaller is taken, which alone can be I: the two
 * penalties differ by the constant |rows − columns| only, and so have the same gradient.
 */
final class OrthonormalRegularization implements Constraint {
    /** The penalty's weight β. */
    static final NumberSetting BETA = NumberSetting.between(
            "beta",
            "Penalty weight",
            "β",
            0,
            1e6,
            0.1,
            true,
            "How hard all singular values of every layer are pulled to 1. Papers use 1e-4 and more; what suits depends on the"
                    + " width, since the penalty sums over all pairs of rows.");

    private final SettingSource values;
    private final Engine engine;
    private final Map<Integer, Array> identities = new HashMap<>();

    OrthonormalRegularization(Network critic, SettingSource values) {
        this.values = values;
        this.engine = critic.engine();
        try (Scope temporaries = engine.openScope()) {
            critic.weights().forEach(weight -> identities.computeIfAbsent(rank(weight), this::identity));
        }
    }

    private static int rank(Parameter weight) {
        return Math.min(weight.matrixShape().size(0), weight.matrixShape().size(1));
    }

    private Array identity(int size) {
        float[] numbers = new float[size * size];
        for (int i = 0; i < size; i++) {
            numbers[i * size + i] = 1;
        }
        return engine.keep(engine.of(numbers, Shape.of(size, size)));
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        double beta = values.get(BETA);
        if (beta == 0) {
            return Optional.empty();
        }
        return critic.network().weights().stream()
                .map(weight -> distance(weight, critic.effective(weight)))
                .reduce(Var::add)
                .map(sum -> sum.scale(beta));
    }

    private Var distance(Parameter weight, Var used) {
        Var matrix = used.reshape(weight.matrixShape());
        boolean tall = matrix.shape().size(0) > matrix.shape().size(1);
        Var products = matrix.matmul(tall, matrix, !tall);
        Var identity = Var.constant(engine, identities.get(rank(weight)));
        return products.subtract(identity).squaredNorm();
    }

    @Override
    public void close() {
        identities.values().forEach(engine::free);
    }
}
