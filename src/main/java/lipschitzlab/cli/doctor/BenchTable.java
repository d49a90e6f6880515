package lipschitzlab.cli.doctor;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lipschitzlab.benchmark.StepBenchmark;
import lipschitzlab.benchmark.StepBenchmark.BaselineResult;
import lipschitzlab.benchmark.StepBenchmark.Result;
import lipschitzlab.benchmark.Workload;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.ProcessMemory;

/** The times of the methods' updates and of the baseline's, one table for each workload. */
public final class BenchTable {
    private static final String NONE = "–";
    private static final String HEADING = "%-20s %9s %8s %8s %7s %9s %8s %8s %8s %6s %6s %9s %7s %9s %7s%n";

    private final PrintWriter out;
    private final Backend backend;
    private final Optional<BaselineProvider> baselines;
    private final double seconds;

    /** @param seconds how long the rounds of one workload take about */
    public BenchTable(PrintWriter out, Backend backend, Optional<BaselineProvider> baselines, double seconds) {
        this.out = out;
        this.backend = backend;
        this.baselines = baselines;
        this.seconds = seconds;
    }

    /** Measures and prints; takes half a minute a workload, or a few where a step takes seconds. */
    public void print(List<Workload> workloads) {
        double machine = StepBenchmark.largeProductGigaflops(backend);
        out.println();
        out.println("Times of one update in ms, 1 native thread, on "
                + backend.device().engine() + ", " + backend.device().name() + ".");
        out.println("Included: batch, noise, the generator's forward pass, transfer, gradients and optimizer, until the"
                + " losses are read.");
        out.printf(
                "Large matrix product (1024×1024×1024) on this engine: %.1f GFLOP/s; share: the critic's rate of it.%n",
                machine);
        out.println(aboutTheBaseline());
        for (Workload workload : workloads) {
            print(workload, machine);
        }
    }

    private String aboutTheBaseline() {
        if (backend.device().card().isPresent()) {
            return "Baseline: none, since it computes on the processor and this engine on a card.";
        }
        return baselines
                .map(provider -> "Baseline: the same step in PyTorch's idiom, by " + provider.title()
                        + ", same process, threads and batches; ÷: our time by the baseline's.")
                .orElse(
                        "Baseline: none, since LibTorch is not on the class path; the profile that brings it is -Plibtorch.");
    }

    private void print(Workload workload, double machine) {
        out.println();
        out.println(workload.id() + ": " + workload.title());
        out.printf(
                HEADING,
                "method",
                "critic",
                "p10",
                "p90",
                "÷ clip.",
                "generator",
                "p10",
                "p90",
                "GFLOP/s",
                "share",
                "MB",
                "base cr.",
                "÷",
                "base gen.",
                "÷");
        out.flush();
        List<Result> results = new StepBenchmark(workload, baselines, seconds).run(backend);
        results.forEach(result -> row(result, results.get(0).critic().median(), machine));
        OptionalDouble difference = results.stream()
                .flatMap(result -> result.baseline().stream())
                .mapToDouble(BaselineResult::gradientDifference)
                .max();
        difference.ifPresent(largest -> out.printf(
                Locale.ROOT,
                "The baseline's gradients of the critic's loss differ from ours by %.1e of their norm at most.%n",
                largest));
        ProcessMemory memory = ProcessMemory.now();
        out.printf(
                "%s of the program with all of these: %d MB%n",
                memory.whole() ? "Resident memory" : "Java heap", memory.megabytes());
        out.flush();
    }

    private void row(Result result, double clipping, double machine) {
        double critic = result.critic().median();
        double generator = result.generator().median();
        Optional<Double> baselineCritic =
                result.baseline().map(baseline -> baseline.critic().median());
        Optional<Double> baselineGenerator =
                result.baseline().map(baseline -> baseline.generator().median());
        out.printf(
                HEADING,
                result.method().id(),
                number(critic),
                number(result.critic().low()),
                number(result.critic().high()),
                number(critic / clipping),
                number(generator),
                number(result.generator().low()),
                number(result.generator().high()),
                number(result.gigaflops()),
                String.format("%.0f %%", 100 * result.gigaflops() / machine),
                result.megabytes(),
                baselineCritic.map(BenchTable::number).orElse(NONE),
                baselineCritic.map(baseline -> number(critic / baseline)).orElse(NONE),
                baselineGenerator.map(BenchTable::number).orElse(NONE),
                baselineGenerator.map(baseline -> number(generator / baseline)).orElse(NONE));
    }

    private static String number(double value) {
        return String.format("%.2f", value);
    }
}
