package lipschitzlab.measurement;

import java.util.List;
import java.util.Map;

/**
 * How a generator's pictures of each class compare with held-out ones of that class.
 *
 * @param name the lane's id, and whether it is the average of its generators
 * @param step after how many generator steps
 * @param values by label, by metric
 */
public record MeasuredClasses(String name, int step, List<Map<Metric, Double>> values) {
    /** Copies the maps. */
    public MeasuredClasses {
        values = values.stream().map(Map::copyOf).toList();
    }
}
