package lipschitzlab.optimizer;

import java.util.List;
import java.util.Map;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;

/** Adam (Kingma and Ba 2015, algorithm 1). */
final class Adam implements Optimizer {
    private static final double EPSILON = 1e-8;

    private final Network network;
    private final List<Array> parameters;
    private final Moments first;
    private final Moments second;
    private final double beta1;
    private final double beta2;
    private int iteration;

    Adam(Network network, double beta1, double beta2) {
        this.network = network;
        this.parameters = network.parameters().stream().map(Parameter::value).toList();
        this.first = new Moments(network);
        this.second = new Moments(network);
        this.beta1 = beta1;
        this.beta2 = beta2;
    }

    @Override
    public void step(List<Var> gradients, double rate) {
        iteration++;
        network.engine()
                .adam(
                        parameters,
                        gradients.stream().map(Var::value).toList(),
                        first.all(),
                        second.all(),
                        rate,
                        beta1,
                        beta2,
                        EPSILON,
                        iteration);
    }

    @Override
    public Map<String, List<Array>> averages() {
        return Map.of("first_moment", first.all(), "second_moment", second.all());
    }

    @Override
    public int iterations() {
        return iteration;
    }

    @Override
    public void continueFrom(int iterations) {
        iteration = iterations;
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
