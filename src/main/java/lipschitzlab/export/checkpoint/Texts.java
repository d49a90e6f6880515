package lipschitzlab.export.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;

/** The texts of a checkpoint by key, read as what they were written from. */
record Texts(Map<String, String> texts, String where) {
    private static final String REMEDY =
            "The file is not one that the lab wrote, or it was changed: remove it, and the run goes on from the one before.";

    static String of(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    String text(String key) {
        return find(key).orElseThrow(() -> new InputException(where, "the entry " + key, "none", REMEDY));
    }

    int count(String key) {
        return parsed(key, "a whole number", Integer::valueOf);
    }

    long length(String key) {
        return parsed(key, "a whole number", Long::valueOf);
    }

    double number(String key) {
        return parsed(key, "a number", Double::valueOf);
    }

    List<Integer> counts(String key) {
        String text = text(key);
        return text.isEmpty()
                ? List.of()
                : parsed(key, "whole numbers", all -> Arrays.stream(all.split(" "))
                        .map(Integer::valueOf)
                        .toList());
    }

    private <T> T parsed(String key, String expected, Function<String, T> parse) {
        try {
            return parse.apply(text(key));
        } catch (NumberFormatException unfit) {
            throw new InputException(where + ", entry " + key, expected, Quoted.of(text(key)), REMEDY, unfit);
        }
    }

    /** Those whose keys begin so, the beginning left out. */
    Map<String, String> under(String prefix) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }
}
