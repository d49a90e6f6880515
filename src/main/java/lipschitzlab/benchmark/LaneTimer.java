package lipschitzlab.benchmark;

import java.util.List;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Pace;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Values;

/** Times the lanes of a preset while they train a given number of steps, without diagnoses in between. */
final class LaneTimer implements AutoCloseable {
    /** The first horizon. Every tenth of it has a snapshot, so it is so large that no measurement comes to one. */
    private static final int NEVER = 100_000_000;

    private static final int RARELY = 1_000_000;

    /** Between two looks at the lanes: long enough not to slow them down. The clock stops at most this much too late. */
    private static final long POLL_MILLIS = 1;

    private final Experiment experiment;

    /**
     * Opens the lanes, at rest.
     *
     * @param pace how its lanes keep pace
     */
    LaneTimer(Preset preset, List<LaneSpec> lanes, Pace pace, Backend backend) {
        Values shared = preset.shared()
                .with(SharedSettings.STEPS, NEVER)
                .with(SharedSettings.DIAGNOSTICS_EVERY, RARELY)
                .with(SharedSettings.MODE, pace)
                .with(SharedSettings.THREADS_PER_LANE, 1);
        experiment = Experiment.open(preset.withShared(shared).withLanes(lanes), backend);
    }

    /**
     * Trains that many generator steps in every lane. The clock stops with the last lane's last step; the diagnosis that every
     * lane has at the end is waited for afterwards.
     *
     * @return seconds from the start to the last lane's last step
     * @throws IllegalStateException if a lane stopped by itself
     */
    double seconds(int steps) throws InterruptedException {
        experiment.awaitRest();
        int target = experiment.lanes().get(0).step() + steps;
        experiment.extend(steps);
        experiment.awaitRest();
        long start = System.nanoTime();
        experiment.play();
        while (experiment.lanes().stream().anyMatch(lane -> lane.step() < target)) {
            requireHealth();
            Thread.sleep(POLL_MILLIS);
        }
        double taken = (System.nanoTime() - start) / 1e9;
        experiment.awaitRest();
        return taken;
    }

    private void requireHealth() {
        for (Lane lane : experiment.lanes()) {
            lane.failure().ifPresent(failure -> {
                throw new IllegalStateException("lane " + lane.id() + " stopped: " + failure.cause());
            });
        }
    }

    @Override
    public void close() {
        experiment.close();
    }
}
