package lipschitzlab.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.file.WholeFile;
import lipschitzlab.lesson.Decision;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.FindingDigest;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Outcome;
import lipschitzlab.statistic.MedianInterval;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code verdicts.csv}: of each lesson the verdict, the median effect with the ends of its interval, the threshold with the side that
 * speaks for the claim, how many seeds there are and how many of them lie on that side, the engine, and the digest of what decided.
 */
public final class VerdictFile {
    /** Where those of the bundled lessons are on the class path, once they were run. */
    private static final String BUNDLED = "/findings/verdicts.csv";

    private static final List<String> HEADER = List.of(
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

    private VerdictFile() {}

    /**
     * What came of a lesson when it was run on its seeds.
     *
     * @param effect the median with its interval; empty where there is none
     * @param seeds how many
     * @param beyond how many of them lie on the threshold's side that speaks for the claim
     * @param digest of what decided
     */
    public record Recorded(
            String verdict, Optional<MedianInterval> effect, int seeds, int beyond, String engine, String digest) {
        /** As a person reads it. */
        public String inWords() {
            return "Measured on " + seeds + " seeds with " + engine + ": "
                    + effect.map(FindingsPage::inWords).orElse("no interval") + "; " + beyond
                    + " of the seeds speak for the claim by themselves. The claim: " + verdict + ".";
        }
    }

    /** What came of a bundled lesson as it stands; nothing if it was not run since something that decides it changed. */
    public static Optional<Recorded> ofBundled(Lesson lesson) {
        try (InputStream file = VerdictFile.class.getResourceAsStream(BUNDLED)) {
            return file == null || lesson.check().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(read(file).get(lesson.name()))
                            .filter(recorded -> recorded.digest().equals(FindingDigest.ofVerdict(lesson)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("expected " + BUNDLED + " in the program", unreadable);
        }
    }

    /** What came of each lesson, by its name. */
    static Map<String, Recorded> read(InputStream file) throws IOException {
        Map<String, Recorded> all = new LinkedHashMap<>();
        try (var parser = CurveFile.FORMAT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (CSVRecord row : parser.getRecords()) {
                Optional<MedianInterval> effect = row.get("effect").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new MedianInterval(
                                Double.parseDouble(row.get("effect")),
                                Double.parseDouble(row.get("low")),
                                Double.parseDouble(row.get("high"))));
                all.put(
                        row.get("lesson"),
                        new Recorded(
                                row.get("verdict"),
                                effect,
                                Integer.parseInt(row.get("seeds")),
                                Integer.parseInt(row.get("beyond")),
                                row.get("engine"),
                                row.get("digest")));
            }
        }
        return all;
    }

    static void write(Path file, List<Finding> findings, String engine) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord(HEADER);
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
