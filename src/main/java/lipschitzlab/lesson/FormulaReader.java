package lipschitzlab.lesson;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lipschitzlab.lesson.FormulaSyntax.Declared;
import lipschitzlab.lesson.Term.Given;
import lipschitzlab.lesson.Term.Numeric;
import lipschitzlab.lesson.Term.Truth;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.Suggestion;

/** Makes terms of an expression's syntax tree, and refuses what can have no value or asks for what lanes have not. */
final class FormulaReader {
    private final SourceLocation location;
    private final Map<String, Preset> lanes;
    private final Collection<String> known;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Formula.Asked> asked = new ArrayList<>();

    /** How often a name or a quantity was used so far. */
    private int uses;

    /**
     * @param lanes the preset of each lane, by the name that an expression gives it
     * @param known the names that it may use
     */
    FormulaReader(SourceLocation location, Map<String, Preset> lanes, Collection<String> known) {
        this.location = location;
        this.lanes = lanes;
        this.known = known;
    }

    /** The names that were used in what was read. */
    Set<String> names() {
        return names;
    }

    /** What was asked of lanes in what was read. */
    List<Formula.Asked> asked() {
        return asked;
    }

    /** Reads a tree of bounded depth. */
    Term read(ASTNode node) {
        int before = uses;
        Term term = term(node);
        boolean constant = uses == before;
        if (constant && term instanceof Numeric number && Double.isNaN(number.of(new Given(Map.of(), Map.of())))) {
            throw new InputException(
                    location.text(),
                    "results that are numbers up to 1.8e308",
                    "the result of " + Quoted.of(node.getToken().getValue()) + " at character "
                            + node.getToken().getStartPosition() + ", which is larger, or no number",
                    "Correct the expression.");
        }
        return term;
    }

    private Term term(ASTNode node) {
        TokenType type = node.getToken().getType();
        return switch (type) {
            case NUMBER_LITERAL -> number(node);
            case VARIABLE_OR_CONSTANT -> variable(node.getToken().getValue());
            case PREFIX_OPERATOR -> prefix(node);
            case INFIX_OPERATOR -> infix(node);
            case FUNCTION -> call(node);
            default ->
                throw new InputException(
                        location.text(),
                        "numbers, names, operators and functions in an expression",
                        Quoted.of(node.getToken().getValue()),
                        "Text in quotes belongs into the call of a function, such as at(\"spectral-norm\", \"gap\", 1).");
        };
    }

    private Numeric number(ASTNode literal) {
        double value = value(literal);
        return given -> value;
    }

