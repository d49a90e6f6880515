package lipschitzlab.desktop.control;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Measures the time between the window's pulses. */
public final class PulseMeter extends AnimationTimer {
    private final List<Double> intervals = new ArrayList<>();
    private long last;

    @Override
    public void handle(long now) {
        if (last > 0) {
            intervals.add((now - last) / 1e6);
        }
        last = now;
    }

    /** What was measured so far. */
    public PulseReport report() {
        if (intervals.isEmpty()) {
            throw new IllegalStateException("expected two pulses of the window or more, found fewer");
        }
        return PulseReport.of(
                intervals.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
