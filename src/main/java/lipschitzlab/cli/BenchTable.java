package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.List;
import lipschitzlab.compute.Engines;
import lipschitzlab.experiment.StepBenchmark;
import lipschitzlab.experiment.StepBenchmark.Result;
import lipschitzlab.experiment.Workload;

/** The times of the methods' updates, a table a workload. */
final class BenchTable {
    private BenchTable() {}

    /** Measures and prints; takes half a minute a workload, or a few where a step takes seconds. */
    static void print(PrintWriter out, Engines engines, List<Workload> workloads) {
        out.println();
        out.println("Times of one update in ms, 1 native thread, on "
                + engines.device().engine() + ", " + engines.device().name() + ".");
        out.println("Included: batch, noise, the generator's forward pass, transfer, gradients and optimizer, until the"
                + " losses are read.");
        for (Workload workload : workloads) {
            out.println();
            out.println(workload.id() + ": " + workload.title());
            out.printf(
                    "%-20s %10s %10s %10s %12s %10s %10s %10s%n",
                    "method", "critic", "p10", "p90", "÷ clipping", "generator", "p10", "p90");
            out.flush();
            rows(out, new StepBenchmark(workload).run(engines));
        }
    }

    private static void rows(PrintWriter out, List<Result> results) {
        double clipping = results.get(0).critic().median();
        for (Result result : results) {
            out.printf(
                    "%-20s %10.2f %10.2f %10.2f %12.2f %10.2f %10.2f %10.2f%n",
                    result.method().id(),
                    result.critic().median(),
                    result.critic().low(),
                    result.critic().high(),
                    result.critic().median() / clipping,
                    result.generator().median(),
                    result.generator().low(),
                    result.generator().high());
        }
    }
}
