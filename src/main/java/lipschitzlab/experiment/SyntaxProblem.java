package lipschitzlab.experiment;

import java.util.Optional;
import java.util.function.IntFunction;
import lipschitzlab.setting.InputException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the YAML parser stumbled over, said to a person who does not know the parser. */
record SyntaxProblem(String found, String remedy, Optional<Mark> mark) {

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
            return new SyntaxProblem(failure.getMessage(), INDENTATION, Optional.empty());
        }
        for (Known known : KNOWN) {
            if (marked.getProblem().contains(known.part())) {
                Optional<Mark> began = known.whereItBegan() ? marked.getContextMark() : Optional.empty();
                return new SyntaxProblem(known.found(), known.remedy(), began.or(marked::getProblemMark));
            }
        }
        return new SyntaxProblem(marked.getProblem(), INDENTATION, marked.getProblemMark());
    }

    /** The error to show. */
    InputException refusal(IntFunction<Place> places) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        String column = mark.map(at -> ", in column " + (at.getColumn() + 1)).orElse("");
        return new InputException(places.apply(line).text(), "valid YAML", found + column, remedy);
    }
}
