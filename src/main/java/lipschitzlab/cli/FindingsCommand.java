package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.export.FindingsDirectory;
import lipschitzlab.export.FindingsPage;
import lipschitzlab.file.FileName;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.file.FileWrites;
import lipschitzlab.lesson.Decision;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.LessonRuns;
import lipschitzlab.lesson.LessonRuns.Measured;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.lesson.Outcome;
import lipschitzlab.lesson.SeedChoice;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs lessons on several seeds and says of each claim whether it holds. */
@Command(
        name = FindingsCommand.NAME,
        description =
                "Runs lessons without a window and writes what was measured, whether each claim holds, and a figure.",
        footerHeading = "%n",
        mixinStandardHelpOptions = true)
final class FindingsCommand implements Callable<Integer> {
    static final String NAME = "findings";

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final EngineChoice engine;

    @Parameters(
            paramLabel = "LESSON",
            arity = "0..*",
            description = "Bundled lessons' names, or YAML files. Default: all bundled lessons.")
    private List<String> names = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many of the seeds that a lesson states, for a look; a verdict takes all. Default: all.")
    private Integer seeds;

    @Option(
            names = "--tuning",
            description = "Take the seeds that a lesson was tuned on; what comes out is then no finding.")
    private boolean tuning;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where to write; runs/findings-DATE-TIME otherwise. Findings that were begun there are gone on with: only what"
                            + " is missing or has changed since is run.")
    private Path out;

    @Option(names = "--force", description = "Write into a directory that exists, and begin anew.")
    private boolean force;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    FindingsCommand(EngineChoice engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seeds != null && seeds < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--seeds: expected 1 or more, found " + seeds + ".");
        }
        FileNameEncoding.ofThisProgram().requireWhole("working folder", System.getProperty("user.dir"));
        PrintWriter console = spec.commandLine().getOut();
        List<Lesson> lessons = (names.isEmpty() ? Lessons.names() : names)
                .stream().distinct().map(LessonReader::of).toList();
        requireNamesApart(lessons);
        SeedChoice choice = new SeedChoice(seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds), tuning);
        lessons.forEach(choice::of);
        Backend backend = engine.choose();
        console.println("Computes with " + backend.device().engine() + " on "
                + backend.device().name() + ".");
        backend.notes().forEach(console::println);
        console.flush();
        FindingsDirectory directory = FindingsDirectory.open(
                out != null ? out : defaultDirectory(),
                force,
                lessons,
                choice,
                backend.device().engine());
        try (LessonRuns runs = new LessonRuns(lessons, choice, directory, backend)) {
            int all = lessons.stream()
                    .mapToInt(lesson -> choice.of(lesson).size())
                    .sum();
            if (runs.measured() > 0) {
                console.println("Goes on: " + runs.measured() + " of " + all + " seeds are measured already.");
                console.flush();
            }
            return run(runs, directory, console) ? LabCommand.DONE : LabCommand.FAILURE;
        }
    }

    /**
     * Figures are named after lessons, and some systems take names for the same that differ in small and capital letters
     * only.
     */
    private static void requireNamesApart(List<Lesson> lessons) {
        Set<String> taken = new HashSet<>();
        for (Lesson lesson : lessons) {
            String name = FileName.everywhere(lesson.name());
            if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                throw new InputException(
                        "lesson " + lesson.name(),
                        "lessons whose files have different names, small letters or capital",
                        "two of the name " + name,
                        "Rename one of the files; figures are named after them.");
            }
        }
    }

    /** Whether everything was written. */
    private boolean run(LessonRuns runs, FindingsDirectory directory, PrintWriter console) throws InterruptedException {
        FileWrites writes = FileWrites.patient();
        try (InterruptGuard guard = new InterruptGuard();
                StepBar bar = new StepBar(NAME, runs.total())) {
            guard.pauses(runs::pause);
            runs.findings().stream()
                    .filter(finding -> runs.complete(finding.lesson()))
                    .forEach(finding -> print(finding, console));
            while (!guard.interrupted() && !runs.finished()) {
                List<Measured> measured = runs.advance(POLL_INTERVAL);
                if (!measured.isEmpty()) {
                    directory.write(runs.findings(), measured, command(), writes);
                    ended(measured, runs).forEach(finding -> print(finding, console));
                    tellOfMissing(writes, directory, console, "The lessons go on, and the next save tries again.");
                }
                bar.update(runs.done(), runs.current());
            }
            directory.write(runs.findings(), List.of(), command(), writes);
            if (guard.interrupted()) {
                console.println("Interrupted. To go on: the same command with --out " + directory.path());
            }
            console.println("Written to " + directory.path());
            tellOfMissing(writes, directory, console, "");
        }
        return writes.complete();
    }

    private static List<Finding> ended(List<Measured> measured, LessonRuns runs) {
        return measured.stream()
                .map(Measured::lesson)
                .distinct()
                .filter(runs::complete)
                .map(runs::finding)
                .toList();
    }

    private static void tellOfMissing(
            FileWrites writes, FindingsDirectory directory, PrintWriter console, String whatNow) {
        if (!writes.complete()) {
            console.println(("Not written: " + writes.names(directory.path()) + ". " + writes.reason() + " " + whatNow)
                    .stripTrailing());
        }
        console.flush();
    }

    private static void print(Finding finding, PrintWriter console) {
        Lesson lesson = finding.lesson();
        Outcome outcome = finding.outcome();
        Decision decision = finding.check().decision();
        console.println(lesson.name() + ": " + outcome.verdict().title() + ", " + outcome.why()
                + (finding.tuning() ? " (on tuning seeds: no finding)" : ""));
        console.println("  " + lesson.claim());
        console.println("  Effect: " + decision.what() + "; claimed "
                + decision.direction().id() + " " + NumberSetting.format(decision.threshold())
                + outcome.effect()
                        .map(effect -> "; measured " + FindingsPage.inWords(effect))
                        .orElse("")
                + ".");
        line(console, finding.effects(), "effect");
        for (Measure measure : finding.check().measures()) {
            line(console, finding.values(measure.name()), measure.what());
        }
        console.println();
        console.flush();
    }

    private static void line(PrintWriter console, double[] values, String what) {
        console.printf(
                "  %12s ± %-10s %s%n",
                FindingsPage.number(FindingsPage.mean(values)), FindingsPage.number(FindingsPage.spread(values)), what);
    }

    private String command() {
        return NAME
                + (names.isEmpty() ? "" : " " + String.join(" ", names))
                + (seeds == null ? "" : " --seeds " + seeds)
                + (tuning ? " --tuning" : "");
    }

    private static Path defaultDirectory() {
        return OutputName.make(NAME);
    }
}
