package lipschitzlab.desktop.model;

import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;

/**
 * An experiment that is to be opened.
 *
 * @param preset what it is of; empty where it is yet to be read
 * @param source reads what is to be opened, in the background
 * @param chosen whether a person chose it; otherwise it is the one on show with changed values
 * @param thenPlay whether it trains as soon as its first frame is shown
 */
record OpenRequest(Optional<Preset> preset, Source source, boolean chosen, boolean thenPlay) {
    /** Where an experiment comes from. */
    @FunctionalInterface
    interface Source {
        /**
         * Opens the experiment at rest.
         *
         * @throws Exception if it cannot be read
         */
        Experiment open(Backend backend) throws Exception;
    }

    private static Source start(Preset preset) {
        return backend -> Experiment.open(preset, backend);
    }

    /** A preset that a person chose, at rest. */
    static OpenRequest of(Preset preset) {
        return new OpenRequest(Optional.of(preset), start(preset), true, false);
    }

    /** A preset that a person chose, which trains as soon as it is shown. */
    static OpenRequest playing(Preset preset) {
        return new OpenRequest(Optional.of(preset), start(preset), true, true);
    }

    /** A preset that a person chose by its name or path, at rest. */
    static OpenRequest named(String nameOrPath) {
        return from(backend -> Experiment.open(PresetReader.of(nameOrPath, Map.of()), backend));
    }

    /** What a person chose and is yet to be read, at rest. */
    static OpenRequest from(Source source) {
        return new OpenRequest(Optional.empty(), source, true, false);
    }

    /** The experiment on show, with changed values. */
    static OpenRequest changed(Preset preset, boolean thenPlay) {
        return new OpenRequest(Optional.of(preset), start(preset), false, thenPlay);
    }
}
