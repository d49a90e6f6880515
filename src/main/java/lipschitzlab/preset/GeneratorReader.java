package lipschitzlab.preset;

import java.util.List;
import java.util.Optional;
import lipschitzlab.dataset.DatasetKind;
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

    private static final ChoiceSetting<String> KIND = ChoiceSetting.ofTexts(
            "kind",
            "Kind",
            List.of(ArchitectureReader.MLP, ArchitectureReader.STANDARD_CNN, FROZEN),
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
        return new GeneratorSpec.Trained(ArchitectureReader.read(generator, data, defaultSlope));
    }

    private static Optional<String> elsewhere(String key) {
        return ArchitectureReader.allKeys().contains(key)
                ? Optional.of(key + " belongs to a generator that is a network; this one is " + FROZEN + ".")
                : Optional.empty();
    }
}
