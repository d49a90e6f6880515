package lipschitzlab.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.Setting;

/**
 * Which numbers of a text are no claims: names, references, versions and questions, by the words around them; and what a setting is
 * in the same file or how many of something there are, where that is so.
 */
final class Rules {
    private static final String NUMBER = "[\\p{L}\\p{N}.,·⁻−-]*[\\p{L}\\p{N}]";

    /** As {@link #NUMBER}, in front of other words: the whole of it at once, since it is looked for at every place of a text. */
    private static final String LEADING_NUMBER = "(?<![\\p{L}\\p{N}.,·⁻−-])[\\p{L}\\p{N}.,·⁻−-]++";

    private static final String NUMBERS =
            NUMBER + "(?:(?:,? and | to | or |, )" + "[\\d.]" + NUMBER + "|(?:,? and | to | or |, )\\d)*";

    private static final DoublePredicate ANY = number -> true;
    private static final List<Rule> NAMES = List.of(
            always("(?:et al\\.|\\p{Lu}\\p{L}+),? (?:19|20)\\d\\d\\b"),
            always(
                    "(?i)\\b(?:figures?|equations?|sections?|tables?|theorem|algorithm) \\d[\\w.()]*(?:(?:, | and )\\d[\\w.()]*)*"),
            always("\\b1-Lipschitz\\b|\\b2-D\\b|\\b(?:32|64)-bit\\b|\\barXiv:[\\d.]+"),
            always("\\b[Ss]eeds?:? \\d+(?:(?:,| and| to) \\d+)*"),
            always("\\b[Ll]ayers? \\d+(?:(?:,| and| to) (?:layer )?\\d+)*"),
            always("(?:JDK|Java|CUDA|toolkit|cuDNN|NCCL|PyTorch|GTX|RTX|driver,|capability|License)"
                    + " \\d+(?:\\.\\d+)?(?: to (?:RTX )?\\d+(?:\\.\\d+)?)?(?: or newer| and newer)?"),
            always("\\bstep 0\\b|\\bplaces? from 0\\b|\\b\\d+(?:×\\d+)+"),
            always("(?i)\\bfigures \\d+ of [^ ]+ and \\d+(?:,? (?:and )?\\d+)*"),
            always("\\b(?:" + String.join("|", Presets.names()) + ")\\b"),
            always("N\\(0, [^)]*\\)|[\\[]−?[01], 1[\\])]"),
            always("\\d+ × \\d+"),
            always("(?:^|(?<=[.?!:;] ))(?:[^.?!:;]|\\.(?=\\d))*+\\?"));

    /** A document that repeats a lesson's claim repeats its numbers, which are checked where the claim is; and that of a finding as it was run. */
    private static final List<Rule> CLAIMS = Stream.concat(
                    Lessons.names().stream().map(name -> LessonReader.of(name).claim()), Findings.claims())
            .map(claim -> always(Pattern.quote(claim.replaceAll("\\s+", " "))))
            .toList();

    /** What a window says stands in quotation marks; what a person is told to set or choose is no outcome. */
    private static final List<Rule> INSTRUCTIONS = List.of(
            always("“[^”]*”"),
            always("(?:[Cc]hange|[Ss]et|[Rr]aise|[Ll]ower)[^.:;]* (?:to|by) " + NUMBERS + "(?: or to " + NUMBERS
                    + ")?"));

    private final List<Rule> rules;
    private final Set<Double> decision;

    private Rules(List<Rule> rules, Set<Double> decision) {
        this.rules = rules;
        this.decision = decision;
    }

    /** Words, and what the numbers among them must be. */
    private record Rule(Pattern words, DoublePredicate numbers) {}

    private static Rule always(String words) {
        return new Rule(Pattern.compile(words), ANY);
    }

    /** The rules for a text. */
    static Rules of(CheckedText text) {
        List<Rule> rules = new ArrayList<>(NAMES);
        Datasets.kinds().forEach(kind -> rules.add(always(Pattern.quote(kind.title()))));
        rules.add(count("lessons", Set.of((double) Lessons.names().size())));
        double others = ConstraintKind.values().length - 4.0;
        rules.add(count("(?:(?:more|other|added) )+(?:constraints|methods)", Set.of(others)));
        Set<Double> modes = text.settings().getOrDefault(SettingsOfFile.MODES, allModes());
        rules.add(count("(?:narrow )?(?:Gaussians|modes|clusters)", modes));
        if (text.name().endsWith(".md")) {
            rules.addAll(CLAIMS);
        }
        text.settings().forEach((key, values) -> words(key).forEach(word -> rules.add(word(word, values))));
        return new Rules(rules, text.settings().getOrDefault(SettingsOfFile.DECISION, Set.of()));
    }

    private static Set<Double> allModes() {
        return SettingsOfFile.MODE_COUNTS.values().stream()
                .map(Integer::doubleValue)
                .collect(Collectors.toSet());
    }

    /** How a text may name a setting: before its value, or behind it where that begins with a blank or a hyphen. */
    private static List<String> words(String key) {
        Stream<String> behind = Map.of(
                "steps",
                List.of(" steps"),
                "criticSteps",
                List.of(" critic steps", " critic updates"),
                "hidden",
                List.of(" wide"),
                SettingsOfFile.LANES,
                List.of(" lanes"),
                SettingsOfFile.LAYERS,
                List.of(" layers", "-layer", " hidden layers"),
                "width",
                List.of("-width", " of the width"))
                .getOrDefault(key, List.of())
                .stream();
        Stream<String> before = Map.of(
                SettingsOfFile.STEP,
                List.of("step"),
                "steps",
                List.of("step"),
                "learningRate",
                List.of("rate", "rates of"),
                "criticSteps",
                List.of("critic steps"))
                .getOrDefault(key, List.of())
                .stream();
        Stream<String> declared = AllSettings.BY_NAME.values().stream()
                .filter(setting -> setting.key().equals(key))
                .flatMap(Rules::names);
        return Stream.of(behind, before, declared)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    private static Stream<String> names(Setting<?> setting) {
        return Stream.of(setting.key(), setting.symbol()).filter(name -> !name.isEmpty());
    }

    private static Rule word(String word, Set<Double> values) {
        String pattern = word.startsWith(" ")
                ? LEADING_NUMBER + word + "\\b"
                : word.startsWith("-") ? NUMBER + word + "\\b" : "(?<!\\p{L})" + word + " (?:= |of )?" + NUMBERS;
        return new Rule(Pattern.compile(pattern), new HashSet<>(values)::contains);
    }

    private static Rule count(String of, Set<Double> counts) {
        return new Rule(Pattern.compile(LEADING_NUMBER + " " + of + "\\b"), counts::contains);
    }

    /** The numbers of a passage that are claims. */
    List<WrittenNumber> claims(Passage passage) {
        String prose = passage.prose();
        List<WrittenNumber> claims = new ArrayList<>(WrittenNumber.in(prose));
        if (TextReader.DECIDED.contains(passage.heading())) {
            claims.removeIf(number -> decision.contains(number.share()));
        }
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(passage.heading().equals(TextReader.STEPS) ? INSTRUCTIONS : List.of());
        for (Rule rule : all) {
            if (claims.isEmpty()) {
                break;
            }
            rule.words()
                    .matcher(prose)
                    .results()
                    .forEach(found -> claims.removeIf(number -> found.start() <= number.start()
                            && number.end() <= found.end()
                            && rule.numbers().test(number.value())));
        }
        return claims;
    }
}
