package lipschitzlab.neighbour;

import lipschitzlab.compute.Engine;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.sample.FeatureRows;

/**
 * The Euclidean distance of two pictures' features. Those of a classifier change little where a picture is moved or brightened, so that
 * a copy is found that pixel by pixel is far away; but other pictures of its class are near as well.
 */
public final class FeatureDistance implements SampleDistance {
    private final FeatureNetwork network;
    private final KeptFeatures kept;
    private final Engine engine;

    /**
     * @param kept features that this network has found for the same samples
     * @param engine computes; nothing of it is kept
     */
    public FeatureDistance(FeatureNetwork network, KeptFeatures kept, Engine engine) {
        this.network = network;
        this.kept = kept;
        this.engine = engine;
    }

    @Override
    public String unit() {
        return "Euclidean distance of " + network.words();
    }

    @Override
    public Distances from(float[] sample) {
        float[] own = network.of(sample, engine).values();
        return (first, others) -> distances(own, kept.part(first, () -> network.of(others, engine)));
    }

    private static double[] distances(float[] own, FeatureRows rows) {
        double[] distances = new double[rows.count()];
        for (int row = 0; row < distances.length; row++) {
            double sum = 0;
            for (int i = 0; i < own.length; i++) {
                double difference = rows.values()[row * own.length + i] - own[i];
                sum += difference * difference;
            }
            distances[row] = Math.sqrt(sum);
        }
        return distances;
    }
}
