package lipschitzlab.export.trace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.MemoryExhaustedException;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.constraint.SingularTriplet;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.file.FreeSpace;
import lipschitzlab.network.Parameter;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.CriticReport;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.TrainingRecorder;

/**
 * How large a trace will be, at most: counted on one update of each lane's critic, for the steps and the critic updates that the
 * preset asks for, as if nothing could be compressed.
 *
 * @param steps generator steps
 * @param bytes on the disk
 */
record TraceSize(int steps, long bytes) {
    /** What a file takes beside its numbers: a part of a block at its end, and the heads of its arrays. */
    private static final long PER_FILE = 8192;

    private static final double MEGABYTE = 1e6;

    /** Trains one update of each lane's critic, on networks that are then thrown away. */
    static TraceSize of(Preset preset, Dataset data, Backend backend, int weightsEvery) {
        int steps = preset.shared().get(SharedSettings.STEPS);
        long weightFiles = 2L + steps / weightsEvery;
        long shared = 0;
        long lanes = 0;
        for (LaneSpec spec : preset.lanes()) {
            int updates = spec.values().get(LaneSettings.CRITIC_STEPS);
            Counter counted = Counter.of(preset, spec, data, backend);
            shared = Math.max(shared, updates * counted.drawnAlike + counted.generatorDraws);
            lanes += steps * file(updates * counted.drawnApart) + weightFiles * file(counted.weights);
        }
        return new TraceSize(steps, steps * file(shared) + lanes);
    }

    private static long file(long floats) {
        return Float.BYTES * floats + PER_FILE;
    }

    /**
     * Looks before anything is made.
     *
     * @throws InputException if the disk has less room than this
     */
    void requireRoom(Path folder) {
        OptionalLong free = FreeSpace.at(folder);
        if (free.isPresent() && free.getAsLong() < bytes) {
            throw new InputException(
                    "--trace " + folder,
                    "a disk with " + megabytes(bytes) + " free, which the trace of " + steps + " steps may take",
                    megabytes(free.getAsLong()),
                    "Trace fewer steps (--steps) or lanes (--lanes), write the weights less often (--trace-weights), or"
                            + " choose a folder on another disk.");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }

    /** Counts the numbers of one update of a lane's critic, and of its weights. */
    private static final class Counter implements TrainingRecorder {
        private long drawnAlike;
        private long drawnApart;
        private long generatorDraws;
        private int generatorBatch;
        private long weights;

        static Counter of(Preset preset, LaneSpec spec, Dataset data, Backend backend) {
            Counter counter = new Counter();
            try (Engine engine = backend.create(1)) {
                LaneTraining training = new LaneTraining(preset, spec, spec.values(), data, engine);
                training.recordTo(counter);
                counter.generatorBatch = preset.shared().get(SharedSettings.GENERATOR_BATCH);
                training.trainCriticAndReport(0, spec.values().get(LaneSettings.LEARNING_RATE));
            } catch (MemoryExhaustedException full) {
                throw new InputException(
                        "lane " + spec.id(),
                        "networks and a batch that fit into memory",
                        full.getMessage(),
                        "Lower the batch or the width of the networks.",
                        full);
            }
            return counter;
        }

        @Override
        public void begin(LaneTraining training) {
            for (Parameter parameter : training.critic().parameters()) {
                weights += parameter.shape().length();
            }
            for (Parameter weight : training.critic().weights()) {
                weights += training.constraint()
                        .leadingTriplet(weight)
                        .map(Counter::length)
                        .orElse(0);
            }
            training.generatorNetwork().ifPresent(generator -> generator
                    .parameters()
                    .forEach(parameter -> weights += parameter.shape().length()));
        }

        private static int length(SingularTriplet triplet) {
            return triplet.u().length + triplet.v().length;
        }

        @Override
        public void criticLatent(int update, float[] numbers) {
            drawnAlike += numbers.length;
            generatorDraws += (long) generatorBatch * numbers.length;
        }

        @Override
        public void penaltyNoise(int update, float[] numbers) {
            drawnApart += numbers.length;
        }

        @Override
        public void criticClasses(int update, int[] labels) {
            drawnAlike += labels.length;
            generatorDraws += (long) generatorBatch * labels.length;
        }

        @Override
        public void criticUpdated(int update, double rate, float[] real, float[] fake, CriticReport report) {
            drawnAlike += real.length;
        }

        @Override
        public void generatorClasses(int[] labels) {
            throw new IllegalStateException("expected an update of the critic only");
        }

        @Override
        public void generatorLatent(float[] numbers) {
            throw new IllegalStateException("expected an update of the critic only");
        }

        @Override
        public void stepped(double rate, double loss) {
            throw new IllegalStateException("expected an update of the critic only");
        }
    }
}
