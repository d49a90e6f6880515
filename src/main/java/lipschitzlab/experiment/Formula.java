package lipschitzlab.experiment;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.Log10Function;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import lipschitzlab.setting.InputException;

/**
 * An expression of a lesson: numbers, the names of other numbers, + − * / ^, comparisons, {@code &&}, {@code ||}, {@code !},
 * a few functions, and every {@link Quantity} of a lane. It was checked against what the lanes have, so that only what a run
 * did not measure can still be missing.
 */
public final class Formula {
    private static final Map<String, FunctionIfc> PLAIN = Map.of(
            "ABS", new AbsFunction(),
            "IF", new IfFunction(),
            "LOG10", new Log10Function(),
            "MAX", new MaxFunction(),
            "MIN", new MinFunction(),
            "SQRT", new SqrtFunction());
    private static final Set<TokenType> LITERALS =
            Set.of(TokenType.STRING_LITERAL, TokenType.NUMBER_LITERAL, TokenType.PREFIX_OPERATOR);

    private final String text;
    private final Place place;
    private final List<Use> uses;
    private final Set<String> names;

    /** A quantity of one lane that is asked for. */
    private record Use(Quantity quantity, String lane) {}

    private Formula(String text, Place place, List<Use> uses, Set<String> names) {
        this.text = text;
        this.place = place;
        this.uses = uses;
        this.names = names;
    }

    /**
     * Reads an expression.
     *
     * @param lanes the preset of each lane, by the name that an expression gives it
     * @param known the names that it may use
     * @throws InputException if it is none, or asks for something that its lanes have not
     */
    static Formula parse(String text, Place place, Map<String, Preset> lanes, Collection<String> known) {
        Expression expression = new Expression(text, configuration(Map.of()));
        try {
            expression.validate();
            return new Checker(expression, place, lanes, known).check(text);
        } catch (ParseException | EvaluationException failure) {
            throw new InputException(
                    place.text(),
                    "an expression",
                    "'" + text + "', in which at character " + failure.getStartPosition() + ": " + failure.getMessage(),
                    "Functions are " + functions() + ".",
                    failure);
        }
    }

    private static String functions() {
        List<String> all = new ArrayList<>(Quantity.ids());
        PLAIN.keySet().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .sorted()
                .forEach(all::add);
        return String.join(", ", all);
    }

    /** Walks through an expression once. */
    private record Checker(Expression expression, Place place, Map<String, Preset> lanes, Collection<String> known) {
        Formula check(String text) throws ParseException, EvaluationException {
            List<Use> uses = new ArrayList<>();
            Set<String> names = new java.util.LinkedHashSet<>();
            for (ASTNode node : expression.getAllASTNodes()) {
                Token token = node.getToken();
                if (token.getType() == TokenType.FUNCTION && token.getFunctionDefinition() instanceof Asked asked) {
                    uses.add(use(asked.quantity(), node));
                }
                if (token.getType() == TokenType.VARIABLE_OR_CONSTANT) {
                    names.add(name(token.getValue()));
                }
            }
            return new Formula(text, place, uses, names);
        }

        private String name(String used) {
            if (!known.contains(used)) {
                throw new InputException(
                        place.text(),
                        "the name of a number that is known here",
                        "'" + used + "'",
                        known.isEmpty()
                                ? "Nothing is named here; a lane's name stands in quotes."
                                : Suggestion.among(used, known));
            }
            return used;
        }

        private Use use(Quantity quantity, ASTNode call) throws EvaluationException {
            List<Object> given = new ArrayList<>();
            for (ASTNode argument : call.getParameters()) {
                given.add(literal(argument, quantity));
            }
            Preset preset = lanes.get(given.get(0));
            if (preset == null) {
                throw new InputException(
                        place.text(),
                        "a lane of the lesson in " + quantity.signature(),
                        "'" + given.get(0) + "'",
                        Suggestion.among(given.get(0).toString(), lanes.keySet()));
            }
            for (int i = 0; i < quantity.arguments().size(); i++) {
                quantity.arguments().get(i).require(given.get(i + 1), preset, quantity.signature(), place);
            }
            return new Use(quantity, (String) given.get(0));
        }

        private Object literal(ASTNode argument, Quantity quantity) throws EvaluationException {
            if (!isLiteral(argument)) {
                throw new InputException(
                        place.text(),
                        "texts in quotes and numbers in " + quantity.signature(),
                        "'" + argument.getToken().getValue() + "'",
                        "Write the lane as \"spectral-norm\".");
            }
            EvaluationValue value = expression.evaluateSubtree(argument);
            return value.isNumberValue() ? (Object) value.getNumberValue().doubleValue() : value.getStringValue();
        }

