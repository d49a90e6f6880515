package lipschitzlab.ledger;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The committed values of every lesson's measures, a seed each. */
final class Findings {
    /** Those of the bundled lessons. */
    static final Path COMMITTED = Path.of("assets/findings");

    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> effects = new LinkedHashMap<>();

    /** Those in a folder: {@code findings.csv}, and {@code verdicts.csv} where there is one. */
    Findings(Path folder) throws IOException {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (CSVRecord row : rows(folder.resolve("findings.csv"))) {
            List<Double> measured =
                    all.computeIfAbsent(row.get("lesson") + "." + row.get("measure"), any -> new ArrayList<>());
            if (!row.get("value").isBlank()) {
                measured.add(Double.parseDouble(row.get("value")));
            }
        }
        all.forEach((name, each) ->
                values.put(name, each.stream().mapToDouble(Double::doubleValue).toArray()));
        if (Files.exists(folder.resolve("verdicts.csv"))) {
            for (CSVRecord row : rows(folder.resolve("verdicts.csv"))) {
                effects.put(row.get("lesson") + ".effect", ends(row));
            }
        }
    }

    /** The claims that the committed page of findings has, as they were when they were run. */
    static Stream<String> claims() {
        try {
            return Files.readAllLines(COMMITTED.resolve("findings.md")).stream()
                    .filter(line -> line.startsWith("| ["))
                    .map(line -> line.split("\\|")[2].strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Double> ends(CSVRecord row) {
        Map<String, Double> ends = new LinkedHashMap<>();
        Map.of("median", "effect", "low", "low", "high", "high", "count", "beyond")
                .forEach((statistic, column) -> {
                    if (!row.get(column).isBlank()) {
                        ends.put(statistic, Double.parseDouble(row.get(column)));
                    }
                });
        return ends;
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    /**
     * A statistic of a measure's values, or of a lesson's effect.
     *
     * @param reference {@code lesson.measure}, or {@code lesson.effect}, of which count is how many seeds speak for the claim
     * @throws IllegalArgumentException if there is none
     */
    double value(String reference, String statistic) {
        if (effects.containsKey(reference) && effects.get(reference).containsKey(statistic)) {
            return effects.get(reference).get(statistic);
        }
        if (!values.containsKey(reference)) {
            throw new IllegalArgumentException("there is no finding " + reference + " with a " + statistic);
        }
        return Statistic.of(statistic, values.get(reference));
    }
}
