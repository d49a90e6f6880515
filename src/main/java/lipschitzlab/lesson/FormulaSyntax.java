package lipschitzlab.lesson;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.SourceLocation;

/**
 * The syntax tree of an expression. EvalEx reads it, within bounds on length and depth; it computes nothing, since its decimal
 * numbers without end let a dozen characters compute for ever.
 */
final class FormulaSyntax {
    /** Beside these every {@link Quantity} is a function. */
    private static final Map<String, List<String>> PLAIN = Map.of(
            "abs", List.of("x"),
            "if", List.of("condition", "then", "otherwise"),
            "log10", List.of("x"),
            "max", List.of("x…"),
            "min", List.of("x…"),
            "sqrt", List.of("x"));

    private static final int LONGEST = 4000;
    private static final int DEEPEST = 200;
    private static final String MORE = "…";
    private static final ExpressionConfiguration CONFIGURATION = configuration();

    private FormulaSyntax() {}

    /** A function that expressions may call; none is computed by the library. */
    record Declared(String name, Optional<Quantity> quantity, List<String> parameters) implements FunctionIfc {
        @Override
        public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
            return parameters.stream().map(Declared::definition).toList();
        }

        private static FunctionParameterDefinition definition(String name) {
            return FunctionParameterDefinition.builder()
                    .name(name)
                    .isVarArg(name.endsWith(MORE))
                    .build();
        }

        @Override
        public boolean hasVarArgs() {
            return parameters.get(parameters.size() - 1).endsWith(MORE);
        }

        @Override
        public void validatePreEvaluation(Token token, EvaluationValue... values) {
            throw new IllegalStateException("expected " + name + " to be read only");
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token call, EvaluationValue... values) {
            throw new IllegalStateException("expected " + name + " to be read only");
        }
    }

    private static ExpressionConfiguration configuration() {
        MapBasedFunctionDictionary dictionary = new MapBasedFunctionDictionary();
        PLAIN.forEach(
                (name, parameters) -> dictionary.addFunction(name, new Declared(name, Optional.empty(), parameters)));
        for (Quantity quantity : Quantity.values()) {
            List<String> parameters = new ArrayList<>(List.of("lane"));
            quantity.arguments().forEach(argument -> parameters.add(argument.title()));
            dictionary.addFunction(quantity.id(), new Declared(quantity.id(), Optional.of(quantity), parameters));
        }
        return ExpressionConfiguration.builder()
                .functionDictionary(dictionary)
                .arraysAllowed(false)
                .structuresAllowed(false)
                .binaryAllowed(false)
                .implicitMultiplicationAllowed(false)
                .defaultConstants(Map.of())
                .build();
    }

    /**
     * Reads an expression.
     *
     * @throws InputException if it is none, or is longer or deeper than anybody can read
     */
    static ASTNode read(String text, SourceLocation location) {
        if (text.length() > LONGEST) {
            throw new InputException(
                    location.text(),
                    "an expression of at most " + LONGEST + " characters",
                    text.length() + " characters",
                    "Divide it into measures with names of their own.");
        }
        ASTNode root = parsed(text, location);
        requireShallow(root, location);
        return root;
    }

    private static ASTNode parsed(String text, SourceLocation location) {
        try {
            return new Expression(text, CONFIGURATION).getAbstractSyntaxTree();
        } catch (ParseException failure) {
            String where = "in which at character " + failure.getStartPosition() + ": " + failure.getMessage();
            throw refused(text, location, where, failure);
        } catch (NoSuchElementException failure) {
            // What the library's parser throws for "max(* 1, 2)": it takes an operand that is not there.
            throw refused(text, location, "in which an operator has nothing before or behind it", failure);
        }
    }

    private static InputException refused(String text, SourceLocation location, String why, Exception cause) {
        return new InputException(
                location.text(),
                "an expression",
                Quoted.of(text) + ", " + why,
                "Functions are " + functions() + ".",
                cause);
    }

    private static String functions() {
        List<String> all = new ArrayList<>(Quantity.ids());
        PLAIN.keySet().stream().sorted().forEach(all::add);
        return String.join(", ", all);
    }

    /** Whoever walks through the tree may then call itself. */
    private static void requireShallow(ASTNode root, SourceLocation location) {
        record Level(ASTNode node, int depth) {}
        Deque<Level> open = new ArrayDeque<>(List.of(new Level(root, 1)));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth() > DEEPEST) {
                throw new InputException(
                        location.text(),
                        "an expression of at most " + DEEPEST + " operations inside one another",
                        "more",
                        "A sum of many terms counts so, too: divide it into measures with names of their own.");
            }
            level.node().getParameters().forEach(inner -> open.push(new Level(inner, level.depth() + 1)));
        }
    }

    /** How a function or an operator is named, whatever its case. */
    static String name(ASTNode node) {
        return node.getToken().getValue().toLowerCase(Locale.ROOT);
    }
}
