package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads {@code critic:}, and {@code generator:} where that is a network. */
final class ArchitectureReader {
    static final String MLP = "mlp";
    static final String STANDARD_CNN = "standard-cnn";
    static final String RESNET = "resnet";

    private static final String HIDDEN = NetworkSettings.LAYER_WIDTH.key();
    private static final List<String> MLP_KEYS = List.of("kind", HIDDEN, "slope");
    private static final List<String> CNN_KEYS = List.of("kind", "width");

    private static final ChoiceSetting<String> KIND = ChoiceSetting.ofTexts(
            "kind",
            "Kind",
            List.of(MLP, STANDARD_CNN, RESNET),
            MLP,
            false,
            "Dense layers, or one of the SNGAN paper's convolutional networks: the standard one of its table 3, or the residual one"
                    + " of its table 4.");

    private final Section section;
    private final DatasetKind data;
    private final double defaultSlope;
    private final List<String> more;

    private ArchitectureReader(Section section, DatasetKind data, double defaultSlope, List<String> more) {
        this.section = section;
        this.data = data;
        this.defaultSlope = defaultSlope;
        this.more = more;
    }

    static List<String> allKeys() {
        return List.of(KIND.key(), HIDDEN, "slope", "width");
    }

    /**
     * @param data the kind of data, since not every network fits every kind
     * @param defaultSlope of an MLP's leaky ReLU where the preset gives none
     * @param more keys that are allowed beside the architecture's, and read by the caller
     */
    static Architecture read(Entry network, DatasetKind data, double defaultSlope, List<String> more) {
        return new ArchitectureReader(Section.of(network.key(), network), data, defaultSlope, more).read();
    }

    private Architecture read() {
        if (section.find(KIND.key()).isEmpty()) {
            section.allow(with(allKeys()));
        }
        String kind = section.requireValue(KIND);
        boolean mlp = kind.equals(MLP);
        section.allow(with(mlp ? MLP_KEYS : CNN_KEYS), key -> elsewhere(key, kind));
        return mlp ? mlp() : convolutional(kind);
    }

    private List<String> with(List<String> keys) {
        return Stream.concat(keys.stream(), more.stream()).toList();
    }

    private static Optional<String> elsewhere(String key, String kind) {
        boolean mlp = kind.equals(MLP);
        if (!(mlp ? CNN_KEYS : MLP_KEYS).contains(key)) {
            return Optional.empty();
        }
        String owner = mlp ? "kinds " + STANDARD_CNN + " and " + RESNET : "kind " + MLP;
        return Optional.of(key + " belongs to the " + owner + "; this one is " + kind + ".");
    }

    private Architecture mlp() {
        NumberSetting slope = NumberSetting.between(
                "slope", "Slope", "", 0, 1, defaultSlope, false, "Of leaky ReLU for negative inputs; 0 is ReLU.");
        return new Mlp(hidden(section.require(HIDDEN)), section.value(slope));
    }

    private static List<Integer> hidden(Entry entry) {
        if (!(entry.value() instanceof Items list)
                || list.items().isEmpty()
                || list.items().size() > NetworkSettings.MAX_LAYERS) {
            throw new InputException(
                    entry.location().text(),
                    "a list of 1 to " + NetworkSettings.MAX_LAYERS + " layer widths for " + HIDDEN,
                    found(entry.value()),
                    "Write for example hidden: [128, 128, 128].");
        }
        List<Integer> widths = new ArrayList<>();
        for (YamlTree item : list.items()) {
            widths.add(width(item));
        }
        return widths;
    }

    private static String found(YamlTree value) {
        return value instanceof Items list ? "a list of " + list.items().size() : value.description();
    }

    private static int width(YamlTree item) {
        if (!(item instanceof Text text)) {
            throw new InputException(
                    item.location().text(),
                    NetworkSettings.LAYER_WIDTH.range() + " in " + HIDDEN,
                    item.description(),
                    "Write for example hidden: [128, 128, 128].");
        }
        return NetworkSettings.LAYER_WIDTH.parse(text.value(), text.location().text());
    }

    private Architecture convolutional(String kind) {
        if (!data.images()) {
            throw new InputException(
                    section.require(KIND.key()).location().text(),
                    MLP + " for data of points (" + data.id() + ")",
                    kind,
                    "Use " + MLP + ", or data that are pictures.");
        }
        double width = section.value(NetworkSettings.WIDTH);
        return kind.equals(RESNET) ? new ResNet(width) : new StandardCnn(width);
    }
}
