package lipschitzlab.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.file.FileName;
import lipschitzlab.file.WholeFile;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.FindingDigest;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.setting.InputException;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What was measured of each lesson and seed, a file each, with the digest of what decided it: a later call takes it over where
 * nothing has changed, and runs it again where something has.
 */
final class SeedFiles {
    private static final List<String> HEADER =
            List.of("lesson", "seed", "engine", "digest", "figure", "measure", "value");
    private static final String ENDING = ".csv";

    private final Path folder;
    private final String engine;

    /**
     * @param folder need not exist
     * @param engine that computes now; what another computed is not taken over
     */
    SeedFiles(Path folder, String engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /** The file of a lesson's seed. */
    Path file(Lesson lesson, int seed) {
        return folder.resolve(FileName.everywhere(lesson.name()) + "-" + seed + ENDING);
    }

    /** The lessons of which there are files, as files are named. */
    Set<String> lessons() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.replaceFirst("-\\d+\\.csv$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | UncheckedIOException failure) {
            throw new InputException(
                    folder.toString(),
                    "a folder that can be read",
                    failure.getMessage(),
                    "Check its permissions, or choose another folder (--out).",
                    failure);
        }
    }

    /** Writes what was measured of a seed. */
    void write(Lesson lesson, Finding.OfSeed seed) {
        WholeFile.writeText(file(lesson, seed.seed()), writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord(HEADER);
            for (Measure measure : lesson.requireCheck().measures()) {
                Double value = seed.values().get(measure.name());
                printer.printRecord(
                        lesson.name(),
                        seed.seed(),
                        engine,
                        FindingDigest.ofRuns(lesson),
                        FindingDigest.figure(lesson),
                        measure.name(),
                        value == null ? "" : value);
            }
            printer.flush();
        });
    }

    /**
     * What was measured of a seed, unless something that decides it has changed since, or another engine computed it.
     *
     * @param figured whether the lesson's figure must be of what it shows now, too
     */
    Optional<Finding.OfSeed> find(Lesson lesson, int seed, boolean figured) {
        Path file = file(lesson, seed);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<CSVRecord> rows = rows(file);
        CSVRecord first = rows.get(0);
        boolean same = first.get("digest").equals(FindingDigest.ofRuns(lesson))
                && first.get("engine").equals(engine)
                && first.get("seed").equals(Integer.toString(seed))
                && (!figured || first.get("figure").equals(FindingDigest.figure(lesson)));
        return same ? Optional.of(lesson.requireCheck().ofSeed(seed, values(file, rows))) : Optional.empty();
    }

    private static List<CSVRecord> rows(Path file) {
        try (var parser = CurveFile.FORMAT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            List<CSVRecord> rows = parser.getRecords();
            if (!parser.getHeaderNames().equals(HEADER)
                    || rows.isEmpty()
                    || !rows.stream().allMatch(CSVRecord::isConsistent)) {
                throw spoiled(file, "another table", null);
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException failure) {
            throw spoiled(file, failure.getMessage(), failure);
        }
    }

    private static Map<String, Double> values(Path file, List<CSVRecord> rows) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (CSVRecord row : rows) {
            String value = row.get("value");
            try {
                if (!value.isEmpty()) {
                    values.put(row.get("measure"), Double.valueOf(value));
                }
            } catch (NumberFormatException notOne) {
                throw spoiled(file, "'" + value + "', which is no number", notOne);
            }
        }
        return values;
    }

    private static InputException spoiled(Path file, String found, Exception cause) {
        return new InputException(
                file.toString(),
                "a seed's measures as findings writes them",
                found,
                "Delete the file: the seed is then run again.",
                cause);
    }
}
