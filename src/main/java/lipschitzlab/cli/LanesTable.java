package lipschitzlab.cli;

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
import lipschitzlab.compute.device.Engines;
import lipschitzlab.compute.peer.PeerProvider;
import lipschitzlab.preset.LanePlan;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.statistic.Quantiles;

/** The time of the default preset's lanes together, alone, and of as many peer processes. */
final class LanesTable {
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SHARE = 5;

    private final PrintWriter out;
    private final Engines engines;
    private final Optional<PeerProvider> peers;

    LanesTable(PrintWriter out, Engines engines, Optional<PeerProvider> peers) {
        this.out = out;
        this.engines = engines;
        this.peers = peers;
    }

    /** Measures and prints. */
    void print(int steps) throws InterruptedException {
        Preset preset = PresetReader.of(Presets.DEFAULT, Map.of());
        out.println();
        out.printf(
                "The %d lanes of %s, %d generator steps each, 1 native thread a lane, %d cores, on %s; median of %d"
                        + " rounds.%n",
                preset.lanes().size(),
                preset.name(),
                steps,
                Runtime.getRuntime().availableProcessors(),
                engines.device().engine(),
                ROUNDS);
        out.println(
                "Without diagnoses. The clock stops with the last lane's last step; no start of a program is in it.");
        out.flush();
        List<Round> rounds = new ArrayList<>();
        List<Double> ofPeers = new ArrayList<>();
        try (LaneComparison lanes = new LaneComparison(preset, engines)) {
            Optional<PeerProcesses> processes = peers.map(provider -> new PeerProcesses(preset));
            try {
                int warmUp = Math.max(1, steps / WARM_UP_SHARE);
                lanes.round(warmUp);
                processes.ifPresent(each -> each.seconds(warmUp));
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(lanes.round(steps));
                    processes.ifPresent(each -> ofPeers.add(each.seconds(steps)));
                }
            } finally {
                processes.ifPresent(PeerProcesses::close);
            }
        }
        print(preset, rounds, ofPeers);
    }

    private void print(Preset preset, List<Round> rounds, List<Double> ofPeers) {
        double alone = median(rounds, Round::oneAfterAnother);
        double lockstep = median(rounds, Round::lockstep);
        double free = median(rounds, Round::free);
        OptionalDouble peersTogether = ofPeers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(ofPeers));
        out.printf("%-44s %9s %9s %9s%n", "", "seconds", "÷ alone", "÷ peers");
        for (LanePlan plan : preset.lanes()) {
            row("alone: " + plan.id(), median(rounds, round -> round.alone().get(plan.id())));
        }
        row("alone, one after another", alone, alone, peersTogether);
        row("together, in lockstep", lockstep, alone, peersTogether);
        row("together, each as fast as it goes", free, alone, peersTogether);
        if (peersTogether.isPresent()) {
            row("as many peer processes together", peersTogether.getAsDouble(), alone, peersTogether);
        } else {
            out.println("No peer processes, since LibTorch is not on the class path; the profile that brings it is"
                    + " -Plibtorch.");
        }
        out.flush();
    }

    private void row(String what, double seconds) {
        out.printf("%-44s %9.2f%n", what, seconds);
    }

    private void row(String what, double seconds, double alone, OptionalDouble ofPeers) {
        String byPeers = ofPeers.isPresent() ? String.format("%.2f", seconds / ofPeers.getAsDouble()) : "–";
        out.printf("%-44s %9.2f %9.2f %9s%n", what, seconds, seconds / alone, byPeers);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> seconds) {
        return median(rounds.stream().mapToDouble(seconds).boxed().toList());
    }

    private static double median(Collection<Double> seconds) {
        return Quantiles.median(
                seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
