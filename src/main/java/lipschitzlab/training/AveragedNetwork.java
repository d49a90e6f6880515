package lipschitzlab.training;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;

/**
 * A network whose parameters are an exponential moving average of another one's over its updates (Yazıcı et al. 2019, equation 5):
 * θ̄ ← β·θ̄ + (1 − β)·θ. It starts as the other one does, and has no influence on training.
 *
 * @param network holds the average; its layers are those of the other
 * @param decay β, from 0 to below 1
 */
record AveragedNetwork(Network network, double decay) {
    /** After an update of the network that is averaged. */
    void follow(Network trained) {
        Engine engine = network.engine();
        List<Parameter> from = trained.parameters();
        List<Parameter> averages = network.parameters();
        try (Scope temporaries = engine.openScope()) {
            for (int i = 0; i < averages.size(); i++) {
                Array average = averages.get(i).value();
                Array newest = engine.scale(from.get(i).value(), 1 - decay);
                engine.copy(engine.add(engine.scale(average, decay), newest), average);
            }
        }
    }
}
