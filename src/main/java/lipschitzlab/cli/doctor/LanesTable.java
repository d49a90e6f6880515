package lipschitzlab.cli.doctor;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import lipschitzlab.benchmark.LaneComparison;
import lipschitzlab.benchmark.LaneComparison.Round;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.statistic.Quantiles;

/** The time of the default preset's lanes together, alone, and of as many baseline processes. */
public final class LanesTable {
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SHARE = 5;

    private final PrintWriter out;
    private final Backend backend;
    private final Optional<BaselineProvider> baselines;

    public LanesTable(PrintWriter out, Backend backend, Optional<BaselineProvider> baselines) {
        this.out = out;
        this.backend = backend;
        this.baselines = baselines;
    }

    /** Measures and prints. */
    public void print(int steps) throws InterruptedException {
        Preset preset = PresetReader.of(Presets.DEFAULT, Map.of());
        out.println();
        out.printf(
                "The %d lanes of %s, %d generator steps each, 1 native thread a lane, %d cores, on %s; median of %d"
                        + " rounds.%n",
                preset.lanes().size(),
                preset.name(),
                steps,
                Runtime.getRuntime().availableProcessors(),
                backend.device().engine(),
                ROUNDS);
        out.println(
                "Without diagnoses. The clock stops with the last lane's last step; no start of a program is in it.");
        out.flush();
        List<Round> rounds = new ArrayList<>();
        List<Double> ofBaselines = new ArrayList<>();
        try (LaneComparison lanes = new LaneComparison(preset, backend)) {
            Optional<BaselineProcesses> processes = baselines.map(provider -> new BaselineProcesses(preset));
            try {
                int warmUp = Math.max(1, steps / WARM_UP_SHARE);
                lanes.round(warmUp);
                processes.ifPresent(each -> each.seconds(warmUp));
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(lanes.round(steps));
                    processes.ifPresent(each -> ofBaselines.add(each.seconds(steps)));
                }
            } finally {
                processes.ifPresent(BaselineProcesses::close);
            }
        }
        print(preset, rounds, ofBaselines);
    }

    private void print(Preset preset, List<Round> rounds, List<Double> ofBaselines) {
        double alone = median(rounds, Round::oneAfterAnother);
        double lockstep = median(rounds, Round::lockstep);
        double free = median(rounds, Round::free);
        OptionalDouble baselinesTogether =
                ofBaselines.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(ofBaselines));
        out.printf("%-44s %9s %9s %10s%n", "", "seconds", "÷ alone", "÷ baseline");
        for (LaneSpec spec : preset.lanes()) {
            row("alone: " + spec.id(), median(rounds, round -> round.alone().get(spec.id())));
        }
        row("alone, one after another", alone, alone, baselinesTogether);
        row("together, in lockstep", lockstep, alone, baselinesTogether);
        row("together, each as fast as it goes", free, alone, baselinesTogether);
        if (baselinesTogether.isPresent()) {
            row("as many baseline processes together", baselinesTogether.getAsDouble(), alone, baselinesTogether);
        } else {
            out.println("No baseline processes, since LibTorch is not on the class path; the profile that brings it is"
                    + " -Plibtorch.");
        }
        out.flush();
    }

    private void row(String what, double seconds) {
        out.printf("%-44s %9.2f%n", what, seconds);
    }

    private void row(String what, double seconds, double alone, OptionalDouble ofBaselines) {
        String byBaselines = ofBaselines.isPresent() ? String.format("%.2f", seconds / ofBaselines.getAsDouble()) : "–";
        out.printf("%-44s %9.2f %9.2f %10s%n", what, seconds, seconds / alone, byBaselines);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> seconds) {
        return median(rounds.stream().mapToDouble(seconds).boxed().toList());
    }

    private static double median(Collection<Double> seconds) {
        return Quantiles.median(
                seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
