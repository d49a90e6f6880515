package lipschitzlab.export;

import java.nio.file.Path;
import java.util.List;
import lipschitzlab.file.WholeFile;
import lipschitzlab.lesson.Decision;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.FindingDigest;
import lipschitzlab.lesson.Outcome;
import lipschitzlab.statistic.MedianInterval;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code verdicts.csv}: of each lesson the verdict, the median effect with the ends of its interval, the threshold with the side that
 * speaks for the claim, how many seeds there are and how many of them lie on that side, the engine, and the digest of what decided.
 */
final class VerdictFile {
    private VerdictFile() {}

    static void write(Path file, List<Finding> findings, String engine) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord(
                    "lesson",
                    "verdict",
                    "effect",
                    "low",
                    "high",
                    "threshold",
                    "direction",
                    "seeds",
                    "beyond",
                    "engine",
                    "digest");
            for (Finding finding : findings) {
                Outcome outcome = finding.outcome();
                Decision decision = finding.check().decision();
                printer.printRecord(
                        finding.lesson().name(),
                        outcome.verdict().title(),
                        outcome.effect().<Object>map(MedianInterval::median).orElse(""),
                        outcome.effect().<Object>map(MedianInterval::low).orElse(""),
                        outcome.effect().<Object>map(MedianInterval::high).orElse(""),
                        decision.threshold(),
                        decision.direction().id(),
                        finding.seeds().size(),
                        outcome.beyond(),
                        engine,
                        FindingDigest.ofVerdict(finding.lesson()));
            }
            printer.flush();
        });
    }
}
