package lipschitzlab.desktop.model;

import java.nio.file.Path;
import java.util.List;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;

/**
 * A run that was opened from its folder and is on show as it was left there.
 *
 * @param trainable whether any of its lanes can train on
 * @param notes a sentence for each thing that could not be read
 */
public record RunOnShow(Path folder, boolean trainable, List<String> notes) {
    /** Why a record cannot be trained on, and what can be done. */
    static final String WITHOUT_CHECKPOINTS =
            "saved without checkpoints: it can be looked at, not trained on; Reset trains it again from the start";

    /** The folder's name. */
    public String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** What it is and what can be done with it, as sentences. */
    public String inWords(Experiment experiment) {
        int step = experiment.lanes().stream().mapToInt(Lane::step).max().orElse(0);
        String record = "Record of the run " + name() + ", at step " + Texts.count(step) + ". ";
        if (!trainable) {
            return record + "It was " + WITHOUT_CHECKPOINTS + ".";
        }
        return record + (experiment.finished() ? Horizon.reached(experiment) : "Nothing is trained until you say so.");
    }

    /** Where the run lies, in full. */
    public String place() {
        return folder.toAbsolutePath().normalize().toString();
    }
}
