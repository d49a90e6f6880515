package lipschitzlab.lesson;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lipschitzlab.lesson.Term.Given;
import lipschitzlab.lesson.Term.Numeric;
import lipschitzlab.lesson.Term.Truth;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Quoted;
import lipschitzlab.training.LaneInspection;
import lipschitzlab.yaml.SourceLocation;

/**
 * An expression of a lesson: numbers, the names of other numbers, + − * / % ^, comparisons, {@code &&}, {@code ||}, {@code !},
 * a few functions, and every {@link Quantity} of a lane. It was checked against what the lanes have, so that only what a run
 * did not measure can still be missing. Its numbers are doubles, and its length and depth are bounded: to compute one takes no
 * time that anybody notices.
 */
public final class Formula {
    private final String text;
    private final SourceLocation location;
    private final Term term;
    private final List<Asked> asked;
    private final Set<String> names;

    /** A quantity and what it was given. */
    record Asked(Quantity quantity, Quantity.Arguments given) {
        /** The distance that it asks for, if it is one. */
        Optional<Metric> distance() {
            boolean ofMetric =
                    quantity.arguments().stream().anyMatch(Set.of(Argument.METRIC, Argument.DISTANCE)::contains);
            return ofMetric ? Optional.of(given.metric()).filter(Metric::hasFloor) : Optional.empty();
        }
    }

    private Formula(String text, SourceLocation location, Term term, List<Asked> asked, Set<String> names) {
        this.text = text;
        this.location = location;
        this.term = term;
        this.asked = asked;
        this.names = names;
    }

    /**
     * Reads an expression.
     *
     * @param lanes the preset of each lane, by the name that an expression gives it
     * @param known the names that it may use
     * @throws InputException if it is none, or asks for something that its lanes have not
     */
    static Formula parse(String text, SourceLocation location, Map<String, Preset> lanes, Collection<String> known) {
        FormulaReader reader = new FormulaReader(location, lanes, known);
        Term term = reader.read(FormulaSyntax.read(text, location));
        return new Formula(text, location, term, reader.asked(), reader.names());
    }

    /** The expression as it was written. */
    public String text() {
        return text;
    }

    /** The expression with its signs as a person writes them: {@code min(5 − |slope|, 2 × gap)}. */
    String inWords() {
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\babs\\(([^()]*)\\)", "|$1|")
                .replace("&&", "and")
                .replace("||", "or")
                .replace(">=", "≥")
                .replace("<=", "≤")
                .replace(" * ", " × ")
                .replace(" - ", " − ");
    }

    /**
     * The number that is 1 where this is true and 0 where it is false.
     *
     * @param constants the values of some of the names, which stand in the text from then on
     */
    Formula oneWhereTrue(Map<String, Double> constants) {
        Truth truth = (Truth) requireTruth().term;
        Numeric number = given -> {
            Map<String, Double> values = new HashMap<>(given.values());
            values.putAll(constants);
            return truth.of(new Given(given.lanes(), values))
                    .map(yes -> yes ? 1.0 : 0.0)
                    .orElse(Double.NaN);
        };
        String words = text;
        for (Map.Entry<String, Double> constant : constants.entrySet()) {
            words = words.replaceAll("\\b" + constant.getKey() + "\\b", NumberSetting.format(constant.getValue()));
        }
        Set<String> open = new LinkedHashSet<>(names);
        open.removeAll(constants.keySet());
        return new Formula("if(" + words + ", 1, 0)", location, number, asked, open);
    }

    /** The names that it uses. */
    Set<String> names() {
        return names;
    }

    /** What must be measured for it beside a run's record. */
    Set<LaneInspection.Part> parts() {
        return asked.stream().flatMap(one -> one.quantity().part().stream()).collect(Collectors.toSet());
    }

    /** The distances to held-out data that it asks for. */
    Set<Metric> distances() {
        return distances(one -> one.quantity() != Quantity.FLOOR);
    }

    /** The distances of which it asks what real samples come to. */
    Set<Metric> floors() {
        return distances(one -> one.quantity() == Quantity.FLOOR);
    }

    private Set<Metric> distances(Predicate<Asked> which) {
        return asked.stream()
                .filter(which)
                .flatMap(one -> one.distance().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The same, which must be a number.
     *
     * @throws InputException if it is true or false
     */
    Formula requireNumber() {
        if (term instanceof Numeric) {
            return this;
        }
        throw new InputException(
                location.text(),
                "a number",
                Quoted.of(text) + ", which is true or false",
                "Write if(…, 1, 0) to make a number of it.");
    }

    /**
     * The same, which must be true or false.
     *
     * @throws InputException if it is a number
     */
    Formula requireTruth() {
        if (term instanceof Truth) {
            return this;
        }
        throw new InputException(
                location.text(),
                "a rule that is true or false",
                Quoted.of(text) + ", which is a number",
                "Compare it with a threshold.");
    }

    /**
     * The number that it is; none where something in it was not measured, divides by 0, has no logarithm or root, or is larger
     * than any double.
     *
     * @param lanes the records, by the name that an expression gives a lane
     * @param values of the names that it uses; one that is missing leaves no number
     */
    OptionalDouble number(Map<String, LaneRecord> lanes, Map<String, Double> values) {
        if (!(term instanceof Numeric number) || !values.keySet().containsAll(names)) {
            return OptionalDouble.empty();
        }
        double value = number.of(new Given(lanes, values));
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Whether it is true; nothing where that cannot be told. The parameters are those of {@link #number}. */
    Optional<Boolean> truth(Map<String, LaneRecord> lanes, Map<String, Double> values) {
        return term instanceof Truth truth && values.keySet().containsAll(names)
                ? truth.of(new Given(lanes, values))
                : Optional.empty();
    }
}
