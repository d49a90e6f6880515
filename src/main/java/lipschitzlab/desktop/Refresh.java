package lipschitzlab.desktop;

import javafx.animation.AnimationTimer;

/** Lets the window pull and draw what is new, some eight times a second; a slow drawing delays the next instead of piling up. */
final class Refresh extends AnimationTimer {
    private static final long PERIOD_NANOS = 120_000_000L;

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
        if (now - last >= PERIOD_NANOS) {
            last = now;
            model.pull();
            bench.refresh();
            status.look(now);
        }
    }
}
