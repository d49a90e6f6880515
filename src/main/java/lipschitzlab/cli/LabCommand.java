package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.export.run.RunReader;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code lipschitz-lab} and how its subcommands end: 0 done, 2 bad input or usage, 1 failure. */
@Command(
        name = "lipschitz-lab",
        description =
                "Trains GAN critics side by side under different Lipschitz constraints. Without a command it opens the"
                        + " window.",
        mixinStandardHelpOptions = true,
        versionProvider = LabVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = LabCommand.BAD_INPUT)
public final class LabCommand implements Callable<Integer> {
    /** Exit code of a command that did its work. */
    public static final int DONE = 0;

    /** Exit code of a command that failed through no fault of its input. */
    public static final int FAILURE = 1;

    /** Exit code of a command whose input or usage was wrong. */
    public static final int BAD_INPUT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(LabCommand.class);

    private final Desktop desktop;
    private final EngineChoice engine;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description =
                    "What the window shows at first: the folder of a run, as it was left; a preset or a lesson; or data"
                            + " of your own. Nothing is trained before you press Play.")
    private String opened;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private LabCommand(Desktop desktop, EngineChoice engine) {
        this.desktop = desktop;
        this.engine = engine;
    }

    /** For every command, written before or behind its name. */
    @Option(
            names = EngineChoice.OPTION,
            paramLabel = "ENGINE",
            completionCandidates = EngineChoice.Candidates.class,
            scope = CommandLine.ScopeType.INHERIT,
            description =
                    "What computes: ${COMPLETION-CANDIDATES}. auto, the default, is the first that can run here; one"
                            + " that is named and cannot run is an error.")
    private void askForEngine(String id) {
        engine.ask(id);
    }

    /**
     * Runs a command line.
     *
     * @return the exit code
     */
    public static int execute(Desktop desktop, String... arguments) {
        if (arguments.length == 0 && desktop.obstacle().isEmpty()) {
            return open(desktop);
        }
        return execute(onTheConsole(desktop), arguments);
    }

    /** As {@link CommandLine#execute}; arguments that did not survive the locale are told of as such. */
    static int execute(CommandLine line, String... arguments) {
        try {
            FileNameEncoding.ofThisProgram().requireWhole("command line", arguments);
        } catch (InputException lost) {
            return report(lost, line.getErr());
        }
        return line.execute(arguments);
    }

    private static CommandLine onTheConsole(Desktop desktop) {
        return commandLine(desktop, () -> EngineCatalog.ofThisMachine().watchedBy(new UnpackingBar(Console.err())))
                .setOut(Console.out())
                .setErr(Console.err());
    }

    /** Opens the window at once: building the whole command line first would take time. */
    private static int open(Desktop desktop) {
        try {
            desktop.open(Optional.empty(), Optional.empty());
            return DONE;
        } catch (NoWindowException refused) {
            CommandLine line = onTheConsole(desktop);
            sayThatTheTerminalWorks(line, refused.getMessage());
            return line.execute(RunCommand.NAME);
        } catch (RuntimeException failure) {
            return report(failure, Console.err());
        }
    }

    private static void sayThatTheTerminalWorks(CommandLine line, String obstacle) {
        line.getOut()
                .println(obstacle
                        + " So the window cannot open, and the default preset runs in the terminal; 'run --help'"
                        + " shows what else can be done.");
        line.getOut().flush();
    }

    static CommandLine commandLine(Desktop desktop, Supplier<EngineCatalog> catalog) {
        EngineChoice engine = new EngineChoice(catalog);
        CommandLine line = new CommandLine(new LabCommand(desktop, engine));
        line.addSubcommand(new RunCommand(engine));
        line.addSubcommand(presets());
        line.addSubcommand(findings(engine));
        line.addSubcommand(new InspectCommand());
        line.addSubcommand(new DiracCommand());
        line.addSubcommand(new ExportCommand(engine));
        line.addSubcommand(new MeasureCommand(engine));
        line.addSubcommand(new DoctorCommand(desktop, engine));
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
        return line;
    }

    private static CommandLine presets() {
        CommandLine line = new CommandLine(new PresetsCommand());
        line.getCommandSpec()
                .usageMessage()
                .footer(ConstraintHelp.lines().stream()
                        .map(text -> text.replace("%", "%%"))
                        .toArray(String[]::new));
        return line;
    }

    private static CommandLine findings(EngineChoice engine) {
        CommandLine line = new CommandLine(new FindingsCommand(engine));
        line.getCommandSpec().usageMessage().footer(LessonHelp.lines().toArray(String[]::new));
        return line;
    }

    private static int report(Exception failure, PrintWriter out) {
        if (failure instanceof InputException
                || failure instanceof EngineUnavailableException
                || failure instanceof NoWindowException) {
            out.println(failure.getMessage());
            out.flush();
            return failure instanceof InputException ? BAD_INPUT : FAILURE;
        }
        LOG.debug("command failed", failure);
        out.println(
                "Something went wrong inside the program: " + failure
                        + ". Start it with java -Dorg.slf4j.simpleLogger.defaultLogLevel=debug to see where, and report that with what you did.");
        out.flush();
        return FAILURE;
    }

    /**
     * Opens the window; where none can open it says so, and runs the default preset as {@code run} does, unless something was
     * named to be shown.
     */
    @Override
    public Integer call() {
        Optional<Path> named = Optional.ofNullable(opened).map(this::existing);
        Optional<String> obstacle = desktop.obstacle();
        if (obstacle.isPresent()) {
            return withoutWindow(named, obstacle.get());
        }
        if (engine.asked().isPresent()) {
            engine.choose();
        }
        try {
            desktop.open(engine.asked(), named);
            return DONE;
        } catch (NoWindowException refused) {
            return withoutWindow(named, refused.getMessage());
        }
    }

    /** What is neither a command nor there is a slip in a command's name. */
    private Path existing(String text) {
        Path path = FileNameEncoding.ofThisProgram().path(text, "PATH");
        if (!Files.exists(path)) {
            throw new CommandLine.UnmatchedArgumentException(spec.commandLine(), List.of(text)) {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    return "Neither a command nor a file or folder that is there: '" + text + "'";
                }
            };
        }
        return path;
    }

    private int withoutWindow(Optional<Path> named, String obstacle) {
        if (named.isEmpty()) {
            return inTheTerminal(obstacle);
        }
        Path path = named.get();
        throw new NoWindowException(
                RunReader.isRun(path)
                        ? obstacle + " So the window cannot open to show this run; its tables and pictures are in "
                                + path + "."
                        : obstacle + " So the window cannot open to show " + RegularFile.name(path)
                                + ". To train a preset in the terminal, write: run " + path
                                + "; on data of your own, write: run PRESET --data " + path,
                null);
    }

    private int inTheTerminal(String obstacle) {
        sayThatTheTerminalWorks(spec.commandLine(), obstacle);
        return spec.commandLine().getSubcommands().get(RunCommand.NAME).execute();
    }
}
