package lipschitzlab.compute.peer;

import java.util.List;
import lipschitzlab.compute.Shape;

/**
 * What a peer is to train, without a library's terms.
 *
 * @param generator layers from {@code [batch, latent]} to samples, with their initial numbers
 * @param critic layers from samples to {@code [batch, 1]}, with their initial numbers
 * @param sample the shape of one sample
 * @param batch real samples, and as many fake ones, in an update
 * @param latent the length of the noise vector z ~ N(0, I)
 * @param method how the critic is held
 * @param objective what both networks minimise
 * @param optimizer of each of both networks
 * @param criticRate the critic's learning rate
 * @param generatorRate the generator's learning rate
 */
public record PeerTask(
        List<PeerLayer> generator,
        List<PeerLayer> critic,
        Shape sample,
        int batch,
        int latent,
        PeerMethod method,
        PeerObjective objective,
        PeerOptimizer optimizer,
        double criticRate,
        double generatorRate) {
    /** Copies the lists. */
    public PeerTask {
        generator = List.copyOf(generator);
        critic = List.copyOf(critic);
    }
}
