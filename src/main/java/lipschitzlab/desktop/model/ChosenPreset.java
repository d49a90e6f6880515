package lipschitzlab.desktop.model;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;

/**
 * For each experiment, the preset as a person chose it. Values that were changed in the window since are marked as different
 * from it, also after the experiment started again with them.
 */
final class ChosenPreset {
    private final Map<Experiment, Preset> chosen = new WeakHashMap<>();
    private Optional<Preset> wanted = Optional.empty();

    /** Another preset is being opened; empty if it is not read yet. */
    void want(Optional<Preset> another) {
        wanted = another;
    }

    /**
     * An experiment is on show: the one that was asked for, the last one with other values, or an earlier one that was
     * brought back.
     */
    void shown(Experiment experiment) {
        wanted = Optional.of(chosen.computeIfAbsent(experiment, opened -> wanted.orElseGet(opened::preset)));
    }

    /** The preset that was asked for could not be opened. */
    void refused(Optional<Experiment> shown) {
        wanted = of(shown);
    }

    /** The chosen preset of an experiment that is, or was, on show. */
    Optional<Preset> of(Optional<Experiment> experiment) {
        return experiment.map(chosen::get);
    }
}
