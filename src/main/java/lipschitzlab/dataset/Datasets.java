package lipschitzlab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/** Makes datasets from what a preset or the window states. */
public final class Datasets {
    /** The distance of {@link DisjointSegments}. */
    public static final NumberSetting DISTANCE = NumberSetting.between(
            "distance",
            "Distance",
            "d",
            0.1,
            10,
            1,
            false,
            "Twice as far as the real segment lies from the origin, around which generators start. At the start the Wasserstein"
                    + " distance is about half of this number; where no sample reaches the segment, the Jensen–Shannon divergence"
                    + " is the same at any distance.");

    /** How many centres {@link LineMixture} has. */
    public static final CountSetting CENTRES = new CountSetting(
            "centres", "Centres", "", 1, 12, 3, false, "How many Gaussians there are on the line, all equally likely.");

    /** The distance between the modes of {@link LineMixture}. */
    public static final NumberSetting SPACING = NumberSetting.between(
            "spacing",
            "Spacing",
            "",
            0.1,
            10,
            2,
            false,
            "From one Gaussian's centre to the next; the centres lie around the origin.");

    /** The spread of the modes of {@link LineMixture}. */
    public static final NumberSetting SIGMA = NumberSetting.between(
            "sigma",
            "Standard deviation",
            "σ",
            0.05,
            5,
            0.25,
            false,
            "Of each Gaussian around its centre. Where it comes near the spacing, modes run into one another.");

    /** The height and width of {@link DrawnShapes}, in pixels. */
    public static final ChoiceSetting<Integer> SIDE = ChoiceSetting.ofNumbers(
            "side", "Side", List.of(28, 32), 28, false, "Pixels from edge to edge: 28 as in MNIST, 32 as in CIFAR-10.");

    /** The channels of {@link DrawnShapes}. */
    public static final ChoiceSetting<Integer> CHANNELS = ChoiceSetting.ofNumbers(
            "channels",
            "Channels",
            List.of(1, 3),
            1,
            false,
            "1 for white shapes on black, 3 for shapes of a random colour on black.");

    private Datasets() {}

    /** All kinds, in the order in which a list shows them. */
    public static List<DatasetKind> kinds() {
        return List.of(DatasetKind.values());
    }

    /**
     * The kind of this id.
     *
     * @param where the file and line, or the option, that names it
     * @throws InputException if there is none
     */
    public static DatasetKind kind(String id, String where) {
        for (DatasetKind kind : kinds()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        String ids = kinds().stream().map(DatasetKind::id).collect(Collectors.joining(", "));
        throw new InputException(where, "one of " + ids, "'" + id + "'", "Correct the name of the dataset.");
    }

    /**
     * A dataset, its file read.
     *
     * @param values values of (at least) the kind's settings
     * @param file where the data lie; not looked at by a kind that needs none
     * @throws InputException if a file is needed and missing, unreadable or unfit; the message says which and why
     */
    public static Dataset create(DatasetKind kind, Values values, Optional<Path> file) {
        return switch (kind) {
            case EIGHT_GAUSSIANS -> GaussianMixture.eightGaussians();
            case TWENTY_FIVE_GAUSSIANS -> GaussianMixture.twentyFiveGaussians();
            case SWISS_ROLL -> new SwissRoll();
            case DISJOINT -> new DisjointSegments(values.get(DISTANCE));
            case LINE -> new LineMixture(values.get(CENTRES), values.get(SPACING), values.get(SIGMA));
            case CSV -> PointFile.read(required(kind, file), values);
            case IDX -> PictureSet.readIdx(required(kind, file), values);
            case PICTURES -> PictureSet.read(required(kind, file), values);
            case SHAPES -> new DrawnShapes(values.get(SIDE), values.get(CHANNELS));
        };
    }

    private static Path required(DatasetKind kind, Optional<Path> file) {
        return file.orElseThrow(() -> new InputException(
                "dataset " + kind.id(), "a file (" + kind.help() + ")", "none", "Name the file to read."));
    }
}
