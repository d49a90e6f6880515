package lipschitzlab.experiment;

import java.util.List;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;

/** A lane's history as tests of other packages write it by hand. */
public final class HandMadeHistory {
    private final LaneHistory history = new LaneHistory();

    /** Adds a point. */
    public HandMadeHistory point(Metric metric, int step, double seconds, double value) {
        history.add(metric, step, seconds, value);
        return this;
    }

    /** Adds the spectra of all layers at a step. */
    public HandMadeHistory spectra(int step, LayerSpectrum... layers) {
        history.add(new SpectrumRecord(step, List.of(layers)));
        return this;
    }

    /** Adds how the lane looked. */
    public HandMadeHistory frame(Snapshot snapshot) {
        history.addFrame(snapshot);
        return this;
    }

    /** What was added. */
    public LaneHistory history() {
        return history;
    }
}
