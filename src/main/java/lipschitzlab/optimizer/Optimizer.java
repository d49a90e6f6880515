package lipschitzlab.optimizer;

import java.util.List;
import lipschitzlab.autodiff.Var;

/** Changes a network's parameters, in place, along their gradients; keeps its state between steps. */
public interface Optimizer extends AutoCloseable {
    /**
     * One step downhill.
     *
     * @param gradients one for each of the network's parameters, in their order
     * @param rate the learning rate of this step
     */
    void step(List<Var> gradients, double rate);

    /** Frees the state. */
    @Override
    void close();
}
