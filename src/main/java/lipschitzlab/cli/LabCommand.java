package lipschitzlab.cli;

import java.io.PrintWriter;
import lipschitzlab.compute.EngineUnavailableException;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code lipschitz-lab} and how its subcommands end: 0 done, 2 bad input or usage, 1 failure. */
@Command(
        name = "lipschitz-lab",
        description =
                "Trains GAN critics side by side under different Lipschitz constraints. Without arguments it opens the"
                        + " window.",
        mixinStandardHelpOptions = true,
        versionProvider = LabVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = LabCommand.BAD_INPUT)
public final class LabCommand implements Runnable {
    /** Exit code of a command that did its work. */
    public static final int DONE = 0;

    /** Exit code of a command that failed through no fault of its input. */
    public static final int FAILURE = 1;

    /** Exit code of a command whose input or usage was wrong. */
    public static final int BAD_INPUT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(LabCommand.class);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private LabCommand() {}

    /**
     * Runs a command line.
     *
     * @param probe what {@code doctor --pulses} measures with
     * @return the exit code
     */
    public static int execute(PulseProbe probe, String... arguments) {
        return commandLine(probe).execute(arguments);
    }

    /** Says that there is no display, and runs the default preset as {@code run} does. Returns the exit code. */
    public static int withoutDisplay(PulseProbe probe) {
        CommandLine line = commandLine(probe);
        line.getOut()
                .println("There is no display here, so the window cannot open. The default preset runs in the terminal"
                        + " instead; 'run --help' shows what else can be done.");
        line.getOut().flush();
        return line.execute("run");
    }

    static CommandLine commandLine(PulseProbe probe) {
        CommandLine line = new CommandLine(new LabCommand());
        line.addSubcommand(new RunCommand());
        line.addSubcommand(new PresetsCommand());
        line.addSubcommand(new DoctorCommand(probe));
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
        return line;
    }

    private static int report(Exception failure, PrintWriter out) {
        if (failure instanceof InputException || failure instanceof EngineUnavailableException) {
            out.println(failure.getMessage());
            out.flush();
            return failure instanceof InputException ? BAD_INPUT : FAILURE;
        }
        LOG.debug("command failed", failure);
        out.println("Something went wrong inside the program: " + failure
                + ". Start it with java -Dlipschitzlab.log=DEBUG to see where, and report that with what you did.");
        out.flush();
        return FAILURE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
