package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.export.FindingsDirectory;
import lipschitzlab.export.FindingsPage;
import lipschitzlab.file.FileName;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.file.FileWrites;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.LessonRuns;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.setting.InputException;
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
            defaultValue = "3",
            description = "How many of the seeds that a lesson states. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--tuning",
            description = "Take the seeds that a lesson was tuned on; what comes out is then no finding.")
    private boolean tuning;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; runs/findings-DATE-TIME otherwise.")
    private Path out;

    @Option(names = "--force", description = "Write into a directory that exists.")
    private boolean force;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    FindingsCommand(EngineChoice engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seeds < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--seeds: expected 1 or more, found " + seeds + ".");
        }
        FileNameEncoding.ofThisProgram().requireWhole("working folder", System.getProperty("user.dir"));
        PrintWriter console = spec.commandLine().getOut();
        List<Lesson> lessons = (names.isEmpty() ? Lessons.names() : names)
                .stream().distinct().map(LessonReader::of).toList();
        requireNamesApart(lessons);
        Backend backend = engine.choose();
        console.println("Computes with " + backend.device().engine() + " on "
                + backend.device().name() + ".");
        backend.notes().forEach(console::println);
        console.flush();
        try (LessonRuns runs = new LessonRuns(lessons, seeds, tuning, backend)) {
            FindingsDirectory directory = FindingsDirectory.create(out != null ? out : defaultDirectory(), force);
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
            while (!guard.interrupted() && !runs.finished()) {
                for (Finding ended : runs.advance(POLL_INTERVAL)) {
                    print(ended, console);
                    directory.write(runs.findings(), command(), writes);
                    tellOfMissing(writes, directory, console, "The lessons go on, and the next save tries again.");
                }
                bar.update(runs.done(), runs.current());
            }
            directory.write(runs.findings(), command(), writes);
            if (guard.interrupted()) {
                console.println("Interrupted: lessons without all of their seeds are not decided.");
            }
            console.println("Written to " + directory.path());
            tellOfMissing(writes, directory, console, "");
        }
        return writes.complete();
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
        console.println(lesson.name() + ": " + finding.verdict().title()
                + (finding.tuning() ? " (on tuning seeds: no finding)" : ""));
        console.println("  " + lesson.claim());
        for (Measure measure : finding.check().measures()) {
            double[] values = finding.values(measure.name());
            console.printf(
                    "  %12s ± %-10s %s%n",
                    FindingsPage.number(FindingsPage.mean(values)),
                    FindingsPage.number(FindingsPage.spread(values)),
                    measure.what());
        }
        console.println();
        console.flush();
    }

    private String command() {
        return "findings" + (names.isEmpty() ? "" : " " + String.join(" ", names)) + " --seeds " + seeds
                + (tuning ? " --tuning" : "");
    }

    private static Path defaultDirectory() {
        return OutputName.make(NAME);
    }
}
