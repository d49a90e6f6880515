package lipschitzlab.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Pace;

/** The time of a step of several lanes together. */
public final class LaneScaling {
    private static final List<Integer> LANES = List.of(1, 2, 4, 8);
    private static final int WARM_UP_SHARE = 5;

    private LaneScaling() {}

    /**
     * Trains 1, 2, 4 and 8 lanes of the methods that are timed on a workload, each as fast as it goes.
     *
     * @param most lanes at most
     * @return milliseconds until each of them has made a generator step, by the number of lanes
     */
    public static Map<Integer, Double> of(Workload workload, Backend backend, int most, int steps)
            throws InterruptedException {
        List<LaneSpec> specs = StepBenchmark.specs(workload);
        Map<Integer, Double> milliseconds = new LinkedHashMap<>();
        for (int lanes : LANES) {
            if (lanes <= Math.min(most, specs.size())) {
                List<LaneSpec> some = specs.subList(0, lanes);
                try (LaneTimer timer = new LaneTimer(workload.preset(some), some, Pace.FREE, backend)) {
                    timer.seconds(Math.max(1, steps / WARM_UP_SHARE));
                    milliseconds.put(lanes, 1000 * timer.seconds(steps) / steps);
                }
            }
        }
        return milliseconds;
    }
}
