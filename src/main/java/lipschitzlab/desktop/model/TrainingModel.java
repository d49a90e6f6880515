package lipschitzlab.desktop.model;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;

/** Training of the experiment on show: the commands for it, its speed, and whether it goes on. For the window's thread. */
public final class TrainingModel {
    private final ExperimentSession session;
    private final Messages messages;
    private final Consumer<Consumer<Experiment>> whenOpen;
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.FULL);
    private OptionalInt stop = OptionalInt.empty();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lockstep = new ReadOnlyBooleanWrapper(true);

    /** @param whenOpen does something with the experiment on show, if there is one, and takes over what came of it */
    TrainingModel(ExperimentSession session, Messages messages, Consumer<Consumer<Experiment>> whenOpen) {
        this.session = session;
        this.messages = messages;
        this.whenOpen = whenOpen;
        speed.subscribe(this::setSpeed);
    }

    /**
     * Trains until paused or at the horizon, and beyond the horizon if that is reached; by hand, one step. What is being opened,
     * or was not painted yet, trains as soon as its first frame is shown.
     */
    public void play() {
        session.play();
    }

    /** Where what is being opened rests once it trains; empty for nowhere in particular. */
    void stopAt(OptionalInt step) {
        stop = step;
    }

    /** As {@link #play}, where the first frame is shown. */
    void train() {
        if (stop.isPresent()) {
            int step = stop.getAsInt();
            stop = OptionalInt.empty();
            continueWith(running -> running.playTo(step));
        } else if (speed.get() == Speed.BY_HAND) {
            step();
        } else {
            continueWith(Experiment::play);
        }
    }

    /** Trains; where the planned steps are done, more of them are planned first, and what that does is said. */
    private void continueWith(Consumer<Experiment> command) {
        whenOpen.accept(running -> {
            if (Horizon.allStopped(running)) {
                messages.say("All lanes stopped by themselves, as their cards say; Reset starts them again");
            } else if (running.lanes().stream().noneMatch(Lane::canContinue)) {
                messages.say("This run was " + RunOnShow.WITHOUT_CHECKPOINTS);
            } else {
                if (running.finished()) {
                    messages.say(Horizon.extension(running));
                    running.extend(Horizon.more(running));
                }
                command.accept(running);
            }
        });
    }

    /** Rests after the step at hand. */
    public void pause() {
        session.cancelPlay();
        stop = OptionalInt.empty();
        whenOpen.accept(Experiment::pause);
    }

    /** One generator step in every lane; beyond the horizon if that is reached. */
    public void step() {
        continueWith(Experiment::step);
    }

    /** All lanes at the same step, or each as fast as it goes. */
    public void setLockstep(boolean together) {
        whenOpen.accept(running -> running.setLockstep(together));
    }

    private void setSpeed(Speed now) {
        if (now == Speed.BY_HAND) {
            whenOpen.accept(Experiment::pause);
        } else {
            whenOpen.accept(running -> running.setPace(now.perSecond()));
        }
    }

    /** Gives an experiment that is to be shown the chosen speed. */
    void pace(Experiment next) {
        Speed wanted = speed.get() == Speed.BY_HAND ? Speed.FULL : speed.get();
        next.setPace(wanted.perSecond());
    }

    /**
     * Takes over how the experiment stands now.
     *
     * @param atHorizon whether a lane ended where it was to end
     */
    void pull(Experiment running, boolean atHorizon) {
        playing.set(running.playing());
        lockstep.set(running.lockstep());
        finished.set(running.finished() && atHorizon);
    }

    /** Whether lanes train, or will once they are open. */
    public boolean isTraining() {
        return playing.get() || session.playPendingProperty().get();
    }

    /** How fast lanes train. */
    public ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether lanes will train as soon as their first frame is shown. */
    public ReadOnlyBooleanProperty playPendingProperty() {
        return session.playPendingProperty();
    }

    /** Whether training ended at the horizon. */
    public ReadOnlyBooleanProperty finishedProperty() {
        return finished.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lockstepProperty() {
        return lockstep.getReadOnlyProperty();
    }
}
