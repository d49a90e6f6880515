package lipschitzlab.benchmark;

import lipschitzlab.compute.device.Backend;
import lipschitzlab.preset.Pace;
import lipschitzlab.preset.Preset;

/**
 * All lanes of a preset, trained for some time.
 *
 * @param steps generator steps that each lane made
 * @param seconds until the last of them had made its own
 */
public record LongRun(int steps, double seconds) {
    /** A few steps, from which the number of those that take the time is told. */
    private static final int FIRST = 3;

    /**
     * Trains, without diagnoses.
     *
     * @throws IllegalStateException if a lane stopped by itself
     */
    public static LongRun of(Preset preset, Backend backend, double seconds) throws InterruptedException {
        try (LaneTimer timer = new LaneTimer(preset, preset.lanes(), Pace.FREE, backend)) {
            double each = timer.seconds(FIRST) / FIRST;
            int steps = (int) Math.max(FIRST, Math.min(Integer.MAX_VALUE / 100, seconds / each));
            return new LongRun(steps, timer.seconds(steps));
        }
    }
}
