package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.List;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;

/**
 * A bar over all lanes' steps, with rate and time left; a line per lane at each tenth of the way. Where no terminal is
 * attached, only the lines.
 */
final class RunProgress implements AutoCloseable {
    private static final int REPORTS = 10;

    private final Experiment experiment;
    private final PrintWriter console;
    private final StepBar bar;
    private int reported;

    RunProgress(Experiment experiment, PrintWriter console) {
        this.experiment = experiment;
        this.console = console;
        this.bar = new StepBar(experiment.preset().name(), total());
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
        bar.setTotal(total());
        bar.update(done(), "");
        int tenth = (int) (REPORTS * done() / Math.max(1, total()));
        if (tenth > reported && tenth < REPORTS) {
            reported = tenth;
            LaneLine.of(lanes()).forEach(console::println);
            console.println();
            console.flush();
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
