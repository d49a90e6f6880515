package lipschitzlab.preset;

import lipschitzlab.network.Architecture;

/** What a preset says of the generator, the same in every lane. */
public sealed interface GeneratorSpec {
    /**
     * A network that learns.
     *
     * @param outputScale what the last layer's initial weights are multiplied by: below 1, samples start closer together
     */
    record Trained(Architecture architecture, double outputScale) implements GeneratorSpec {}

    /**
     * No network: real data with Gaussian noise added stand in for its samples, so that only critics train (Gulrajani et al.
     * 2017, figure 1a, with noise of 1).
     *
     * @param noise the noise's standard deviation, in units of the data
     */
    record Frozen(double noise) implements GeneratorSpec {}
}
