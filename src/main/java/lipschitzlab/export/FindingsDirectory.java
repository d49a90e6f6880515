package lipschitzlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lipschitzlab.export.figure.EffectFigure;
import lipschitzlab.export.figure.FindingFigure;
import lipschitzlab.file.FileName;
import lipschitzlab.file.FileWrites;
import lipschitzlab.file.OutputFolder;
import lipschitzlab.file.WholeFile;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.FigureSpec;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.lesson.LessonRuns;
import lipschitzlab.lesson.SeedChoice;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.Sheet;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.setting.InputException;
import org.apache.commons.csv.CSVPrinter;

/**
 * The folder of findings: {@code findings.md} for people; {@code findings.csv}, one row for each measure and seed; {@code
 * verdicts.csv}, one row for each lesson; for each lesson a figure in {@code figures} and one of its effect in {@code effects}, as PNG
 * and SVG; and in {@code seeds} what a later call takes over. Each file appears all at once.
 */
public final class FindingsDirectory implements LessonRuns.Known {
    private static final String OWN =
            "(findings\\.(md|csv)|verdicts\\.csv|(seeds|tuning)/[^/]+\\.csv|(figures|effects)/[^/]+\\.(png|svg))";
    private static final Pattern OWN_FILE = Pattern.compile(OWN + WholeFile.UNFINISHED);
    private static final Pattern LEFTOVER = Pattern.compile(OWN + "\\.part\\d*");
    private static final String HEADER = "lesson,measure,seed,value,verdict";
    private static final OutputFolder.Marker MARKER =
            new OutputFolder.Marker("findings.csv", "lesson,measure,seed,value,");
    private static final ChartTheme THEME = ChartTheme.LIGHT;

    private final Path path;
    private final SeedChoice choice;
    private final String engine;
    private final SeedFiles seeds;
    /** Of how many seeds each figure was when it was written. */
    private final Map<Path, Integer> drawn = new HashMap<>();

    /** Seeds whose file could not be written yet. */
    private final List<LessonRuns.Measured> unsaved = new ArrayList<>();

    private FindingsDirectory(Path path, SeedChoice choice, String engine) {
        this.path = path;
        this.choice = choice;
        this.engine = engine;
        this.seeds = new SeedFiles(path.resolve(choice.tuning() ? "tuning" : "seeds"), engine);
    }

    /**
     * A folder for findings, made if it does not exist. One in which findings of these lessons were begun is gone on with.
     *
     * @param force whether a folder that holds something is used all the same and begun anew: files of earlier findings are then
     *     removed
     * @param engine that computes
     * @throws InputException if the folder holds other things and {@code force} is not given, or if it cannot be written
     */
    public static FindingsDirectory open(
            Path path, boolean force, List<Lesson> lessons, SeedChoice choice, String engine) {
        FindingsDirectory directory = new FindingsDirectory(path, choice, engine);
        Set<String> begun = directory.seeds.lessons();
        if (force || begun.isEmpty()) {
            OutputFolder.prepare(path, force, OWN_FILE, MARKER);
        } else {
            requireTheseOnly(path, begun, lessons);
            OutputFolder.prepare(path, true, LEFTOVER, MARKER);
        }
        return directory;
    }

