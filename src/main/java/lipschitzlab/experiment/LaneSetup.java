package lipschitzlab.experiment;

import java.util.function.Supplier;
import lipschitzlab.compute.Engine;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.SettingSource;
import lipschitzlab.training.LaneTraining;

/**
 * What all lanes of one experiment are made from.
 *
 * @param preset what was opened; of its lanes nothing is used
 * @param data what they learn
 * @param engines a new engine for each
 * @param recording who is told what they train with
 * @param checkpoints when they are taken, and where they go
 * @param comparison what their pictures are compared with
 */
record LaneSetup(
        Preset preset,
        Dataset data,
        Supplier<Engine> engines,
        Recording recording,
        Checkpoints checkpoints,
        PictureComparison comparison) {
    /** Generator steps to the first horizon. */
    int steps() {
        return preset.shared().get(SharedSettings.STEPS);
    }

    /** Generator steps from one diagnosis to the next. */
    int diagnosticsEvery() {
        return preset.shared().get(SharedSettings.DIAGNOSTICS_EVERY);
    }

    /** Networks on an engine of their own, whose memory is given back if they do not fit into it. */
    LaneTraining training(LaneSpec spec, SettingSource values) {
        Engine engine = engines.get();
        try {
            LaneTraining training = new LaneTraining(preset, spec, values, data, engine);
            recording.recorder(spec).ifPresent(training::recordTo);
            return training;
        } catch (RuntimeException | Error unfit) {
            engine.close();
            throw unfit;
        }
    }
}
