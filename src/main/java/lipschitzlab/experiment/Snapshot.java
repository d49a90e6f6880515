package lipschitzlab.experiment;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Shape;

/**
 * What a lane looks like after one step, in plain arrays that nobody changes.
 *
 * @param step generator steps done
 * @param sampleShape the shape of one sample
 * @param samples the generator's samples of the fixed latent batch, the same in every lane; row-major
 * @param surface the critic's value over the plane, for 2-D data
 * @param spectra of the critic's layers, of the same step or a little earlier
 */
public record Snapshot(
        int step, Shape sampleShape, float[] samples, Optional<Surface> surface, List<LayerSpectrum> spectra) {
    /** Copies the list. */
    public Snapshot {
        spectra = List.copyOf(spectra);
    }

    /** How many samples there are. */
    public int sampleCount() {
        return samples.length / sampleShape.length();
    }
}
