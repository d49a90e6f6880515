package lipschitzlab.experiment;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.training.DistanceFloors;

/** What all comparisons with held-out samples come to between real ones; measured once, when first asked for. */
final class Floors {
    private final Supplier<Map<Metric, Floor>> measured;

    /** @param seed the experiment's */
    Floors(Dataset data, long seed, PictureComparison comparison) {
        this.measured = new Memoized<>(() -> {
            Map<Metric, Floor> all = new EnumMap<>(Metric.class);
            all.putAll(DistanceFloors.of(data, seed));
            all.putAll(comparison.floors());
            return all;
        });
    }

    /** By metric. Waits while they are measured. */
    Map<Metric, Floor> byMetric() {
        return measured.get();
    }
}
