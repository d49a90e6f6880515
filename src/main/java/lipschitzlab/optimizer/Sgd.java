package lipschitzlab.optimizer;

import java.util.List;
import java.util.Map;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;

/** Plain gradient descent. */
final class Sgd implements Optimizer {
    private final Network network;

    Sgd(Network network) {
        this.network = network;
    }

    @Override
    public void step(List<Var> gradients, double rate) {
        List<Parameter> parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            network.engine().sgd(parameters.get(i).value(), gradients.get(i).value(), rate);
        }
    }

    @Override
    public Map<String, List<Array>> averages() {
        return Map.of();
    }

    @Override
    public int iterations() {
        return 0;
    }

    @Override
    public void continueFrom(int iterations) {}

    @Override
    public void close() {}
}
