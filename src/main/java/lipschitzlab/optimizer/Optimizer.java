package lipschitzlab.optimizer;

import java.util.List;
import java.util.Map;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;

/** Changes a network's parameters, in place, along their gradients; keeps its state between steps. */
public interface Optimizer extends AutoCloseable {
    /**
     * One step downhill.
     *
     * @param gradients one for each of the network's parameters, in their order
     * @param rate the learning rate of this step
     */
    void step(List<Var> gradients, double rate);

    /**
     * The running averages by name, such as {@code first_moment}; each one has an array for each of the network's parameters, in
     * their order. {@link #step} changes these arrays.
     */
    Map<String, List<Array>> averages();

    /** How many steps were taken, for an optimizer that counts them; otherwise 0. */
    int iterations();

    /** Goes on as if it had taken so many steps; the averages are set by who has {@link #averages}. */
    void continueFrom(int iterations);

    /** Frees the state. */
    @Override
    void close();
}
