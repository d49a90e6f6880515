package lipschitzlab.diagnostic.feature;

import java.nio.file.Path;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.Dataset;

/** A classifier of hardly any training, for tests in which only that it is one matters. */
public final class QuickClassifier {
    private static final int STEPS = 3;

    private QuickClassifier() {}

    /** A cache in this folder, in which that of these data lies. */
    public static ClassifierCache cache(Path folder, Dataset data) {
        return cache(folder, data, STEPS);
    }

    /** A cache in this folder, in which one of these data lies that was trained for so many steps. */
    public static ClassifierCache cache(Path folder, Dataset data, int steps) {
        ClassifierCache cache = new ClassifierCache(folder);
        try (Engine engine = EngineUnderTest.chosen().create(1)) {
            cache.classifier(
                    data, engine, told -> {}, () -> new ClassifierTraining(data, steps).train(engine, () -> false));
        }
        return cache;
    }
}
