package lipschitzlab.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lipschitzlab.setting.Setting;

/** Looks a number up where a ledger says that it comes from. */
final class Sources {
    private static final Path TESTS = Path.of("src/test/java");

    private final Findings findings;
    private final Tables tables;
    private final Map<String, List<Path>> tests = tests();

    Sources(Findings findings, Tables tables) {
        this.findings = findings;
        this.tables = tables;
    }

    /** What is wrong with an entry whose words have these numbers; nothing if the source says the same. */
    Optional<String> objection(Entry entry, CheckedText text, List<WrittenNumber> numbers) {
        try {
            return entry.kind().valued() ? differs(entry, numbers) : missing(entry, text);
        } catch (IllegalArgumentException failure) {
            return Optional.of(failure.getMessage());
        }
    }

    private Optional<String> missing(Entry entry, CheckedText text) {
        String source = String.join(", ", entry.sources());
        return switch (entry.kind()) {
            case BENCHMARK ->
                isBeside(source, text)
                        ? Optional.empty()
                        : Optional.of("the command " + source + " does not stand in " + text.name());
            case FILE -> stands(source) ? Optional.empty() : Optional.of("there is no " + source);
            case PICTURE ->
                text.whole().contains("](" + source + ")")
                        ? Optional.empty()
                        : Optional.of(text.name() + " does not show " + source);
            case TEST -> isTest(source) ? Optional.empty() : Optional.of("there is no test " + source);
            default -> source.isBlank() ? Optional.of("nothing is named") : Optional.empty();
        };
    }

    private static boolean isBeside(String command, CheckedText text) {
        String runsItself = "run " + text.name().replaceFirst("^presets/", "").replaceFirst("\\.yaml$", "");
        return text.whole().contains(command) || (command + " ").startsWith(runsItself + " ");
    }

    private static boolean stands(String reference) {
        String[] parts = reference.split(": ", 2);
        return parts.length == 2 && Files.exists(Path.of(parts[0])) && contains(Path.of(parts[0]), parts[1]);
    }

    private boolean isTest(String reference) {
        String[] parts = reference.split("\\.");
        return parts.length == 2
                && tests.getOrDefault(parts[0] + ".java", List.of()).stream()
                        .anyMatch(file -> contains(file, "void " + parts[1] + "("));
    }

    /** The files of tests, by their names. */
    private static Map<String, List<Path>> tests() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With no number in the words, the sources' numbers must rise from first to last: that is what the words say. */
    private Optional<String> differs(Entry entry, List<WrittenNumber> numbers) {
        List<String> sources = entry.sources();
        if (numbers.isEmpty()) {
            return falls(entry);
        }
        if (numbers.size() != sources.size()) {
            return Optional.of("there are " + sources.size() + " sources for " + numbers.size() + " numbers: "
                    + numbers.stream().map(WrittenNumber::written).toList());
        }
        for (int i = 0; i < numbers.size(); i++) {
            WrittenNumber number = numbers.get(i);
            if (entry.kind() == SourceKind.SETTING) {
                if (!ofSetting(sources.get(i), number)) {
                    return Optional.of(
                            number.written() + " is neither the default of " + sources.get(i) + " nor in its range");
                }
                continue;
            }
            double exact = value(entry, i, number.written().endsWith("%"));
            if (!agrees(number, exact, entry.relation().orElse("equal"))) {
                return Optional.of(number.written() + " is written, " + exact + " is the " + entry.statistic(i) + " of "
                        + sources.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<String> falls(Entry entry) {
        if (entry.sources().size() < 2) {
            return Optional.of("there is no number in the words, and less than two whose order they could say");
        }
        double[] values = IntStream.range(0, entry.sources().size())
                .mapToDouble(place -> value(entry, place, false))
                .toArray();
        for (int i = 1; i < values.length; i++) {
            if (values[i] <= values[i - 1]) {
                return Optional.of("of " + entry.sources() + " the " + entry.statistics() + " does not rise: "
                        + Arrays.toString(values));
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(WrittenNumber number, double exact, String relation) {
        String[] words = relation.split(" ");
        return switch (words[0]) {
            case "equal" -> number.says(exact);
            case "above" -> exact > number.value();
            case "below" -> exact < number.value();
            case "within" -> Math.abs(exact - number.value()) <= Double.parseDouble(words[1]);
            default ->
                throw new IllegalArgumentException(
                        "expected equal, above, below or within DISTANCE, found " + relation);
        };
    }

    private double value(Entry entry, int place, boolean perCent) {
        String source = entry.sources().get(place);
        String statistic = entry.statistic(place);
        return switch (entry.kind()) {
            case FINDING -> findings.value(source, statistic) * (perCent ? 100 : 1);
            case TABLE -> Statistic.of(statistic, tables.values(source));
            case FORMULA -> Arithmetic.value(source);
            default -> throw new IllegalArgumentException(entry.kind().key() + " has no number");
        };
    }

    private static boolean ofSetting(String name, WrittenNumber number) {
        Setting<?> setting = AllSettings.BY_NAME.get(name);
        if (setting == null) {
            throw new IllegalArgumentException("there is no setting " + name);
        }
        return WrittenNumber.in(setting.range() + " " + defaultOf(setting)).stream()
                .anyMatch(one -> number.says(one.value()));
    }

    private static <T> String defaultOf(Setting<T> setting) {
        return setting.text(setting.defaultValue());
    }
}
