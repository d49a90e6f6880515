package lipschitzlab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar over all lanes' steps, with rate and time left; a line per lane at each tenth of the way. Where no terminal is
 * attached, only the lines.
 */
final class RunProgress implements AutoCloseable {
    private static final int REPORTS = 10;
    private static final int BAR_WIDTH = 110;

    private final Experiment experiment;
    private final PrintWriter console;
    private final ProgressBar bar;
    private int reported;

    RunProgress(Experiment experiment, PrintWriter console) {
        this.experiment = experiment;
        this.console = console;
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(experiment.preset().name())
                .setInitialMax(total())
                .setUnit(" steps", 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
                .setMaxRenderedLength(BAR_WIDTH);
        if (System.console() == null) {
            builder.setConsumer(new SilentConsumer());
        } else {
            builder.setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH));
        }
        this.bar = builder.build();
    }

    private List<Lane> lanes() {
        return experiment.lanes();
    }

    private long total() {
        return lanes().stream().mapToLong(Lane::horizon).sum();
    }

    private long done() {
        return lanes().stream().mapToLong(Lane::step).sum();
    }

    void update() {
        bar.maxHint(total());
        bar.stepTo(done());
        int tenth = (int) (REPORTS * done() / Math.max(1, total()));
        if (tenth > reported && tenth < REPORTS) {
            reported = tenth;
            lanes().forEach(lane -> console.println(LaneLine.of(lane)));
            console.println();
            console.flush();
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
