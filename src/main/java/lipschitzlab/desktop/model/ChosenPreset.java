package lipschitzlab.desktop.model;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;

/**
 * Of each experiment the preset as a person chose it: what was changed in the window since is marked against it, also after the
 * experiment started again with other values.
 */
final class ChosenPreset {
    private final Map<Experiment, Preset> chosen = new WeakHashMap<>();
    private Optional<Preset> wanted = Optional.empty();

    /** Another is being opened; nothing if it is yet to be read. */
    void want(Optional<Preset> another) {
        wanted = another;
    }

    /** An experiment is on show: what was wanted, what was on show with other values, or one that was on show before. */
    void shown(Experiment experiment) {
        wanted = Optional.of(chosen.computeIfAbsent(experiment, opened -> wanted.orElseGet(opened::preset)));
    }

    /** What was wanted could not be opened. */
    void refused(Optional<Experiment> shown) {
        wanted = of(shown);
    }

    /** That of an experiment which is, or was, on show. */
    Optional<Preset> of(Optional<Experiment> experiment) {
        return experiment.map(chosen::get);
    }
}
