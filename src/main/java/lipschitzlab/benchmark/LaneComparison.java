package lipschitzlab.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Pace;
import lipschitzlab.preset.Preset;

/**
 * The lanes of a preset together, on as many cores as there are, against each of them alone on one thread. All are kept ready
 * and take turns, so that a busy machine slows them alike.
 */
public final class LaneComparison implements AutoCloseable {
    private final Map<String, LaneTimer> alone = new LinkedHashMap<>();
    private final LaneTimer lockstep;
    private final LaneTimer free;

    /**
     * Seconds of the same number of generator steps in every lane.
     *
     * @param alone of each lane while no other trains, by the lane's id
     * @param lockstep of all lanes together, each waiting for the others at every step
     * @param free of all lanes together, each as fast as it goes
     */
    public record Round(Map<String, Double> alone, double lockstep, double free) {
        /** All lanes one after another. */
        public double oneAfterAnother() {
            return alone.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Makes all lanes, each with one native thread. */
    public LaneComparison(Preset preset, Backend backend) {
        for (LaneSpec spec : preset.lanes()) {
            alone.put(spec.id(), new LaneTimer(preset, List.of(spec), Pace.FREE, backend));
        }
        this.lockstep = new LaneTimer(preset, preset.lanes(), Pace.LOCKSTEP, backend);
        this.free = new LaneTimer(preset, preset.lanes(), Pace.FREE, backend);
    }

    /** One turn of each. */
    public Round round(int steps) throws InterruptedException {
        Map<String, Double> each = new LinkedHashMap<>();
        for (Map.Entry<String, LaneTimer> lane : alone.entrySet()) {
            each.put(lane.getKey(), lane.getValue().seconds(steps));
        }
        return new Round(each, lockstep.seconds(steps), free.seconds(steps));
    }

    @Override
    public void close() {
        alone.values().forEach(LaneTimer::close);
        lockstep.close();
        free.close();
    }
}
