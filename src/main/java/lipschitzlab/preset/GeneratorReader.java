package lipschitzlab.preset;

import java.util.List;
import java.util.Optional;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.network.Architecture;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.YamlTree.Entry;

/** Reads {@code generator:}. */
final class GeneratorReader {
    static final String FROZEN = "frozen";

    static final NumberSetting NOISE = NumberSetting.positive(
            "noise",
            "Noise",
            "",
            1e6,
            1,
            false,
            "Standard deviation of the Gaussian noise that is added to real data in place of a generator.");

    static final NumberSetting OUTPUT_SCALE = NumberSetting.positive(
            "outputScale",
            "Output scale",
            "",
            1e3,
            1,
            false,
            "The last layer's initial weights are multiplied by this: below 1, samples start closer together, around the origin.");

    private static final ChoiceSetting<String> KIND = ChoiceSetting.ofTexts(
            "kind",
            "Kind",
            List.of(ArchitectureReader.MLP, ArchitectureReader.STANDARD_CNN, ArchitectureReader.RESNET, FROZEN),
            ArchitectureReader.MLP,
            false,
            "A network, or frozen: real data with Gaussian noise, so that only critics train.");

    private GeneratorReader() {}

    /** The parameters are those of {@link ArchitectureReader#read}. */
    static GeneratorSpec read(Entry generator, DatasetKind data, double defaultSlope) {
        Section section = Section.of(generator.key(), generator);
        if (section.find(KIND.key()).isPresent() && section.requireValue(KIND).equals(FROZEN)) {
            section.allow(List.of(KIND.key(), NOISE.key()), GeneratorReader::elsewhere);
            return new GeneratorSpec.Frozen(section.value(NOISE));
        }
        Architecture network = ArchitectureReader.read(generator, data, defaultSlope, List.of(OUTPUT_SCALE.key()));
        return new GeneratorSpec.Trained(network, section.value(OUTPUT_SCALE));
    }

    private static Optional<String> elsewhere(String key) {
        return ArchitectureReader.allKeys().contains(key) || key.equals(OUTPUT_SCALE.key())
                ? Optional.of(key + " belongs to a generator that is a network; this one is " + FROZEN + ".")
                : Optional.empty();
    }
}
