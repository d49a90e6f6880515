package lipschitzlab.lesson;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.LaneInspection;

/**
 * A claim that a person can watch and, where the lesson says how, a command can check.
 *
 * @param name the bundled name or the file's, without its ending
 * @param title one line
 * @param claim one sentence
 * @param source the paper with its figure or section
 * @param steps what a person does, one after the other
 * @param lookFor what to look for
 * @param where in the window that is to be seen
 * @param answer what comes out, and why
 * @param variants the experiments, at least one
 * @param alone whether lanes take turns and nothing else trains beside them, since times are measured
 * @param controls the keys of the settings that the window's panel offers; may be empty
 * @param view what the window shows when the lesson opens
 * @param check how the claim is decided; empty if the lesson is only for showing
 */
public record Lesson(
        String name,
        String title,
        String claim,
        String source,
        List<String> steps,
        String lookFor,
        String where,
        String answer,
        List<Variant> variants,
        boolean alone,
        List<String> controls,
        View view,
        Optional<Check> check) {
    /** The keys of a file that say how its claim is decided: all of them, or none. */
    static final List<String> CHECK_KEYS = List.of("measures", "verdict", "figure", "seeds");

    /** Copies the lists. */
    public Lesson {
        steps = List.copyOf(steps);
        variants = List.copyOf(variants);
        controls = List.copyOf(controls);
    }

    /**
     * How the claim is decided.
     *
     * @throws InputException if the lesson is only for showing
     */
    public Check requireCheck() {
        return check.orElseThrow(() -> new InputException(
                "lesson " + name,
                "the keys " + String.join(", ", CHECK_KEYS),
                "none of them",
                "There is nothing to measure: this lesson is only for showing. Open it in the window, or add these keys"
                        + " to its file."));
    }

    /**
     * What the window shows when the lesson opens.
     *
     * @param card on every card's chart
     * @param surfaceQuantity below the samples, where these are points of the plane
     * @param curve of all lanes over time
     * @param layer that the cards show, from 1; empty for whichever the window takes
     */
    public record View(CardView card, SurfaceQuantity surfaceQuantity, Metric curve, OptionalInt layer) {}

    /**
     * One of a lesson's experiments.
     *
     * @param name empty where the lesson has only one
     */
    public record Variant(String name, Preset preset) {
        /** Of the critics of these variants, how many layers the shallowest has. */
        static int minLayers(List<Variant> variants) {
            return variants.stream()
                    .mapToInt(variant -> Argument.layers(variant.preset().critic()))
                    .min()
                    .orElseThrow();
        }

        /** The name that an expression gives one of its lanes: {@code lane}, or {@code variant/lane}. */
        public String reference(LaneSpec lane) {
            return name.isEmpty() ? lane.id() : name + "/" + lane.id();
        }

        /** The name that a chart gives one of its lanes. */
        public String title(LaneSpec lane) {
            String title = LaneTitles.of(lane, preset.lanes());
            return name.isEmpty() ? title : name + " · " + title;
        }
    }

    /**
     * How the claim is decided.
     *
     * @param measures in an order in which later ones may use earlier ones
     * @param decision by what the claim is decided
     * @param figure what the lesson's figure shows
     * @param tuningSeeds those that its author looked at while the lesson was written
     * @param seeds those of the table of findings, in the order in which they are taken; none of them is a tuning seed
     */
    public record Check(
            List<Measure> measures,
            Decision decision,
            FigureSpec figure,
            List<Integer> tuningSeeds,
            List<Integer> seeds) {
        /** Copies the lists. */
        public Check {
            measures = List.copyOf(measures);
            tuningSeeds = List.copyOf(tuningSeeds);
            seeds = List.copyOf(seeds);
        }

        /** The measures that the effect names. */
        public List<Measure> decisive() {
            return measures.stream()
                    .filter(measure -> decision.effect().names().contains(measure.name()))
                    .toList();
        }

        /** The measures of one seed; one that was not measured is missing. */
        Map<String, Double> measure(Map<String, LaneRecord> lanes) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Measure measure : measures) {
                OptionalDouble number = measure.formula().number(lanes, values);
                number.ifPresent(value -> values.put(measure.name(), value));
            }
            return values;
        }

        /** A seed with these measures. */
        public Finding.OfSeed ofSeed(int seed, Map<String, Double> values) {
            return new Finding.OfSeed(seed, Map.copyOf(values), decision.effect(values));
        }

        /** Whether a measure asks what a distance comes to for real samples. */
        boolean asksForFloors() {
            return measures.stream()
                    .anyMatch(measure -> !measure.formula().floors().isEmpty());
        }

        /** What must be measured beside the runs' records. */
        Set<LaneInspection.Part> parts() {
            Set<LaneInspection.Part> parts = EnumSet.noneOf(LaneInspection.Part.class);
            measures.forEach(measure -> parts.addAll(measure.formula().parts()));
            if (figure instanceof FigureSpec.Layers layers) {
                parts.add(layers.number().part());
            }
            return parts;
        }
    }

    /**
     * A number of each seed.
     *
     * @param name an identifier
     * @param what it is, in words
     */
    public record Measure(String name, String what, Formula formula) {}

    /** What a lesson's figure shows: of the first seed, but for measures. */
    public sealed interface FigureSpec {
        /** A metric over time. */
        record Curves(Metric metric) implements FigureSpec {}

        /** The singular values of a layer at the end; layers count from 1, −1 is the last. */
        record Spectra(int layer) implements FigureSpec {}

        /** Some of the lesson's measures, each of every seed. */
        record Measures(List<Measure> shown) implements FigureSpec {
            /** Copies the list. */
            public Measures {
                shown = List.copyOf(shown);
            }
        }

        /** One number of each layer at the end. */
        record Layers(LayerMetric number) implements FigureSpec {}
    }
}
