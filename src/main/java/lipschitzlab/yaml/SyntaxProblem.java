package lipschitzlab.yaml;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lipschitzlab.setting.InputException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the YAML parser stumbled over, said to a person who does not know the parser. */
record SyntaxProblem(String expected, String found, String remedy, Optional<Mark> mark) {

    private static final String VALID = "valid YAML";
    private static final String CORRECT = "Correct the line, or put its text in quotes.";
    private static final Pattern EXPECTED = Pattern.compile("expected (.+?),? but (?:found|got) (.+)");
    private static final String INDENTATION =
            "Indent the keys of one mapping by the same number of spaces, and more than the key above them.";

    /** A problem that people have, by a part of the parser's own words. */
    private record Known(String part, String found, String remedy, boolean whereItBegan) {}

    private static final Known[] KNOWN = {
        new Known("TAB", "a tab", "Indent with spaces.", false),
        new Known(
                "mapping values are not allowed here",
                "a colon inside a value, or a line that is indented too far",
                "Put text with a colon in quotes, or correct the indentation.",
                false),
        new Known("could not find expected ':'", "a key without a colon", "Write key: value.", true),
        new Known("unexpected end of stream", "a quote that is never closed", "Close the quote.", true),
        new Known("expected ',' or ']'", "a list that is not closed", "Close the list with ].", true),
        new Known("expected ',' or '}'", "a mapping that is not closed", "Close the mapping with }.", true),
        new Known("expected <block end>", "a line that does not line up with the ones above", INDENTATION, false),
        new Known("expected the node content", "a value that is missing", "Write a value, or put it in quotes.", false),
        new Known(
                "cannot start any token",
                "a value that begins with a character that means something in YAML",
                "Put the value in quotes.",
                false),
    };

    /** The problem that this failure reports. */
    static SyntaxProblem of(YamlEngineException failure) {
        if (!(failure instanceof MarkedYamlEngineException marked)) {
            return new SyntaxProblem(VALID, failure.getMessage(), CORRECT, Optional.empty());
        }
        for (Known known : KNOWN) {
            if (marked.getProblem().contains(known.part())) {
                Optional<Mark> began = known.whereItBegan() ? marked.getContextMark() : Optional.empty();
                return new SyntaxProblem(VALID, known.found(), known.remedy(), began.or(marked::getProblemMark));
            }
        }
        return inTheParsersWords(marked);
    }

    private static SyntaxProblem inTheParsersWords(MarkedYamlEngineException failure) {
        Matcher words = EXPECTED.matcher(failure.getProblem());
        if (words.matches()) {
            return new SyntaxProblem(words.group(1), words.group(2), CORRECT, failure.getProblemMark());
        }
        String found = failure.getProblem().replaceFirst("^found ", "");
        return new SyntaxProblem(VALID, found, CORRECT, failure.getProblemMark());
    }

    /** The error to show. */
    InputException refusal(IntFunction<SourceLocation> locations) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        String column = mark.map(at -> ", in column " + (at.getColumn() + 1)).orElse("");
        return new InputException(locations.apply(line).text(), expected, found + column, remedy);
    }
}
