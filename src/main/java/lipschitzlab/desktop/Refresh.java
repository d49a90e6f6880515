package lipschitzlab.desktop;

import javafx.animation.AnimationTimer;
import lipschitzlab.desktop.model.LabModel;

/**
 * Lets the window pull and draw what is new: eight times a second where a core is left for it, five times where it takes its
 * time from the lanes; while history is played, whenever its next step is due. A slow drawing delays the next instead of
 * piling up.
 */
final class Refresh extends AnimationTimer {
    private static final long PERIOD_NANOS = 120_000_000L;
    private static final long CROWDED_PERIOD_NANOS = 200_000_000L;

    private final LabModel model;
    private final Workbench bench;
    private final StatusLine status;
    private long last;

    Refresh(LabModel model, Workbench bench, StatusLine status) {
        this.model = model;
        this.bench = bench;
        this.status = status;
    }

    @Override
    public void handle(long now) {
        boolean moved = model.history().playTo(now);
        if (now - last >= period()) {
            last = now;
            model.pull();
            bench.refresh();
            status.update(now);
        } else if (moved) {
            bench.refresh();
        }
    }

    private long period() {
        int cores = Runtime.getRuntime().availableProcessors();
        boolean crowded = model.experimentProperty()
                .get()
                .filter(running -> running.playing() && running.parallelLanes() >= cores)
                .isPresent();
        return crowded ? CROWDED_PERIOD_NANOS : PERIOD_NANOS;
    }
}
