package lipschitzlab.diagnostic.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lipschitzlab.compute.Engine;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.file.UserFolder;
import lipschitzlab.setting.InputException;

/**
 * Classifiers that were trained before, each in a file named after its data, so that every later experiment on the same data
 * compares by the same features and need not wait. What cannot be read is trained anew, and what cannot be written is not kept; both
 * are told. May be used by several programs at once: a file is there whole or not at all.
 */
public final class ClassifierCache {
    /** Another network, or another way of training it, has another number. */
    private static final String VERSION = "classifier 1";

    private static final int NAME = 16;

    private final Path folder;

    /** @param folder made when there is something to keep */
    public ClassifierCache(Path folder) {
        this.folder = folder;
    }

    /** That of this person's account on this machine. */
    public static ClassifierCache usual() {
        return new ClassifierCache(UserFolder.CACHE.path().resolve("classifiers"));
    }

    /**
     * The classifier of these data, trained if there is none yet.
     *
     * @param data with classes
     * @param engine computes; nothing of it is kept
     * @param cancelled asked now and then while it is trained
     * @param told takes, in sentences, what could not be read or kept
     * @throws java.util.concurrent.CancellationException once it was cancelled
     */
    public Classifier classifier(Dataset data, Engine engine, BooleanSupplier cancelled, Consumer<String> told) {
        return classifier(data, engine, told, () -> new ClassifierTraining(data).train(engine, cancelled));
    }

    /** Trains a classifier. */
    interface Training {
        Classifier train();
    }

    Classifier classifier(Dataset data, Engine engine, Consumer<String> told, Training training) {
        String key = DataKey.of(data, VERSION);
        Path file = folder.resolve(data.name() + "-" + key.substring(0, NAME) + ".safetensors");
        if (Files.exists(file)) {
            try {
                return ClassifierFile.read(file, data, key, engine);
            } catch (InputException broken) {
                told.accept("The classifier that was kept is trained anew: " + broken.getMessage());
            }
        }
        Classifier trained = training.train();
        try {
            ClassifierFile.write(file, trained, key, engine);
        } catch (InputException unwritable) {
            told.accept(
                    "The classifier could not be kept and will be trained again next time: " + unwritable.getMessage());
        }
        return trained;
    }
}
