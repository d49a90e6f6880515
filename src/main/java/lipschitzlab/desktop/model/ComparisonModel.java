package lipschitzlab.desktop.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.SharedSettings;

/**
 * By which features the pictures of the experiment on show are compared, and how good these are: known a minute after it is asked for
 * where a classifier has to be trained.
 */
public final class ComparisonModel {
    private final BackgroundRunner background = new BackgroundRunner("picture-comparison");
    private final Messages messages;
    private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper brief = new ReadOnlyStringWrapper("");
    private Optional<Experiment> askedFor = Optional.empty();

    ComparisonModel(Messages messages) {
        this.messages = messages;
    }

    /** In sentences, for a person; empty where pictures are not compared, and before it is asked for. */
    public ReadOnlyStringProperty notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /** The features in a few words, where there is little room; empty as long as they are not known. */
    public ReadOnlyStringProperty briefProperty() {
        return brief.getReadOnlyProperty();
    }

    /** Nothing is known of an experiment that was opened. */
    void opened() {
        askedFor = Optional.empty();
        notes.set("");
        brief.set("");
    }

    /** Finds it out, if that was not asked for before. */
    public void ask(Experiment experiment) {
        boolean compared = experiment.preset().shared().get(SharedSettings.MEASURES_EVERY) > 0
                && experiment.data().sampleShape().rank() > 1;
        if (!compared || askedFor.filter(asked -> asked == experiment).isPresent()) {
            return;
        }
        askedFor = Optional.of(experiment);
        notes.set("What pictures are compared by is looked up, or trained first.");
        background.run(
                experiment::comparisonNotes,
                found -> take(experiment, found),
                failure -> messages.report("What pictures are compared by could not be found out", failure));
    }

    private void take(Experiment experiment, List<String> found) {
        if (askedFor.filter(asked -> asked == experiment).isPresent()) {
            notes.set(String.join(" ", found));
            brief.set(experiment
                    .pictureMeasures()
                    .map(measures -> "By " + measures.features().brief() + ".")
                    .orElse(""));
        }
    }

    void close() {
        background.finish();
    }
}
