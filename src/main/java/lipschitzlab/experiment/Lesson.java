package lipschitzlab.experiment;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A claim that a person can watch and a command can check.
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
 * @param measures in an order in which later ones may use earlier ones
 * @param rule when the claim is true of one seed
 * @param figure what the lesson's figure shows
 * @param tuningSeeds those that its author looked at while the lesson was written
 * @param seeds those of the table of findings, in the order in which they are taken; none of them is a tuning seed
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
        List<Measure> measures,
        Rule rule,
        FigurePlan figure,
        List<Integer> tuningSeeds,
        List<Integer> seeds) {
    /** Copies the lists. */
    public Lesson {
        steps = List.copyOf(steps);
        variants = List.copyOf(variants);
        measures = List.copyOf(measures);
        tuningSeeds = List.copyOf(tuningSeeds);
        seeds = List.copyOf(seeds);
    }

    /**
     * One of a lesson's experiments.
     *
     * @param name empty where the lesson has only one
     */
    public record Variant(String name, Preset preset) {
        /** The name that an expression gives one of its lanes: {@code lane}, or {@code variant/lane}. */
        public String reference(LanePlan lane) {
            return name.isEmpty() ? lane.id() : name + "/" + lane.id();
        }

        /** The name that a chart gives one of its lanes. */
        public String title(LanePlan lane) {
            return name.isEmpty() ? lane.title() : name + " · " + lane.title();
        }
    }

    /**
     * A number of each seed.
     *
     * @param name an identifier
     * @param what it is, in words
     */
    public record Measure(String name, String what, Formula formula) {}

    /**
     * When the claim is true of one seed.
     *
     * @param formula true or false, of measures and thresholds
     * @param thresholds by name
     * @param because why these thresholds
     */
    public record Rule(Formula formula, Map<String, Double> thresholds, String because) {
        /** Copies the map, its order kept. */
        public Rule {
            thresholds = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
        }
    }

    /** What a lesson's figure shows of the first seed. */
    public sealed interface FigurePlan {
        /** A metric over time. */
        record Curves(Metric metric) implements FigurePlan {}

        /** The singular values of a layer at the end; layers count from 1, −1 is the last. */
        record Spectra(int layer) implements FigurePlan {}

        /** One number of each layer at the end. */
        record Layers(LayerNumber number) implements FigurePlan {}
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

    /** Whether the rule is true of these measures; nothing where one that it needs is missing. */
    Optional<Boolean> answer(Map<String, Double> values) {
        Map<String, Double> all = new LinkedHashMap<>(values);
        all.putAll(rule.thresholds());
        return rule.formula().truth(Map.of(), all);
    }

    /** What must be measured beside the runs' records. */
    Set<LaneInspection.Part> parts() {
        Set<LaneInspection.Part> parts = EnumSet.noneOf(LaneInspection.Part.class);
        measures.forEach(measure -> parts.addAll(measure.formula().parts()));
        if (figure instanceof FigurePlan.Layers layers) {
            parts.add(layers.number().part());
        }
        return parts;
    }
}
