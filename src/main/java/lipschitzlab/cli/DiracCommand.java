package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lipschitzlab.game.DiracMethod;
import lipschitzlab.game.Eigenvalue;
import lipschitzlab.plot.game.DiracPicture;
import lipschitzlab.plot.style.ChartTheme;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints who circles and who converges in the Dirac-GAN, and draws it. */
@Command(
        name = "dirac",
        description =
                "The smallest GAN, one parameter each (Mescheder et al. 2018): which methods circle around the equilibrium and which"
                        + " converge, by the eigenvalues of their vector fields. Trains nothing.",
        mixinStandardHelpOptions = true)
final class DiracCommand implements Callable<Integer> {
    @Option(names = "--rate", paramLabel = "H", description = "The learning rate of both.")
    private String rate = DiracPicture.RATE.text(DiracPicture.RATE.defaultValue());

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Draw the vector field and every method's path there, as .png or .svg.")
    private Path out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        double step = DiracPicture.RATE.parse(rate, "--rate");
        PrintWriter to = spec.commandLine().getOut();
        to.printf("%-28s %-24s %-12s %s%n", "method", "eigenvalues", "a step's |λ|", "verdict");
        for (DiracMethod method : DiracMethod.values()) {
            to.printf(
                    "%-28s %-24s %-12s %s%n",
                    method.title(),
                    method.eigenvalues().map(Eigenvalue::words).orElse("the field jumps at 0"),
                    method.modulus(step)
                            .map(size -> String.format(Locale.ROOT, "%.4f", size))
                            .orElse("–"),
                    method.verdict(step).words());
        }
        DiracPicture.NOTES.forEach(to::println);
        if (out != null) {
            DiracPicture.of(step, DiracPicture.STEPS, DiracMethod.SIMULTANEOUS, ChartTheme.LIGHT)
                    .write(out, Map.of("Title", "The Dirac-GAN, learning rate " + rate));
            to.println("The picture is in " + out + ".");
        }
        to.flush();
        return LabCommand.DONE;
    }
}
