package lipschitzlab.desktop;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.model.HistoryModel;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.RunOnShow;
import lipschitzlab.desktop.model.SettingsModel;
import lipschitzlab.desktop.model.Speed;
import lipschitzlab.desktop.model.TrainingModel;

/** The commands that train, start again, look back and change the speed, and when each is allowed. */
final class TrainingCommands {
    private final LabModel model;
    private final SettingsModel changes;

    TrainingCommands(LabModel model, SettingsModel changes) {
        this.model = model;
        this.changes = changes;
    }

    /** Gives the commands their work. */
    void register(Actions actions) {
        setTraining(actions, model.training());
        setHistory(actions, model.history());
        actions.set(Command.FASTER, () -> targetSpeed().set(targetSpeed().get().faster()));
        actions.set(Command.SLOWER, () -> targetSpeed().set(targetSpeed().get().slower()));
    }

    private void setTraining(Actions actions, TrainingModel training) {
        BooleanBinding open = Bindings.createBooleanBinding(
                () -> model.experimentProperty().get().isPresent()
                        && !model.openingProperty().get(),
                model.experimentProperty(),
                model.openingProperty());
        BooleanBinding resting = open.and(training.playingProperty().not());
        ReadOnlyBooleanProperty pending = training.playPendingProperty();
        actions.set(
                Command.PLAY,
                training::play,
                resting.or(model.openingProperty()).and(pending.not()));
        actions.set(Command.PAUSE, training::pause, pending.or(open.and(training.playingProperty())));
        actions.set(Command.STEP, training::step, resting);
        BooleanBinding trainable = Bindings.createBooleanBinding(
                () -> model.records()
                        .onShowProperty()
                        .get()
                        .map(RunOnShow::trainable)
                        .orElse(false),
                model.records().onShowProperty());
        actions.set(Command.EXTEND, training::play, resting.and(trainable.or(training.finishedProperty())));
        actions.set(Command.RESET, changes::reset, open);
        actions.set(Command.RESEED, changes::reseed, open);
        actions.set(
                Command.LOCKSTEP,
                () -> training.setLockstep(!training.lockstepProperty().get()),
                open);
        actions.set(
                Command.UNDO,
                model::undo,
                Bindings.createBooleanBinding(
                        () -> model.kept().runProperty().get().isPresent(),
                        model.kept().runProperty()));
    }

    private static void setHistory(Actions actions, HistoryModel history) {
        BooleanBinding past =
                Bindings.createBooleanBinding(() -> history.stepProperty().get().isPresent(), history.stepProperty());
        actions.set(Command.PLAY_HISTORY, history::togglePlaying, history.availableProperty());
        actions.set(Command.EARLIER, history::earlier, history.availableProperty());
        actions.set(Command.LATER, history::later, past);
        actions.set(Command.LIVE, history::live, past);
    }

    /** The speed that keys change: that of history while a person looks back. */
    private ObjectProperty<Speed> targetSpeed() {
        HistoryModel history = model.history();
        return history.stepProperty().get().isPresent()
                ? history.speedProperty()
                : model.training().speedProperty();
    }
}
