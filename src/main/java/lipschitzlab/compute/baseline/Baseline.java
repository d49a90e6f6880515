package lipschitzlab.compute.baseline;

import java.util.List;

/**
 * The baseline: a generator and a critic that another library trains with its own autograd and optimizers. Used only by the
 * thread that created it. A sample is row-major {@code [batch, …sample]}, noise {@code [batch, latent]}.
 */
public interface Baseline extends AutoCloseable {
    /**
     * One of the critic's updates with noise of the library's own; done when its loss has been read.
     *
     * @param real a batch of data
     * @return the critic's loss before the update, its penalty included
     */
    double trainCritic(float[] real);

    /**
     * As {@link #trainCritic(float[])}, with given noise.
     *
     * @param noise the generator's input
     * @param epsilon for each sample the share of the real one in gradient penalty's x̂; not read by other methods
     */
    double trainCritic(float[] real, float[] noise, float[] epsilon);

    /** One update of the generator with noise of the library's own; returns its loss before the update, when it is read. */
    double trainGenerator();

    /** As {@link #trainGenerator()}, with given noise. */
    double trainGenerator(float[] noise);

    /**
     * The gradient of the critic's loss, its penalty included, as the critic stands; changes nothing.
     *
     * @param fake as many samples of a generator
     * @param epsilon as for {@link #trainCritic(float[], float[], float[])}
     * @return one array for each of the critic's parameters in the order and the layout of {@link BaselineTask#critic}
     */
    List<float[]> criticGradients(float[] real, float[] fake, float[] epsilon);

    /** Frees everything that it holds. */
    @Override
    void close();
}
