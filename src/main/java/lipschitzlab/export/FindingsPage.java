package lipschitzlab.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lipschitzlab.file.FileName;
import lipschitzlab.lesson.Decision;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.lesson.Outcome;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.statistic.MedianInterval;

/** Findings as Markdown: a table of all verdicts, and a part for each lesson with its effect, its measures and its figures. */
public final class FindingsPage {
    /** What the effect is called among the measures. */
    static final String EFFECT = "effect";

    private FindingsPage() {}

    /**
     * The page.
     *
     * @param engine that computed
     * @param drawn whether there is a figure of a lesson
     */
    static String of(List<Finding> findings, String command, String engine, Predicate<Lesson> drawn) {
        StringBuilder page =
                new StringBuilder("# Findings\n\nMade by `" + command + "`, computed with " + engine + ".\n\n");
        if (findings.stream().anyMatch(Finding::tuning)) {
            page.append("**These are the seeds that the lessons were tuned on: nothing here is a finding.**\n\n");
        }
        page.append(
                "A claim holds if the whole 95 % interval of its effect lies beyond the threshold. The effect is one number a"
                        + " seed; the interval is that of its median over the seeds.\n\n");
        page.append("| lesson | claim | source | effect | claimed | verdict |\n|---|---|---|---|---|---|\n");
        for (Finding finding : findings) {
            Lesson lesson = finding.lesson();
            page.append("| [" + cell(lesson.title()) + "](#" + lesson.name() + ") | " + cell(lesson.claim()) + " | "
                    + cell(lesson.source()) + " | "
                    + finding.outcome().effect().map(FindingsPage::inWords).orElse("no interval") + " | "
                    + claimed(finding.check().decision()) + " | **"
                    + finding.outcome().verdict().title() + "** |\n");
        }
        findings.forEach(finding -> page.append('\n').append(part(finding, drawn.test(finding.lesson()))));
        return page.toString();
    }

    private static String part(Finding finding, boolean drawn) {
        Lesson lesson = finding.lesson();
        Decision decision = finding.check().decision();
        Outcome outcome = finding.outcome();
        StringBuilder part = new StringBuilder("<a id=\"" + lesson.name() + "\"></a>\n\n## " + lesson.title() + "\n\n");
        part.append("Claim: " + line(lesson.claim()) + " (" + line(lesson.source()) + ")\n\n");
        part.append("**" + outcome.verdict().title() + "**: " + outcome.why() + ". "
                + outcome.effect()
                        .map(effect -> "Effect: " + inWords(effect) + ". ")
                        .orElse("") + "Claimed: "
                + claimed(decision) + ". By themselves, " + outcome.beyond() + " of "
                + finding.seeds().size() + " seeds lie " + decision.direction().id() + " the threshold.\n\n");
        part.append("The effect: " + line(decision.what()) + ", `"
                + line(decision.effect().text()) + "`. " + line(decision.because()) + "\n\n");
        part.append("| measured | mean | spread | ").append(headings(finding)).append(" |\n|---|---|---|");
        part.append("---|".repeat(finding.seeds().size())).append('\n');
        part.append(row("**effect**", finding.effects(), finding, Finding.OfSeed::effect));
        for (Measure measure : finding.check().measures()) {
            String name = measure.name();
            part.append(row(
                    cell(measure.what()) + " (`" + name + "`)",
                    finding.values(name),
                    finding,
                    seed -> value(seed, name)));
        }
        part.append("\nSpread is the standard deviation over the seeds.\n\n");
        String picture = FileName.everywhere(lesson.name()) + ".png";
        part.append("![" + cell(lesson.title()) + ": effect, interval and threshold](effects/" + picture + ")\n\n");
        if (drawn) {
            part.append("![" + cell(lesson.title()) + "](figures/" + picture + ")\n\n");
        }
        return part.append(line(lesson.answer())).append("\n").toString();
    }

    /** A median and its interval as a person reads them. */
    public static String inWords(MedianInterval effect) {
        return number(effect.median()) + ", 95 % interval " + number(effect.low()) + " to " + number(effect.high());
    }

    private static String claimed(Decision decision) {
        return decision.direction().id() + " " + NumberSetting.format(decision.threshold());
    }

    private static OptionalDouble value(Finding.OfSeed seed, String measure) {
        Double value = seed.values().get(measure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String headings(Finding finding) {
        return finding.seeds().stream().map(seed -> "seed " + seed.seed()).collect(Collectors.joining(" | "));
    }

    private static String row(
            String what, double[] values, Finding finding, Function<Finding.OfSeed, OptionalDouble> ofSeed) {
        String single = finding.seeds().stream()
                .map(ofSeed)
                .map(value -> value.isPresent() ? number(value.getAsDouble()) : "not measured")
                .collect(Collectors.joining(" | "));
        return "| " + what + " | " + number(mean(values)) + " | " + number(spread(values)) + " | " + single + " |\n";
    }

    /** The mean, NaN of none. */
    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The sample's standard deviation, with n − 1; NaN of fewer than two. */
    public static double spread(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /** Four digits; a dash for what is no number. */
    public static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String cell(String text) {
        return line(text).replace("|", "\\|");
    }
}
