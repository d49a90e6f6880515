package lipschitzlab.compute.baseline;

import java.util.List;
import lipschitzlab.compute.Shape;

/**
 * What the baseline trains: networks, method, objective and optimizer, described without a library.
 *
 * @param generator layers from {@code [batch, latent]} to samples, with their initial numbers
 * @param critic layers from samples to {@code [batch, 1]}, with their initial numbers
 * @param sample the shape of one sample
 * @param batch real samples, and as many fake ones, in an update
 * @param latent the length of the noise vector z ~ N(0, I)
 * @param method how the critic is constrained
 * @param objective what both networks minimise
 * @param optimizer of each of both networks
 * @param criticRate the critic's learning rate
 * @param generatorRate the generator's learning rate
 */
public record BaselineTask(
        List<BaselineLayer> generator,
        List<BaselineLayer> critic,
        Shape sample,
        int batch,
        int latent,
        BaselineMethod method,
        BaselineObjective objective,
        BaselineOptimizer optimizer,
        double criticRate,
        double generatorRate) {
    /** Copies the lists. */
    public BaselineTask {
        generator = List.copyOf(generator);
        critic = List.copyOf(critic);
    }
}
