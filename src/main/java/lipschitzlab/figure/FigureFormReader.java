package lipschitzlab.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.figure.PaperFigure.FigureForm;
import lipschitzlab.figure.PaperFigure.Seconds;
import lipschitzlab.lesson.Argument;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.lesson.VariantsReader;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.Suggestion;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads {@code figure:} of a paper's figure: its kind and the few keys of that kind. */
final class FigureFormReader {
    private static final String SURFACES = "surfaces";
    private static final String GRADIENTS = "gradients";
    private static final String SPECTRA = "spectra";
    private static final String NORMS = "norms";
    private static final String TIMES = "times";
    private static final String WEIGHTS = "weights";
    private static final String LANE = "lane";
    private static final String BASELINE = "baseline";
    private static final String PUBLISHED = "published";
    private static final int MAX_HISTOGRAMS = 4;

    private static final ChoiceSetting<String> KIND = ChoiceSetting.ofTexts(
            "kind",
            "Kind",
            List.of(SURFACES, GRADIENTS, SPECTRA, NORMS, TIMES),
            SURFACES,
            false,
            "What the figure shows, and how it is laid out.");
    private static final CountSetting POINTS =
            new CountSetting("points", "Points", "", 1, 20_000, 500, false, "Real points on each surface.");
    private static final CountSetting CONTOURS =
            new CountSetting("contours", "Contours", "", 2, 50, 12, false, "Contour lines of each surface, about.");
    private static final CountSetting UPDATES = new CountSetting(
            "updates", "Updates", "", 1, 1_000_000, 100, false, "Generator updates that the time is told for.");
    private static final NumberSetting SECONDS =
            NumberSetting.positive(PUBLISHED, "Published", "", 1e6, 1, false, "Seconds in the paper.");

    private final Section section;
    private final List<Variant> variants;
    private final boolean alone;

    private FigureFormReader(Section section, List<Variant> variants, boolean alone) {
        this.section = section;
        this.variants = variants;
        this.alone = alone;
    }

    /**
     * @param variants the experiments that the figure shows
     * @param alone whether their lanes take turns
     */
    static FigureForm read(Entry figure, List<Variant> variants, boolean alone) {
        return new FigureFormReader(Section.of(figure.key(), figure), variants, alone).read();
    }

    private FigureForm read() {
        String kind = section.requireValue(KIND);
        return switch (kind) {
            case GRADIENTS -> gradients();
            case SPECTRA -> spectra();
            case NORMS -> norms();
            case TIMES -> times();
            default -> surfaces();
        };
    }

    private void allow(String... keys) {
        List<String> all = new ArrayList<>(List.of(KIND.key()));
        all.addAll(List.of(keys));
        section.allow(all);
    }

    private FigureForm surfaces() {
        allow(POINTS.key(), CONTOURS.key());
        List<String> rows = ids(variants.get(0));
        for (Variant variant : variants) {
            DatasetKind data = variant.preset().data().kind();
            if (!data.plane()) {
                throw refused("data of points of the plane for " + SURFACES, data.id(), "Choose other data.");
            }
            if (!ids(variant).equals(rows)) {
                throw refused(
                        "the same lanes in every variant, which are the rows (" + String.join(", ", rows) + ")",
                        String.join(", ", ids(variant)) + " in " + variant.name(),
                        "Name the same lanes in the same order.");
            }
        }
        return new FigureForm.Surfaces(section.value(POINTS), section.value(CONTOURS));
    }

    private static List<String> ids(Variant variant) {
        return variant.preset().lanes().stream().map(LaneSpec::id).toList();
    }

    private FigureForm gradients() {
        allow(WEIGHTS);
        Entry entry = section.require(WEIGHTS);
        List<String> lanes = VariantsReader.ids(entry);
        if (lanes.isEmpty() || lanes.size() > MAX_HISTOGRAMS) {
            throw new InputException(
                    entry.location().text(),
                    "1 to " + MAX_HISTOGRAMS + " lanes for " + WEIGHTS,
                    Integer.toString(lanes.size()),
                    "Name those whose weights are worth a histogram.");
        }
        lanes.forEach(lane -> requireLane(lane, entry.location()));
        return new FigureForm.Gradients(lanes);
    }

    private FigureForm spectra() {
        allow();
        return new FigureForm.Spectra();
    }

    private FigureForm norms() {
        allow(LANE, "layers");
        String lane = section.requireText(LANE);
        Variant owner = requireLane(lane, section.require(LANE).location());
        int most = Argument.layers(owner.preset().critic());
        return new FigureForm.Norms(
                lane,
                section.value(new CountSetting("layers", "Layers", "", 1, most, most, false, "From the input on.")));
    }

    private FigureForm times() {
        allow(UPDATES.key(), BASELINE, PUBLISHED);
        if (!alone) {
            throw refused(
                    "an experiment with alone: true for " + TIMES,
                    "lanes that train at the same time",
                    "Add alone: true below experiment, so that lanes take turns.");
        }
        String baseline = section.requireText(BASELINE);
        requireLane(baseline, section.require(BASELINE).location());
        return new FigureForm.Times(section.value(UPDATES), baseline, published(baseline));
    }

    private Map<String, Seconds> published(String baseline) {
        Map<String, Seconds> seconds = new LinkedHashMap<>();
        Optional<Entry> written = section.find(PUBLISHED);
        if (written.isEmpty()) {
            return seconds;
        }
        for (Entry entry : Section.of(PUBLISHED, written.get()).entries().entries()) {
            requireLane(entry.key(), entry.location());
            seconds.put(entry.key(), seconds(entry));
        }
        if (!seconds.containsKey(baseline)) {
            throw new InputException(
                    written.get().location().text(),
                    "the time of " + baseline + " among those " + PUBLISHED + ", since all are divided by it",
                    "none",
                    "Add it.");
        }
        return seconds;
    }

    private static Seconds seconds(Entry entry) {
        if (entry.value() instanceof Items range && range.items().size() == 2) {
            Seconds seconds = new Seconds(
                    number(range.items().get(0)), number(range.items().get(1)));
            if (seconds.least() <= seconds.most()) {
                return seconds;
            }
        } else if (entry.value() instanceof Text) {
            return new Seconds(number(entry.value()), number(entry.value()));
        }
        throw new InputException(
                entry.location().text(),
                "seconds, or the least and the most of them",
                entry.value().description(),
                "Write for example 40 or [28, 30].");
    }

    private static double number(YamlTree tree) {
        String text = tree instanceof Text written ? written.value() : tree.description();
        return SECONDS.parse(text, tree.location().text());
    }

    /** The variant that a lane belongs to. */
    private Variant requireLane(String reference, SourceLocation location) {
        List<String> known = new ArrayList<>();
        for (Variant variant : variants) {
            for (LaneSpec lane : variant.preset().lanes()) {
                if (variant.reference(lane).equals(reference)) {
                    return variant;
                }
                known.add(variant.reference(lane));
            }
        }
        throw new InputException(
                location.text(), "a lane of the figure", Quoted.of(reference), Suggestion.among(reference, known));
    }

    private InputException refused(String expected, String found, String remedy) {
        return new InputException(section.require(KIND.key()).location().text(), expected, found, remedy);
    }
}
