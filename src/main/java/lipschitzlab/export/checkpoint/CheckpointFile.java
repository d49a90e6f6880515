package lipschitzlab.export.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import lipschitzlab.compute.Shape;
import lipschitzlab.experiment.LaneCheckpoint;
import lipschitzlab.file.SafetensorsFile;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.TrainingState;
import lipschitzlab.training.TrainingState.Numbers;

/**
 * {@code checkpoints/STEP/LANE.safetensors}: the networks, the optimizers and what the constraint keeps, as {@link TrainingState} names
 * them; and as texts where the lane stands and what it was trained with. A sum over the numbers tells whether they are whole.
 */
record CheckpointFile(Path path, Texts texts) {
    private static final String KIND = "format";
    private static final String KIND_VALUE = "lipschitz-lab checkpoint 1";
    private static final String SUM = "crc32c";
    private static final String ITERATIONS = "iterations.";
    private static final String EXPECTED = "a lane's checkpoint";
    private static final int BUFFER = 1 << 16;

    /**
     * Writes one, whole or not at all.
     *
     * @param journal the texts that the journal gave
     * @param more about the run
     * @throws InputException if it cannot be written
     */
    static void write(Path file, LaneCheckpoint checkpoint, Map<String, String> journal, Map<String, String> more) {
        Map<String, String> texts = new LinkedHashMap<>(more);
        texts.put(KIND, KIND_VALUE);
        texts.put("lane", checkpoint.lane());
        texts.putAll(PositionTexts.of(checkpoint.position()));
        texts.putAll(journal);
        SafetensorsWriter arrays = new SafetensorsWriter();
        checkpoint.networks().ifPresent(state -> {
            state.arrays()
                    .forEach((name, numbers) ->
                            arrays.floats(name, numbers.shape().sizes(), numbers.values()));
            state.iterations().forEach((network, count) -> texts.put(ITERATIONS + network, String.valueOf(count)));
            texts.put(SUM, sum(state.arrays()));
        });
        arrays.metadata(texts);
        WholeFile.write(file, arrays::writeTo);
    }

    /** Opens one and reads its texts. */
    static CheckpointFile open(Path path) {
        try (SafetensorsFile file = SafetensorsFile.open(path, EXPECTED)) {
            Texts texts = new Texts(file.metadata(), path.toString());
            if (!KIND_VALUE.equals(texts.find(KIND).orElse(""))) {
                throw new InputException(
                        path.toString(),
                        EXPECTED + " (" + KIND_VALUE + ")",
                        texts.find(KIND).orElse("another safetensors file"),
                        "Open it with Inspect weights, or resume with the version of the lab that wrote it.");
            }
            return new CheckpointFile(path, texts);
        }
    }

    int step() {
        return texts.count("step");
    }

    /**
     * What training goes on from, if the lane had networks.
     *
     * @throws InputException if the file is not as it was written
     */
    Optional<TrainingState> networks() {
        if (texts.find(SUM).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Numbers> arrays = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(path, EXPECTED)) {
            for (String name : file.names()) {
                arrays.put(name, new Numbers(Shape.of(file.shape(name)), file.floats(name)));
            }
        }
        if (!sum(arrays).equals(texts.text(SUM))) {
            throw new InputException(
                    path.toString(),
                    "numbers with the checksum " + texts.text(SUM),
                    sum(arrays),
                    "It was changed, or not all of it reached the disk: the run goes on from an earlier checkpoint, if there is one.");
        }
        Map<String, Integer> iterations = new LinkedHashMap<>();
        texts.under(ITERATIONS).keySet().forEach(network -> iterations.put(network, texts.count(ITERATIONS + network)));
        return Optional.of(new TrainingState(step(), arrays, iterations));
    }

    /** CRC-32C of all numbers, in their order, as little-endian floats. */
    private static String sum(Map<String, Numbers> arrays) {
        CRC32C sum = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        int most = BUFFER / Float.BYTES;
        for (Numbers numbers : arrays.values()) {
            float[] values = numbers.values();
            for (int start = 0; start < values.length; start += most) {
                int count = Math.min(most, values.length - start);
                bytes.clear().asFloatBuffer().put(values, start, count);
                sum.update(bytes.limit(count * Float.BYTES));
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