    private double value(ASTNode literal) {
        String text = literal.getToken().getValue();
        double value = text.matches("[0-9.]+([eE][-+]?[0-9]+)?") ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new InputException(
                    location.text(), "a decimal number up to 1.8e308", Quoted.of(text), "Correct the number.");
        }
        return value;
    }

    private Numeric variable(String name) {
        if (!known.contains(name)) {
            throw new InputException(
                    location.text(),
                    "the name of a number that is known here",
                    Quoted.of(name),
                    known.isEmpty()
                            ? "Nothing is named here; a lane's name stands in quotes."
                            : Suggestion.among(name, known));
        }
        names.add(name);
        uses++;
        return given -> given.values().get(name);
    }

    private Term prefix(ASTNode node) {
        ASTNode operand = node.getParameters().get(0);
        return switch (FormulaSyntax.name(node)) {
            case "!" -> FormulaOperations.not(truth(operand));
            case "-" -> FormulaOperations.apply(value -> -value, numeric(operand));
            default -> numeric(operand);
        };
    }

    private Term infix(ASTNode node) {
        String sign = FormulaSyntax.name(node);
        ASTNode left = node.getParameters().get(0);
        ASTNode right = node.getParameters().get(1);
        if (sign.equals("&&")) {
            return FormulaOperations.both(truth(left), truth(right));
        }
        if (sign.equals("||")) {
            return FormulaOperations.either(truth(left), truth(right));
        }
        if (FormulaOperations.equality(sign).isPresent()) {
            Term first = read(left);
            var equality = FormulaOperations.equality(sign).get();
            return first instanceof Truth truth
                    ? FormulaOperations.equalTruths(equality, truth, truth(right))
                    : FormulaOperations.equalNumbers(equality, (Numeric) first, numeric(right));
        }
        Numeric first = numeric(left);
        Numeric second = numeric(right);
        return FormulaOperations.arithmetic(sign)
                .<Term>map(operator -> FormulaOperations.apply(operator, first, second))
                .or(() -> FormulaOperations.order(sign).map(order -> FormulaOperations.compare(order, first, second)))
                .orElseThrow(() -> new IllegalStateException("an operator that the library reads: " + sign));
    }

    private Term call(ASTNode node) {
        Declared function = (Declared) node.getToken().getFunctionDefinition();
        if (function.quantity().isPresent()) {
            return measured(function.quantity().get(), node);
        }
        List<ASTNode> arguments = node.getParameters();
        if (function.name().equals("if")) {
            return choice(arguments);
        }
        List<Numeric> numbers = arguments.stream().map(this::numeric).toList();
        return FormulaOperations.ofOne(function.name())
                .map(one -> FormulaOperations.apply(one, numbers.get(0)))
                .orElseGet(() -> FormulaOperations.fold(
                        FormulaOperations.ofMany(function.name()).orElseThrow(), numbers));
    }

    private Term choice(List<ASTNode> arguments) {
        Truth condition = truth(arguments.get(0));
        Term then = read(arguments.get(1));
        return then instanceof Truth truth
                ? FormulaOperations.chooseTruth(condition, truth, truth(arguments.get(2)))
                : FormulaOperations.chooseNumber(condition, (Numeric) then, numeric(arguments.get(2)));
    }

    private Numeric numeric(ASTNode node) {
        if (read(node) instanceof Numeric number) {
            return number;
        }
        throw mistaken("a number", node, "true or false");
    }

    private Truth truth(ASTNode node) {
        if (read(node) instanceof Truth truth) {
            return truth;
        }
        throw mistaken("something that is true or false", node, "a number");
    }

    private InputException mistaken(String expected, ASTNode node, String found) {
        return new InputException(
                location.text(),
                expected + " at character " + node.getToken().getStartPosition() + " of the expression",
                Quoted.of(node.getToken().getValue()) + ", which is " + found,
                "A comparison such as gap > 4 is true or false; everything else is a number.");
    }

    private Numeric measured(Quantity quantity, ASTNode call) {
        List<Object> given = new ArrayList<>();
        call.getParameters().forEach(argument -> given.add(literal(argument, quantity)));
        Preset preset = lanes.get(given.get(0));
        if (preset == null) {
            throw new InputException(
                    location.text(),
                    "a lane of the lesson in " + quantity.signature(),
                    Quoted.of(given.get(0).toString()),
                    Suggestion.among(given.get(0).toString(), lanes.keySet()));
        }
        for (int i = 0; i < quantity.arguments().size(); i++) {
            quantity.arguments().get(i).require(given.get(i + 1), preset, quantity.signature(), location);
        }
        Quantity.Arguments arguments = new Quantity.Arguments(given.subList(1, given.size()));
        asked.add(new Formula.Asked(quantity, arguments));
        uses++;
        return FormulaOperations.measured(quantity, (String) given.get(0), arguments);
    }

    /** A text or a number, which may have signs before it. */
    private Object literal(ASTNode argument, Quantity quantity) {
        TokenType type = argument.getToken().getType();
        if (type == TokenType.STRING_LITERAL) {
            return argument.getToken().getValue();
        }
        return signed(argument)
                .orElseThrow(() -> new InputException(
                        location.text(),
                        "texts in quotes and numbers in " + quantity.signature(),
                        Quoted.of(argument.getToken().getValue()),
                        "Write the lane as \"spectral-norm\"."));
    }

    private Optional<Double> signed(ASTNode node) {
        if (node.getToken().getType() == TokenType.NUMBER_LITERAL) {
            return Optional.of(value(node));
        }
        boolean sign = node.getToken().getType() == TokenType.PREFIX_OPERATOR
                && !FormulaSyntax.name(node).equals("!");
        double factor = FormulaSyntax.name(node).equals("-") ? -1 : 1;
        return sign ? signed(node.getParameters().get(0)).map(value -> factor * value) : Optional.empty();
    }
}
