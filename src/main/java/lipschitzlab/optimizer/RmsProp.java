package lipschitzlab.optimizer;

import java.util.List;
import java.util.Map;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;

/** RMSProp (Tieleman and Hinton 2012, lecture 6.5). */
final class RmsProp implements Optimizer {
    private static final double EPSILON = 1e-8;

    private final Network network;
    private final List<Array> parameters;
    private final Moments meanSquares;
    private final double decay;

    RmsProp(Network network, double decay) {
        this.network = network;
        this.parameters = network.parameters().stream().map(Parameter::value).toList();
        this.meanSquares = new Moments(network);
        this.decay = decay;
    }

    @Override
    public void step(List<Var> gradients, double rate) {
        List<Array> values = gradients.stream().map(Var::value).toList();
        network.engine().rmsProp(parameters, values, meanSquares.all(), rate, decay, EPSILON);
    }

    @Override
    public Map<String, List<Array>> averages() {
        return Map.of("mean_square", meanSquares.all());
    }

    @Override
    public int iterations() {
        return 0;
    }

    @Override
    public void continueFrom(int iterations) {}

    @Override
    public void close() {
        meanSquares.close();
    }
}
