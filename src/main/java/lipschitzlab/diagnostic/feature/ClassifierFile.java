package lipschitzlab.diagnostic.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.file.SafetensorsFile;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.network.ClassifierNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.InputException;

/** A classifier as a file in the safetensors format: its arrays by their names in the network, and what it was found to be worth. */
final class ClassifierFile {
    private static final String EXPECTED = "a classifier that the lab trained";
    private static final String KEY = "data";
    private static final String ACCURACY = "accuracy";
    private static final String HELD_OUT = "held_out";

    private ClassifierFile() {}

    /**
     * Writes it whole or not at all.
     *
     * @param key of the data that it was trained on
     * @throws InputException if it cannot be written
     */
    static void write(Path file, Classifier classifier, String key, Engine engine) {
        StoredNetwork stored = classifier.network();
        SafetensorsWriter writer = new SafetensorsWriter()
                .metadata(Map.of(
                        KEY, key,
                        ACCURACY, Double.toString(classifier.accuracy()),
                        HELD_OUT, Integer.toString(classifier.heldOut())));
        List<Expected> all = expected(stored.sample(), stored.classes(), engine);
        for (int i = 0; i < all.size(); i++) {
            writer.floats(all.get(i).name(), all.get(i).shape(), stored.arrays().get(i));
        }
        WholeFile.write(file, writer::writeTo);
    }

    /**
     * Reads it.
     *
     * @param key of the data that it must have been trained on
     * @throws InputException if it is something else, or was trained on something else
     */
    static Classifier read(Path file, Dataset data, String key, Engine engine) {
        Shape sample = data.sampleShape();
        int classes = data.classNames().size();
        try (SafetensorsFile opened = SafetensorsFile.open(file, EXPECTED)) {
            Map<String, String> texts = opened.metadata();
            if (!key.equals(texts.get(KEY))) {
                throw unfit(file, "one of other data");
            }
            List<float[]> arrays = new ArrayList<>();
            for (Expected array : expected(sample, classes, engine)) {
                if (!opened.has(array.name()) || !Arrays.equals(opened.shape(array.name()), array.shape())) {
                    throw unfit(file, "one of another network");
                }
                arrays.add(opened.floats(array.name()));
            }
            StoredNetwork network = new StoredNetwork(sample, Classifier.FEATURES, classes, arrays);
            return new Classifier(network, accuracy(texts, file), heldOut(texts, file));
        }
    }

    /** An array that the file has. */
    private record Expected(String name, int[] shape) {}

    private static List<Expected> expected(Shape sample, int classes, Engine engine) {
        try (Network network = ClassifierNetwork.of(engine, sample, Classifier.FEATURES, classes, 0)) {
            List<Expected> all = new ArrayList<>();
            for (Map.Entry<String, Parameter> entry : network.namedParameters().entrySet()) {
                all.add(new Expected(entry.getKey(), entry.getValue().shape().sizes()));
            }
            return all;
        }
    }

    private static double accuracy(Map<String, String> texts, Path file) {
        try {
            return Double.parseDouble(texts.getOrDefault(ACCURACY, ""));
        } catch (NumberFormatException none) {
            throw unfit(file, "one without its accuracy");
        }
    }

    private static int heldOut(Map<String, String> texts, Path file) {
        try {
            return Integer.parseInt(texts.getOrDefault(HELD_OUT, ""));
        } catch (NumberFormatException none) {
            throw unfit(file, "one without the number of pictures on which it was tried");
        }
    }

    private static InputException unfit(Path file, String found) {
        return new InputException(file.toString(), EXPECTED, found, "It can be deleted: the lab makes another.");
    }
}
