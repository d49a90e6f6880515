package lipschitzlab.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lipschitzlab.export.figure.FindingFigure;
import lipschitzlab.file.FileName;
import lipschitzlab.file.FileWrites;
import lipschitzlab.file.OutputFolder;
import lipschitzlab.file.WholeFile;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.Sheet;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.setting.InputException;
import org.apache.commons.csv.CSVPrinter;

/**
 * The folder of findings: {@code findings.md} for people; {@code findings.csv}, one row for each measure and seed; and a
 * figure for each lesson as PNG and SVG. Each file appears all at once.
 */
public final class FindingsDirectory {
    private static final Pattern OWN_FILE =
            Pattern.compile("(findings\\.(md|csv)|figures/[^/]+\\.(png|svg))" + WholeFile.UNFINISHED);
    private static final String HEADER = "lesson,measure,seed,value,rule,verdict";
    private static final ChartTheme THEME = ChartTheme.LIGHT;

    private final Path path;

    private FindingsDirectory(Path path) {
        this.path = path;
    }

    /**
     * A folder for findings, made if it does not exist.
     *
     * @param force whether a folder that holds something is used all the same: files of earlier findings are then removed
     * @throws InputException if the folder holds something and {@code force} is not given, or if it cannot be written
     */
    public static FindingsDirectory create(Path path, boolean force) {
        OutputFolder.prepare(path, force, OWN_FILE, new OutputFolder.Marker("findings.csv", HEADER));
        return new FindingsDirectory(path);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /**
     * Writes all files anew.
     *
     * @param writes how a file that cannot be written is taken
     */
    public void write(List<Finding> findings, String command, FileWrites writes) {
        Path table = path.resolve("findings.csv");
        writes.write(table, () -> writeTable(table, findings));
        Path page = path.resolve("findings.md");
        writes.write(page, () -> WholeFile.writeText(page, writer -> writer.write(FindingsPage.of(findings, command))));
        findings.stream()
                .filter(finding -> !finding.figured().isEmpty())
                .forEach(finding -> writeFigure(finding, writes));
    }

    private static void writeTable(Path file, List<Finding> findings) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord((Object[]) HEADER.split(","));
            for (Finding finding : findings) {
                print(printer, finding);
            }
            printer.flush();
        });
    }

    /** A value that was not measured is an empty cell. */
    private static void print(CSVPrinter printer, Finding finding) throws IOException {
        for (Measure measure : finding.check().measures()) {
            for (Finding.OfSeed seed : finding.seeds()) {
                Double value = seed.values().get(measure.name());
                printer.printRecord(
                        finding.lesson().name(),
                        measure.name(),
                        seed.seed(),
                        value == null ? "" : value,
                        seed.answer().map(String::valueOf).orElse(""),
                        finding.verdict().title());
            }
        }
    }

    private void writeFigure(Finding finding, FileWrites writes) {
        Sheet sheet = FindingFigure.of(finding, THEME);
        String name = finding.lesson().name();
        String seeds = finding.seeds().stream()
                .limit(FindingFigure.seeds(finding))
                .map(seed -> Integer.toString(seed.seed()))
                .collect(Collectors.joining(", "));
        String foot = name + (seeds.contains(",") ? " · seeds " : " · seed ") + seeds;
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("lesson", name);
        texts.put("seed", seeds);
        Path figures = path.resolve("figures");
        Path pixels = figures.resolve(FileName.everywhere(name) + ".png");
        writes.write(pixels, () -> Pictures.write(pixels, sheet.toImage(THEME, foot), texts));
        Path vectors = figures.resolve(FileName.everywhere(name) + ".svg");
        writes.write(vectors, () -> WholeFile.writeText(vectors, writer -> writer.write(sheet.toSvg(THEME, foot))));
    }
}
