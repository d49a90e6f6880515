package lipschitzlab.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.RunTexts;
import lipschitzlab.export.checkpoint.RunCheckpoints;
import lipschitzlab.file.FileWrites;

/** The checkpoints of a run that trains, by steps or once a minute. */
final class KeptCheckpoints implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Experiment experiment;
    private final Keeping keeping;
    private final RunCheckpoints checkpoints;
    private long writing;
    private long nextRequest = System.nanoTime() + PERIOD.toNanos();

    KeptCheckpoints(Experiment experiment, Path run, FileWrites writes, Keeping keeping) {
        this.experiment = experiment;
        this.keeping = keeping;
        this.checkpoints = new RunCheckpoints(run, experiment, writes, new RunTexts(experiment));
    }

    /** Before the first step. */
    void begin() {
        checkpoints.hold();
        keeping.earlier().ifPresent(checkpoints::continueFrom);
        experiment.checkpoints().every(keeping.every().orElse(Integer.MAX_VALUE), keeping.steps());
    }

    @Override
    public void close() {
        checkpoints.close();
    }

    /** Writes those that lanes have taken, and asks for others when it is time. */
    void writeTaken() {
        long start = THREADS.getCurrentThreadCpuTime();
        checkpoints.writeTaken();
        writing += THREADS.getCurrentThreadCpuTime() - start;
        if (keeping.every().isEmpty() && System.nanoTime() > nextRequest) {
            experiment.checkpoints().request();
            nextRequest = System.nanoTime() + PERIOD.toNanos();
        }
    }

    /** What they took up to now, beside the lanes' work. */
    String cost() {
        double copied = experiment.checkpoints().copyingSeconds();
        double work = experiment.lanes().stream()
                .mapToDouble(lane -> lane.seconds() + lane.diagnosisSeconds())
                .sum();
        double written = writing / 1e9;
        String share = work > 0 ? String.format(Locale.ROOT, ": %.1f %%", 100 * (copied + written) / work) : "";
        return String.format(
                Locale.ROOT,
                "Checkpoints on the way took %.2f s of the lanes to copy and %.2f s of the processor to write, beside %.1f s of"
                        + " training and diagnosis%s.",
                copied,
                written,
                work,
                share);
    }

    /** Where all lanes rest, one of each as it stands; otherwise those that were taken. */
    void finish() throws InterruptedException {
        if (experiment.busy()) {
            checkpoints.writeTaken();
        } else {
            checkpoints.writeAtRest();
        }
    }
}
