package lipschitzlab.measurement;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Shape;

/**
 * A lane after one step, in plain arrays that are never changed.
 *
 * @param step generator steps done
 * @param sampleShape the shape of one sample
 * @param samples the generator's samples of the fixed latent batch, the same in every lane; row-major
 * @param surface the critic's value over the plane, for 2-D data
 * @param slope the critic's slope over the plane, if it was requested
 * @param spectra of the critic's layers, of the same step or a little earlier
 * @param details the requested ones, of the same step or a little earlier
 * @param averaged the averaged generator's samples of the same latent batch, if they were requested and one is kept
 */
public record Snapshot(
        int step,
        Shape sampleShape,
        float[] samples,
        Optional<Surface> surface,
        Optional<SlopeMap> slope,
        List<LayerSpectrum> spectra,
        Details details,
        Optional<float[]> averaged) {
    /** Copies the list. */
    public Snapshot {
        spectra = List.copyOf(spectra);
    }

    /** Without on-demand details. */
    public Snapshot(
            int step, Shape sampleShape, float[] samples, Optional<Surface> surface, List<LayerSpectrum> spectra) {
        this(step, sampleShape, samples, surface, Optional.empty(), spectra, Details.none(), Optional.empty());
    }

    /** How many samples there are. */
    public int sampleCount() {
        return samples.length / sampleShape.length();
    }

    /** The same with the averaged generator's samples in place of the generator's own, if there are any. */
    public Snapshot ofAverage() {
        return new Snapshot(step, sampleShape, averaged.orElse(samples), surface, slope, spectra, details, averaged);
    }

    /** The same without on-demand details. */
    public Snapshot asFrame() {
        return new Snapshot(step, sampleShape, samples, surface, spectra);
    }

    /** What its numbers take in memory. */
    public long bytes() {
        long floats = samples.length
                + averaged.map(values -> values.length).orElse(0)
                + surface.map(plane -> plane.values().length).orElse(0);
        long doubles = spectra.stream().mapToLong(layer -> layer.sigma().length).sum();
        return Float.BYTES * floats + Double.BYTES * doubles;
    }
}
