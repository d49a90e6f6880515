package lipschitzlab.measurement;

import java.util.List;

/** The spectra of all of a critic's layers at one step. */
public record SpectrumRecord(int step, List<LayerSpectrum> layers) {
    /** Copies the list. */
    public SpectrumRecord {
        layers = List.copyOf(layers);
    }
}
