package lipschitzlab.desktop.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;

/** The last long run that another experiment took the place of: it rests, and can be brought back. For the window's thread. */
public final class KeptRun {
    /** A run of less training than this is soon made again: it is neither kept nor asked about. */
    public static final double LONG_SECONDS = 60;

    private final double longSeconds;
    private final Consumer<Experiment> closing;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> kept = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param longSeconds training of more than this is worth keeping
     * @param closing closes what is not kept
     */
    KeptRun(double longSeconds, Consumer<Experiment> closing) {
        this.longSeconds = longSeconds;
        this.closing = closing;
    }

    /** Whether so much training is a loss. */
    public boolean isLong(double seconds) {
        return seconds > longSeconds;
    }

    public boolean isLong(Experiment run) {
        return isLong(run.trainedSeconds());
    }

    /** Keeps a run in place of the one before, or closes it if it is short; tells whether it is kept. */
    boolean keep(Experiment run) {
        if (!isLong(run)) {
            closing.accept(run);
            return false;
        }
        release();
        kept.set(Optional.of(run));
        return true;
    }

    /** Hands the kept run out; none is kept afterwards. */
    Optional<Experiment> take() {
        Optional<Experiment> run = kept.get();
        kept.set(Optional.empty());
        return run;
    }

    /** Closes what is kept; tells whether there was anything. */
    boolean release() {
        Optional<Experiment> run = take();
        run.ifPresent(closing);
        return run.isPresent();
    }

    /** The kept run. */
    public ReadOnlyObjectProperty<Optional<Experiment>> runProperty() {
        return kept.getReadOnlyProperty();
    }

    /** That it can be brought back, behind what took its place; empty if there is none. */
    String offer() {
        return kept.get()
                .map(run -> "; " + Command.UNDO.title() + " (" + Command.UNDO.keys() + ") brings back step "
                        + Texts.count(step(run)))
                .orElse("");
    }

    /** A run in words, such as {@code 8 Gaussians at step 3,000}. */
    public static String inWords(Experiment run) {
        return run.preset().title() + " at step " + Texts.count(step(run));
    }

    private static int step(Experiment run) {
        return run.lanes().stream().mapToInt(Lane::step).max().orElse(0);
    }
}
