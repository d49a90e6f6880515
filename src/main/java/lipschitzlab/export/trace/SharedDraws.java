package lipschitzlab.export.trace;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lipschitzlab.file.NpzWriter;

/**
 * What all lanes draw alike, one file for each step. A lane with more critic updates in a step than another draws what that one
 * drew, and more behind it: the file is that of the lane with the most.
 */
final class SharedDraws {
    private final TraceDirectory directory;
    private final Map<Integer, Integer> updates = new HashMap<>();

    /**
     * Of one step.
     *
     * @param sample the shape of a sample
     * @param real one batch for each update of the critic
     * @param fake of a generator that does not learn: one batch for each update of the critic
     * @param latent of one that learns: its input for each update of the critic
     * @param generatorLatent of one that learns: its input for its own update
     * @param classes where networks read them: those of the samples of each update of the critic
     * @param generatorClasses where networks read them: those of the samples of the generator's own update
     */
    record Draws(
            int[] sample,
            List<float[]> real,
            List<float[]> fake,
            List<float[]> latent,
            Optional<float[]> generatorLatent,
            List<float[]> classes,
            Optional<float[]> generatorClasses) {}

    SharedDraws(TraceDirectory directory) {
        this.directory = directory;
    }

    /** Writes the step's file if there is none yet with as much in it. */
    synchronized void offer(int step, Draws draws) {
        int found = draws.real().size();
        if (updates.getOrDefault(step, 0) < found) {
            directory.write("shared/step-" + step + ".npz", out -> {
                NpzWriter arrays = new NpzWriter(out);
                write(arrays, draws);
                arrays.finish();
            });
            updates.put(step, found);
        }
    }

    private static void write(NpzWriter arrays, Draws draws) throws IOException {
        write(arrays, "real", draws.real(), draws.sample());
        write(arrays, "fake", draws.fake(), draws.sample());
        int rows = draws.real().get(0).length / IntStream.of(draws.sample()).reduce(1, Math::multiplyExact);
        for (float[] numbers : draws.generatorLatent().stream().toList()) {
            int[] noise = {draws.latent().get(0).length / rows};
            write(arrays, "latent", draws.latent(), noise);
            arrays.floats("generator_latent", new int[] {numbers.length / noise[0], noise[0]}, Stream.of(numbers));
        }
        write(arrays, "classes", draws.classes(), new int[0]);
        for (float[] numbers : draws.generatorClasses().stream().toList()) {
            arrays.floats("generator_classes", new int[] {numbers.length}, Stream.of(numbers));
        }
    }

    /** {@code [updates, rows, …row]}; nothing if there are no parts. */
    private static void write(NpzWriter arrays, String name, List<float[]> parts, int[] row) throws IOException {
        if (!parts.isEmpty()) {
            int rows = parts.get(0).length / IntStream.of(row).reduce(1, Math::multiplyExact);
            int[] shape = IntStream.concat(IntStream.of(parts.size(), rows), IntStream.of(row))
                    .toArray();
            arrays.floats(name, shape, parts.stream());
        }
    }
}
