package lipschitzlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.RunTexts;
import lipschitzlab.export.checkpoint.RunCheckpoints;
import lipschitzlab.file.FileWrites;

/** The checkpoints of a run that trains, by steps or once a minute. */
final class KeptCheckpoints implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Experiment experiment;
    private final Keeping keeping;
    private final RunCheckpoints checkpoints;
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
        checkpoints.writeTaken();
        if (keeping.every().isEmpty() && System.nanoTime() > nextRequest) {
            experiment.checkpoints().request();
            nextRequest = System.nanoTime() + PERIOD.toNanos();
        }
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
