package lipschitzlab.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar over the steps of all lanes or other work, with rate and time left; nothing where no terminal is attached. */
final class StepBar implements AutoCloseable {
    private static final int WIDTH = 110;

    private final ProgressBar bar;

    StepBar(String task, long total) {
        this(task, total, " steps", 1);
    }

    /** A bar over something else, shown in units of this size. */
    StepBar(String task, long total, String unit, long unitSize) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
                .setMaxRenderedLength(WIDTH);
        if (System.console() == null) {
            builder.setConsumer(new SilentConsumer());
        } else {
            builder.setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH));
        }
        this.bar = builder.build();
    }

    void setTotal(long total) {
        bar.maxHint(total);
    }

    void update(long done, String what) {
        bar.stepTo(done);
        bar.setExtraMessage(what);
    }

    @Override
    public void close() {
        bar.close();
    }
}