        private static boolean isLiteral(ASTNode node) {
            return LITERALS.contains(node.getToken().getType())
                    && node.getParameters().stream().allMatch(Checker::isLiteral);
        }
    }

    /** A quantity as the library calls it. */
    private record Asked(Quantity quantity, Map<String, LaneRecord> lanes) implements FunctionIfc {
        @Override
        public List<com.ezylang.evalex.functions.FunctionParameterDefinition> getFunctionParameterDefinitions() {
            List<com.ezylang.evalex.functions.FunctionParameterDefinition> definitions = new ArrayList<>();
            definitions.add(definition("lane"));
            quantity.arguments().forEach(argument -> definitions.add(definition(argument.title())));
            return definitions;
        }

        private static com.ezylang.evalex.functions.FunctionParameterDefinition definition(String name) {
            return com.ezylang.evalex.functions.FunctionParameterDefinition.builder()
                    .name(name)
                    .build();
        }

        @Override
        public boolean hasVarArgs() {
            return false;
        }

        @Override
        public void validatePreEvaluation(Token token, EvaluationValue... values) {
            // The arguments were checked when the lesson was read.
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token call, EvaluationValue... values)
                throws EvaluationException {
            List<Object> given = new ArrayList<>();
            for (int i = 1; i < values.length; i++) {
                given.add(
                        values[i].isNumberValue()
                                ? (Object) values[i].getNumberValue().doubleValue()
                                : values[i].getStringValue());
            }
            LaneRecord lane = lanes.get(values[0].getStringValue());
            double number = quantity.of(lane, new Quantity.Arguments(given));
            if (!Double.isFinite(number)) {
                throw new EvaluationException(call, "was not measured, or is not a finite number");
            }
            return expression.convertDoubleValue(number);
        }
    }

    private static ExpressionConfiguration configuration(Map<String, LaneRecord> lanes) {
        Map<String, FunctionIfc> functions = new LinkedHashMap<>(PLAIN);
        for (Quantity quantity : Quantity.values()) {
            functions.put(quantity.id(), new Asked(quantity, lanes));
        }
        MapBasedFunctionDictionary dictionary = new MapBasedFunctionDictionary();
        functions.forEach(dictionary::addFunction);
        return ExpressionConfiguration.builder()
                .functionDictionary(dictionary)
                .arraysAllowed(false)
                .structuresAllowed(false)
                .binaryAllowed(false)
                .implicitMultiplicationAllowed(false)
                .defaultConstants(Map.of())
                .build();
    }

    /** The expression as it was written. */
    public String text() {
        return text;
    }

    Place place() {
        return place;
    }

    /** The names that it uses. */
    Set<String> names() {
        return names;
    }

    /** What must be measured for it beside a run's record. */
    Set<LaneInspection.Part> parts() {
        return uses.stream().flatMap(use -> use.quantity().part().stream()).collect(Collectors.toSet());
    }

    /**
     * The number that it is; none where something in it was not measured, divides by 0 or has no logarithm or root.
     *
     * @param lanes the records, by the name that an expression gives a lane
     * @param values of the names that it uses; one that is missing leaves no number
     */
    OptionalDouble number(Map<String, LaneRecord> lanes, Map<String, Double> values) {
        return evaluate(lanes, values)
                .filter(EvaluationValue::isNumberValue)
                .map(value -> OptionalDouble.of(value.getNumberValue().doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    /** Whether it is true; nothing where that cannot be told. The parameters are those of {@link #number}. */
    Optional<Boolean> truth(Map<String, LaneRecord> lanes, Map<String, Double> values) {
        return evaluate(lanes, values).filter(EvaluationValue::isBooleanValue).map(EvaluationValue::getBooleanValue);
    }

    private Optional<EvaluationValue> evaluate(Map<String, LaneRecord> lanes, Map<String, Double> values) {
        if (!values.keySet().containsAll(names)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Expression(text, configuration(lanes))
                    .withValues(values)
                    .evaluate());
        } catch (EvaluationException | ArithmeticException | NumberFormatException missing) {
            // The last of them: the library makes its numbers of text, and a logarithm of 0 is "-Infinity".
            return Optional.empty();
        } catch (ParseException impossible) {
            throw new IllegalStateException("an expression that was read before: " + text, impossible);
        }
    }
}
