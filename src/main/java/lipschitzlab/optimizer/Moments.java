package lipschitzlab.optimizer;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.network.Network;

/** One array of running averages for each parameter of a network, 0 at first. */
final class Moments implements AutoCloseable {
    private final Engine engine;
    private final List<Array> arrays;

    Moments(Network network) {
        this.engine = network.engine();
        this.arrays = network.parameters().stream()
                .map(parameter -> engine.keep(engine.full(parameter.shape(), 0)))
                .toList();
    }

    /** All of them, in the order of the network's parameters. */
    List<Array> all() {
        return arrays;
    }

    @Override
    public void close() {
        arrays.forEach(engine::free);
    }
}
