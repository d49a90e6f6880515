package lipschitzlab.training;

import java.util.Optional;
import lipschitzlab.compute.Engine;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.preset.GeneratorSpec;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.SettingSource;

/** Makes the generator that a preset asks for. */
final class Generators {
    private Generators() {}

    static Generator of(Preset preset, LaneSpec spec, SettingSource values, ClassDraws classes, Engine engine) {
        if (preset.generator() instanceof GeneratorSpec.Frozen frozen) {
            return new FrozenGenerator(engine, classes.data(), frozen.noise());
        }
        GeneratorSpec.Trained trained = (GeneratorSpec.Trained) preset.generator();
        Network network = network(preset, trained, classes, engine);
        double decay = preset.shared().get(SharedSettings.GENERATOR_AVERAGE);
        return new TrainedGenerator(
                engine,
                network,
                preset.shared().get(SharedSettings.LATENT),
                preset.shared().get(SharedSettings.BATCH),
                spec.optimizer().create(network, values),
                decay > 0
                        ? Optional.of(new AveragedNetwork(network(preset, trained, classes, engine), decay))
                        : Optional.empty());
    }

    private static Network network(Preset preset, GeneratorSpec.Trained trained, ClassDraws classes, Engine engine) {
        return Networks.generator(
                engine,
                trained.architecture(),
                classes.conditioning(),
                preset.shared().get(SharedSettings.LATENT),
                classes.data().sampleShape(),
                preset.shared().get(SharedSettings.SEED),
                trained.outputScale());
    }
}