    /** The page of a part of the lessons would take the place of the page of all. */
    private static void requireTheseOnly(Path path, Set<String> begun, List<Lesson> lessons) {
        Set<String> asked = lessons.stream()
                .map(lesson -> FileName.everywhere(lesson.name()))
                .collect(Collectors.toSet());
        begun.stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(other -> {
            throw new InputException(
                    path.toString(),
                    "a folder of findings of the lessons that are asked for",
                    "findings of " + other + " in it",
                    "Name that lesson too (what is measured is not run again), or choose another folder (--out).");
        });
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** What an earlier call left of a lesson's seed, if nothing that decides it has changed since. */
    @Override
    public Optional<Finding.OfSeed> find(Lesson lesson, int seed) {
        boolean first =
                choice.of(lesson).get(0) == seed && !(lesson.requireCheck().figure() instanceof FigureSpec.Measures);
        boolean drawnBefore = Files.isRegularFile(picture("figures", lesson, "png"))
                && Files.isRegularFile(picture("figures", lesson, "svg"));
        return first && !drawnBefore ? Optional.empty() : seeds.find(lesson, seed, first);
    }

    /**
     * Writes what is new.
     *
     * @param measured what was measured since the last time; it counts as done when all else is written
     * @param writes how a file that cannot be written is taken
     */
    public void write(List<Finding> findings, List<LessonRuns.Measured> measured, String command, FileWrites writes) {
        Path table = path.resolve("findings.csv");
        writes.write(table, () -> writeTable(table, findings));
        findings.forEach(finding -> writeFigures(finding, writes));
        if (!choice.tuning()) {
            Path verdicts = path.resolve("verdicts.csv");
            writes.write(verdicts, () -> VerdictFile.write(verdicts, findings, engine));
        }
        Path page = path.resolve("findings.md");
        writes.write(page, () -> WholeFile.writeText(page, FindingsPage.of(findings, command, engine, this::isDrawn)));
        unsaved.addAll(measured);
        unsaved.removeIf(one ->
                writes.write(seeds.file(one.lesson(), one.seed().seed()), () -> seeds.write(one.lesson(), one.seed())));
    }

    private boolean isDrawn(Lesson lesson) {
        return Files.isRegularFile(picture("figures", lesson, "png"));
    }

    private Path picture(String kind, Lesson lesson, String ending) {
        return path.resolve(kind).resolve(FileName.everywhere(lesson.name()) + "." + ending);
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
        String lesson = finding.lesson().name();
        String verdict = finding.outcome().verdict().title();
        for (Measure measure : finding.check().measures()) {
            for (Finding.OfSeed seed : finding.seeds()) {
                Double value = seed.values().get(measure.name());
                printer.printRecord(lesson, measure.name(), seed.seed(), value == null ? "" : value, verdict);
            }
        }
        for (Finding.OfSeed seed : finding.seeds()) {
            Object effect = seed.effect().isPresent() ? seed.effect().getAsDouble() : "";
            printer.printRecord(lesson, FindingsPage.EFFECT, seed.seed(), effect, verdict);
        }
    }

    private void writeFigures(Finding finding, FileWrites writes) {
        boolean ofAll = finding.check().figure() instanceof FigureSpec.Measures;
        if (ofAll || !finding.figured().isEmpty()) {
            write("figures", finding, FindingFigure.seeds(finding), () -> FindingFigure.of(finding, THEME), writes);
        }
        write("effects", finding, finding.seeds().size(), () -> EffectFigure.of(finding, THEME), writes);
    }

    /** @param count how many seeds it shows, the first ones; one that was written with as many is not written again */
    private void write(String kind, Finding finding, int count, Supplier<Sheet> drawing, FileWrites writes) {
        Path pixels = picture(kind, finding.lesson(), "png");
        Path vectors = picture(kind, finding.lesson(), "svg");
        if (drawn.getOrDefault(pixels, 0) == count) {
            return;
        }
        String name = finding.lesson().name();
        String shown = finding.seeds().stream()
                .limit(count)
                .map(seed -> Integer.toString(seed.seed()))
                .collect(Collectors.joining(", "));
        String foot = name + (shown.contains(",") ? " · seeds " : " · seed ") + shown;
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("lesson", name);
        texts.put("seed", shown);
        Sheet sheet = drawing.get();
        boolean written = writes.write(pixels, () -> Pictures.write(pixels, sheet.toImage(THEME, foot), texts));
        written &= writes.write(
                vectors, () -> WholeFile.writeText(vectors, writer -> writer.write(sheet.toSvg(THEME, foot))));
        drawn.put(pixels, written ? count : 0);
    }
}
