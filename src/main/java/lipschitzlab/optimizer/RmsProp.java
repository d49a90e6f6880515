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
    private final Moments meanSquares;
    private final double decay;

    RmsProp(Network network, double decay) {
        this.network = network;
        this.meanSquares = new Moments(network);
        this.decay = decay;
    }

    @Override
    public void step(List<Var> gradients, double rate) {
        List<Parameter> parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            network.engine()
                    .rmsProp(
                            parameters.get(i).value(),
                            gradients.get(i).value(),
                            meanSquares.get(i),
                            rate,
                            decay,
                            EPSILON);
        }
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
