package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.file.RegularFile;
import lipschitzlab.inspection.BoundWords;
import lipschitzlab.inspection.MeasuredWeight;
import lipschitzlab.inspection.SingularValueFile;
import lipschitzlab.inspection.WeightInspection;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the matrices and kernels of a file. */
@Command(
        name = "inspect",
        description =
                "Measures every matrix and kernel in a file of weights, of critics trained here or anywhere: singular values,"
                        + " stable rank and the product of the largest, beside random matrices of their shapes.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A .safetensors or .npz file.")
    private String file;

    @Option(names = "--csv", paramLabel = "CSV", description = "Write all singular values there as a table.")
    private Path csv;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path path = FileNameEncoding.ofThisProgram().path(file, "FILE");
        boolean[] begun = {false};
        WeightInspection inspection = WeightInspection.of(path, weight -> {
            if (!begun[0]) {
                begun[0] = true;
                heading(out, path);
            }
            row(out, weight);
        });
        inspection.leftOut().forEach(one -> out.println("Left out: " + one.name() + " (" + one.why() + ")"));
        out.println();
        BoundWords.of(inspection).forEach(out::println);
        out.println(BoundWords.RANDOM);
        if (csv != null) {
            SingularValueFile.write(csv, inspection);
            out.println("All singular values are in " + csv + ".");
        }
        out.flush();
        return LabCommand.DONE;
    }

    private static void heading(PrintWriter out, Path path) {
        out.println(RegularFile.name(path));
        out.printf(
                "%-34s %-20s %14s %10s %10s %12s%n", "name", "shape", "as a matrix", "σ₁", "random σ₁", "stable rank");
    }

    private static void row(PrintWriter out, MeasuredWeight weight) {
        out.printf(
                Locale.ROOT,
                "%-34s %-20s %14s %10.4g %10.4g %12.2f%s%n",
                weight.name(),
                WeightInspection.words(weight.shape()),
                weight.matrix(),
                weight.largest(),
                weight.randomLargest(),
                weight.stableRank(),
                weight.note().isEmpty() ? "" : "  " + weight.note());
        out.flush();
    }
}
