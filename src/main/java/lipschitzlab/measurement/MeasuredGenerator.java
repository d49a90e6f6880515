package lipschitzlab.measurement;

import java.util.Map;

/**
 * How a generator's pictures compare with held-out ones.
 *
 * @param name the lane's id, and whether it is the average of its generators
 * @param step after how many generator steps
 * @param values by metric
 */
public record MeasuredGenerator(String name, int step, Map<Metric, Double> values) {
    /** Copies the map. */
    public MeasuredGenerator {
        values = Map.copyOf(values);
    }
}
