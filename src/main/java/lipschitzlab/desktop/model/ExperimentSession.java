package lipschitzlab.desktop.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;

/**
 * Which experiment is on show, which is being opened or was refused, which is kept for an undo, and whether Play is pending.
 * Used on the window's thread only; opening and closing happen in the background, in the order of the requests.
 */
final class ExperimentSession {
    private final ExperimentLoader loader;
    private final KeptRun kept;
    private final ChosenPreset chosen = new ChosenPreset();
    private final Runnable training;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper playPending = new ReadOnlyBooleanWrapper();
    private SessionState state = new SessionState.Nothing();
    private boolean painted;
    private int requests;

    /**
     * A session without an experiment.
     *
     * @param longSeconds more training than this is kept when another experiment takes its place
     * @param training begins to train what is on show
     */
    ExperimentSession(ExperimentLoader loader, double longSeconds, Runnable training) {
        this.loader = loader;
        this.kept = new KeptRun(longSeconds, loader::close);
        this.training = training;
    }

    /**
     * Opens an experiment in the background; the one on show rests meanwhile, and stays if that fails.
     *
     * @param opened gets the experiment, to {@link #show} it; not if another was asked for since
     * @param refused is told why it could not be opened; not if another was asked for since
     */
    void open(OpenRequest request, Consumer<Experiment> opened, Consumer<Throwable> refused) {
        if (request.chosen()) {
            chosen.want(request.preset());
        }
        int number = ++requests;
        become(state.opening(number, request.preset(), request.thenPlay()));
        state.experiment().ifPresent(Experiment::pause);
        loader.open(request.source(), made -> take(number, made, opened), failure -> refuse(number, failure, refused));
    }

    private void take(int number, Experiment made, Consumer<Experiment> opened) {
        if (awaits(number)) {
            opened.accept(made);
        } else {
            loader.close(made);
        }
    }

    private void refuse(int number, Throwable failure, Consumer<Throwable> refused) {
        if (awaits(number) && state instanceof SessionState.Opening current) {
            become(current.refused());
            chosen.refused(state.experiment());
            refused.accept(failure);
        }
    }

    private boolean awaits(int number) {
        return state instanceof SessionState.Opening current && current.request() == number;
    }

    /** Shows an experiment in place of the one before; tells whether that is kept, since it took long to train. */
    boolean show(Experiment next) {
        Optional<Experiment> before = state.experiment();
        chosen.shown(next);
        become(
                state instanceof SessionState.Opening current
                        ? current.opened(next)
                        : new SessionState.FirstFramePending(next, false));
        return before.filter(kept::keep).isPresent();
    }

    /** Hands out the last long run that another took the place of, to {@link #show} it at rest; what is being opened is left. */
    Optional<Experiment> undo() {
        Optional<Experiment> run = kept.take();
        if (run.isPresent()) {
            become(state.withPlayPending(false));
            state.experiment().ifPresent(Experiment::pause);
        }
        return run;
    }

    /** Trains what is on show; where its first frame is yet to be shown, or it is still being opened, as soon as that is done. */
    void play() {
        if (state instanceof SessionState.Shown) {
            training.run();
        } else {
            become(state.withPlayPending(true));
        }
    }

    /** Cancels a Play that is pending. */
    void cancelPlay() {
        become(state.withPlayPending(false));
    }

    /** Something paints the lanes: from now on Play waits for the {@link #onFirstFrame} of each experiment. */
    void awaitFirstFrames() {
        painted = true;
        if (state instanceof SessionState.Shown current) {
            become(current.again());
        }
    }

    /** Where nothing paints the lanes, there is no frame to wait for. */
    void beginUnlessPainted() {
        if (!painted) {
            onFirstFrame();
        }
    }

    /** A first frame of every lane of the experiment on show is painted: if Play is pending, they train. */
    void onFirstFrame() {
        if (state instanceof SessionState.FirstFramePending current) {
            become(current.shown());
            if (current.playPending()) {
                training.run();
            }
        }
    }

    /** Shows nothing any more: the experiment ends after the step at hand, as does what is still being opened. */
    void close() {
        state.experiment().ifPresent(loader::close);
        kept.release();
        become(new SessionState.Nothing());
    }

    private void become(SessionState next) {
        state = next;
        playPending.set(next.playPending());
        opening.set(next instanceof SessionState.Opening);
        if (!next.experiment().equals(experiment.get())) {
            experiment.set(next.experiment());
        }
    }

    /** The preset that a start with changed values begins from: what is being opened, on show, or was refused. */
    Optional<Preset> preset() {
        return state.preset();
    }

    /** The preset on show as a person chose it, before values were changed here. */
    Optional<Preset> chosen() {
        return chosen.of(experiment.get());
    }

    /** What {@link #undo} would bring back. */
    KeptRun kept() {
        return kept;
    }

    ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /** Whether an experiment is being read or prepared. */
    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Whether lanes will train as soon as their first frame is shown. */
    ReadOnlyBooleanProperty playPendingProperty() {
        return playPending.getReadOnlyProperty();
    }
}
