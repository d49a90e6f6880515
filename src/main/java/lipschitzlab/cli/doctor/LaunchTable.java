package lipschitzlab.cli.doctor;

import java.io.PrintWriter;
import java.util.List;
import lipschitzlab.benchmark.StepLaunches;
import lipschitzlab.benchmark.StepLaunches.Count;
import lipschitzlab.benchmark.Workload;
import lipschitzlab.compute.EngineCounts;
import lipschitzlab.compute.device.Backend;

/** What a step of each method asks of the engine. */
public final class LaunchTable {
    private static final String ROW = "%-22s %9s %9s %9s %9s %7s %7s%n";

    private final PrintWriter out;
    private final Backend backend;

    public LaunchTable(PrintWriter out, Backend backend) {
        this.out = out;
        this.backend = backend;
    }

    /** Counts and prints. */
    public void print(List<Workload> workloads) {
        for (Workload workload : workloads) {
            out.println();
            out.printf("What is asked of %s, %s:%n", backend.device().engine(), workload.title());
            out.printf(ROW, "", "critic", "critic", "generator", "generator", "step", "step");
            out.printf(ROW, "method", "asked for", "launches", "asked for", "launches", "reads", "writes");
            StepLaunches.of(workload, backend).forEach(this::print);
            out.flush();
        }
    }

    private void print(Count count) {
        out.printf(
                ROW,
                count.method().id(),
                count.critic().operations(),
                launches(count.critic()),
                count.generator().operations(),
                launches(count.generator()),
                count.step().reads(),
                count.step().writes());
    }

    private static String launches(EngineCounts counts) {
        return counts.launches().isPresent() ? Long.toString(counts.launches().getAsLong()) : "–";
    }
}
