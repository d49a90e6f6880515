package lipschitzlab.benchmark;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.MemoryExhaustedException;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.training.LaneTraining;

/** A card that one lane fills, on purpose, while another goes on. */
public final class FullMemory {
    /** 2³⁰ bytes. */
    private static final Shape BLOCK = Shape.of(16_384, 16_384);

    private static final int MEBIBYTES_PER_BLOCK = 1024;
    private static final int STEPS = 20;

    private FullMemory() {}

    /**
     * Fills the card's memory through one engine until it refuses, trains another lane meanwhile and after, and then a new one.
     *
     * @return what was seen, in a sentence
     * @throws IllegalStateException if the card does not refuse, or a lane's losses are no numbers afterwards
     */
    public static String of(Workload workload, Backend backend) {
        LaneSpec spec = StepBenchmark.specs(workload).get(0);
        try (LaneTraining other = lane(workload, spec, backend)) {
            train(other);
            String refusal;
            int blocks = 0;
            try (Engine greedy = backend.create(1)) {
                int most = 1 + (int) (backend.device().memoryMiB() / MEBIBYTES_PER_BLOCK);
                refusal = "";
                while (refusal.isEmpty() && blocks <= most) {
                    refusal = refusalOfOneMore(greedy);
                    blocks++;
                }
                train(other);
            }
            if (refusal.isEmpty()) {
                throw new IllegalStateException("expected a full card to refuse, found room for " + blocks + " GiB");
            }
            train(other);
            try (LaneTraining next = lane(workload, spec, backend)) {
                train(next);
            }
            return "\"" + refusal + "\" at block " + blocks
                    + " of 1 GiB; the other lane went on, and a new one trains.";
        }
    }

    /** What the engine says when it is asked for a block more; nothing if it has room. */
    private static String refusalOfOneMore(Engine greedy) {
        try {
            Array block = greedy.full(BLOCK, 1);
            // Reading makes sure that the card has really done it.
            greedy.read(greedy.sliceRows(block, 0, 1));
            return "";
        } catch (MemoryExhaustedException full) {
            return full.getMessage();
        }
    }

    private static LaneTraining lane(Workload workload, LaneSpec spec, Backend backend) {
        Preset preset = workload.preset(List.of(spec));
        return new LaneTraining(preset, spec, spec.values(), preset.data().load(), backend.create(1));
    }

    private static void train(LaneTraining lane) {
        for (int i = 0; i < STEPS; i++) {
            LaneTraining.StepReport report = lane.train(1);
            if (!Double.isFinite(report.critic().loss()) || !Double.isFinite(report.generatorLoss())) {
                throw new IllegalStateException("expected finite losses, found " + report);
            }
        }
    }
}
