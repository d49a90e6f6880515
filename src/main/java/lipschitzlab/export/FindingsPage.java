package lipschitzlab.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lipschitzlab.file.FileName;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.lesson.Lesson.Rule;

/** Findings as Markdown: a table of all verdicts, and a part for each lesson with its measures and its figure. */
public final class FindingsPage {
    private FindingsPage() {}

    static String of(List<Finding> findings, String command) {
        StringBuilder page = new StringBuilder("# Findings\n\nMade by `" + command + "`.\n\n");
        if (findings.stream().anyMatch(Finding::tuning)) {
            page.append("**These are the seeds that the lessons were tuned on: nothing here is a finding.**\n\n");
        }
        page.append("| lesson | claim | source | verdict |\n|---|---|---|---|\n");
        for (Finding finding : findings) {
            Lesson lesson = finding.lesson();
            page.append("| [" + cell(lesson.title()) + "](#" + lesson.name() + ") | " + cell(lesson.claim()) + " | "
                    + cell(lesson.source()) + " | **" + finding.verdict().title() + "** |\n");
        }
        findings.forEach(finding -> page.append('\n').append(part(finding)));
        return page.toString();
    }

    private static String part(Finding finding) {
        Lesson lesson = finding.lesson();
        Rule rule = finding.check().rule();
        StringBuilder part = new StringBuilder("<a id=\"" + lesson.name() + "\"></a>\n\n## " + lesson.title() + "\n\n");
        part.append("Claim: " + line(lesson.claim()) + " (" + line(lesson.source()) + ")\n\n");
        part.append("**" + finding.verdict().title() + "** on seeds " + seeds(finding) + ". The rule, of each seed: `"
                + line(rule.formula().text()) + "` with " + thresholds(rule) + ". "
                + line(rule.because()) + "\n\n");
        part.append("| measured | mean | spread | ").append(headings(finding)).append(" |\n|---|---|---|");
        part.append("---|".repeat(finding.seeds().size())).append('\n');
        finding.check().measures().forEach(measure -> part.append(row(finding, measure)));
        part.append("\nSpread is the standard deviation over the seeds.\n\n");
        if (!finding.figured().isEmpty()) {
            part.append("![" + cell(lesson.title()) + "](figures/" + FileName.everywhere(lesson.name()) + ".png)\n\n");
        }
        return part.append(line(lesson.answer())).append("\n").toString();
    }

    private static String seeds(Finding finding) {
        return finding.seeds().stream()
                .map(seed -> seed.seed() + " ("
                        + seed.answer().map(FindingsPage::yes).orElse("cannot be told") + ")")
                .collect(Collectors.joining(", "));
    }

    private static String yes(boolean answer) {
        return answer ? "true" : "false";
    }

    private static String thresholds(Rule rule) {
        return rule.thresholds().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String headings(Finding finding) {
        return finding.seeds().stream().map(seed -> "seed " + seed.seed()).collect(Collectors.joining(" | "));
    }

    private static String row(Finding finding, Measure measure) {
        double[] values = finding.values(measure.name());
        String single = finding.seeds().stream()
                .map(seed -> seed.values().containsKey(measure.name())
                        ? number(seed.values().get(measure.name()))
                        : "not measured")
                .collect(Collectors.joining(" | "));
        return "| " + cell(measure.what()) + " (`" + measure.name() + "`) | " + number(mean(values)) + " | "
                + number(spread(values)) + " | " + single + " |\n";
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
