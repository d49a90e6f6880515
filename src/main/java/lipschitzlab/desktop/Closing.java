package lipschitzlab.desktop;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import lipschitzlab.desktop.autosave.AutosaveModel;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.file.Saving;
import lipschitzlab.desktop.model.KeptRun;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.panel.DiscardQuestion;
import lipschitzlab.experiment.Experiment;

/**
 * What happens when a person closes the window: what trained is kept first, in the background; where runs are not kept, or this one cannot
 * be, nothing that took long is lost without a question.
 */
final class Closing {
    /** A person who waits this long is told what for. */
    private static final Duration NOTICE = Duration.millis(700);

    private static final ButtonType NOW = new ButtonType("Close now", ButtonData.OTHER);

    private final Stage stage;
    private final LabModel model;
    private final Saving saving;
    private final AutosaveModel autosave;
    private boolean keeping;

    Closing(Stage stage, LabModel model, Saving saving, AutosaveModel autosave) {
        this.stage = stage;
        this.model = model;
        this.saving = saving;
        this.autosave = autosave;
    }

    /** Answers a request to close the window. */
    void ask(WindowEvent request) {
        Optional<Experiment> open = model.experimentProperty().get();
        if (open.filter(autosave::keeps).isPresent()) {
            request.consume();
            keep(open.get());
        } else {
            open.filter(this::wouldBeLost).ifPresent(run -> {
                request.consume();
                ask(run, "");
            });
        }
    }

    private boolean wouldBeLost(Experiment run) {
        return model.kept().isLong(run) && !saving.isSaved(run);
    }

    /** Closes the window when the run is kept; pressing again meanwhile changes nothing. */
    private void keep(Experiment run) {
        if (keeping) {
            return;
        }
        keeping = true;
        Alert notice = notice();
        PauseTransition wait = new PauseTransition(NOTICE);
        wait.setOnFinished(event -> notice.show());
        wait.play();
        autosave.finish(
                () -> {
                    wait.stop();
                    notice.close();
                    stage.hide();
                },
                why -> {
                    keeping = false;
                    wait.stop();
                    notice.close();
                    refused(run, why);
                });
    }

    private Alert notice() {
        Alert notice =
                new Alert(Alert.AlertType.NONE, "The run is being kept as it stands; then the window closes.", NOW);
        notice.initOwner(stage);
        notice.setTitle("Lipschitz Lab");
        notice.setHeaderText("Keeping the run …");
        notice.setOnHidden(event -> {
            if (NOW.equals(notice.getResult())) {
                stage.hide();
            }
        });
        return notice;
    }

    private void refused(Experiment run, String why) {
        if (wouldBeLost(run)) {
            ask(run, "\n\nIt could not be kept by itself: " + why);
        } else {
            stage.hide();
        }
    }

    private void ask(Experiment run, String more) {
        DiscardQuestion.ask(
                stage,
                "Close without saving?",
                KeptRun.inWords(run) + " is not saved as it stands: about " + Texts.minutes(run.trainedSeconds())
                        + " of training would be lost. The same preset with the same seed trains to the same numbers again."
                        + more,
                "Close",
                stage::hide,
                () -> saving.run(stage::hide));
    }
}
