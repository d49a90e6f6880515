package lipschitzlab.desktop;

import java.util.List;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;

/** Measures how fast the lanes of an experiment train together. */
final class StepMeter {
    private final List<Lane> lanes;
    private final long start = System.nanoTime();
    private final int before;

    /** Starts the clock. */
    StepMeter(Experiment experiment) {
        this.lanes = experiment.lanes();
        this.before = steps();
    }

    private int steps() {
        return lanes.stream().mapToInt(Lane::step).sum();
    }

    /** Generator steps of all lanes together, for each second since the start. */
    double perSecond() {
        return (steps() - before) / ((System.nanoTime() - start) / 1e9);
    }
}
