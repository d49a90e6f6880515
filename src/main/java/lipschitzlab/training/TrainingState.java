package lipschitzlab.training;

import java.util.LinkedHashMap;
import java.util.Map;
import lipschitzlab.compute.Shape;

/**
 * All that a lane's training goes on from, in plain arrays that are never changed. Randomness needs no state: it is keyed by seed,
 * purpose, step and update.
 *
 * @param step generator steps done
 * @param arrays by name, in one order: {@code critic.2.weight} and its like, the optimizer's averages behind them
 *     ({@code critic.2.weight.first_moment}), and what the constraint keeps ({@code critic.2.weight.u})
 * @param iterations how many steps each network's optimizer has counted, by {@code critic} and {@code generator}
 */
public record TrainingState(int step, Map<String, Numbers> arrays, Map<String, Integer> iterations) {
    /** An array's numbers, row-major. */
    public record Numbers(Shape shape, float[] values) {
        /** @throws IllegalArgumentException if there are more or fewer numbers than the shape has */
        public Numbers {
            if (values.length != shape.length()) {
                throw new IllegalArgumentException("expected " + shape.length() + " numbers, found " + values.length);
            }
        }
    }

    /** Copies the maps and keeps their order. */
    public TrainingState {
        arrays = new LinkedHashMap<>(arrays);
        iterations = new LinkedHashMap<>(iterations);
    }

    /** What the arrays take in memory. */
    public long bytes() {
        return arrays.values().stream()
                .mapToLong(numbers -> (long) Float.BYTES * numbers.values().length)
                .sum();
    }
}
