package lipschitzlab.benchmark;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.profile.OperationProfile;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.training.LaneTraining;

/** Where the time of a method's updates goes, operation by operation, with one native thread. */
public final class StepProfile {
    private static final int MIN_UPDATES = 3;

    private final Workload workload;
    private final LaneSpec spec;
    private final double seconds;

    /**
     * The average update of one of the two networks.
     *
     * @param network critic or generator
     * @param updates how many were timed
     * @param milliseconds of one, the timing of operations included
     * @param entries of all updates together, what took longest first
     */
    public record Part(String network, int updates, double milliseconds, List<OperationProfile.Entry> entries) {
        /** Milliseconds of one update that no operation of the engine took. */
        public double outside() {
            return milliseconds
                    - entries.stream()
                                    .mapToDouble(OperationProfile.Entry::milliseconds)
                                    .sum()
                            / updates;
        }
    }

    /**
     * Nothing is timed yet.
     *
     * @param method the id of a constraint
     * @param seconds how long both parts together take about
     * @throws lipschitzlab.setting.InputException if no method of that id is timed on this workload
     */
    public StepProfile(Workload workload, String method, double seconds) {
        this.workload = workload;
        this.spec = StepBenchmark.spec(workload, method);
        this.seconds = seconds;
    }

    /** The networks, the batch and the method, in words. */
    public String title() {
        return workload.title() + ", " + spec.id();
    }

    /** Warms up, then times both networks' updates. */
    public List<Part> run(Backend backend) {
        Preset preset = workload.preset(List.of(spec));
        OperationProfile profile = new OperationProfile(backend.create(1));
        List<Part> parts = new ArrayList<>();
        try (LaneTraining lane =
                new LaneTraining(preset, spec, spec.values(), preset.data().load(), profile.engine())) {
            Runnable critic = () -> lane.trainCriticAndReport(0, StepBenchmark.RATE);
            Runnable generator = () -> lane.trainGenerator(StepBenchmark.RATE);
            time("critic", critic, profile, seconds / 8);
            time("generator", generator, profile, seconds / 8);
            parts.add(time("critic", critic, profile, seconds * 3 / 8));
            parts.add(time("generator", generator, profile, seconds * 3 / 8));
        }
        return parts;
    }

    private static Part time(String network, Runnable update, OperationProfile profile, double seconds) {
        profile.take();
        long start = System.nanoTime();
        int updates = 0;
        double taken;
        do {
            update.run();
            updates++;
            taken = (System.nanoTime() - start) / 1e9;
        } while (updates < MIN_UPDATES || taken < seconds);
        return new Part(network, updates, taken * 1e3 / updates, profile.take());
    }
}
