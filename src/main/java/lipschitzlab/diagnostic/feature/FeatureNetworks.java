package lipschitzlab.diagnostic.feature;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lipschitzlab.compute.Engine;
import lipschitzlab.dataset.Dataset;

/** Chooses whose features the pictures of some data are compared by. */
public final class FeatureNetworks {
    private static final int CLASSES = 2;

    private FeatureNetworks() {}

    /**
     * A classifier of the data's own classes, kept from before or trained now; where there are no classes to tell apart, a random
     * network.
     *
     * @param data of pictures
     * @param engine computes; nothing of it is kept
     * @param cancelled asked now and then while a classifier is trained
     * @param told takes, in sentences, what could not be read or kept
     * @throws java.util.concurrent.CancellationException once it was cancelled
     */
    public static FeatureNetwork of(
            Dataset data, Engine engine, ClassifierCache cache, BooleanSupplier cancelled, Consumer<String> told) {
        return data.classNames().size() < CLASSES
                ? RandomFeatures.of(data.sampleShape(), engine)
                : cache.classifier(data, engine, cancelled, told);
    }
}
