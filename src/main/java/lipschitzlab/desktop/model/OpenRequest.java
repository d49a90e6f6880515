package lipschitzlab.desktop.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;

/**
 * An experiment that is to be opened.
 *
 * @param preset what it is of; empty where it is yet to be read
 * @param source reads the preset, in the background
 * @param chosen whether a person chose it; otherwise it is the one on show with changed values
 * @param thenPlay whether it trains as soon as its first frame is shown
 */
record OpenRequest(Optional<Preset> preset, Callable<Preset> source, boolean chosen, boolean thenPlay) {
    /** A preset that a person chose, at rest. */
    static OpenRequest of(Preset preset) {
        return new OpenRequest(Optional.of(preset), () -> preset, true, false);
    }

    /** A preset that a person chose by its name or path, at rest. */
    static OpenRequest named(String nameOrPath) {
        return new OpenRequest(Optional.empty(), () -> PresetReader.of(nameOrPath, Map.of()), true, false);
    }

    /** The experiment on show, with changed values. */
    static OpenRequest changed(Preset preset, boolean thenPlay) {
        return new OpenRequest(Optional.of(preset), () -> preset, false, thenPlay);
    }
}
