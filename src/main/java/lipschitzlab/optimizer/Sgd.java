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
    private final List<Array> parameters;

    Sgd(Network network) {
        this.network = network;
        this.parameters = network.parameters().stream().map(Parameter::value).toList();
    }

    @Override
    public void step(List<Var> gradients, double rate) {
        network.engine().sgd(parameters, gradients.stream().map(Var::value).toList(), rate);
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
