package lipschitzlab.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.statistic.Quantiles;

/**
 * The floors of all distances: two finite sets drawn from one distribution are never equal, so that even a perfect generator does
 * not measure 0. Batches of training data are compared with the held-out samples just as generated ones are.
 */
public final class DistanceFloors {
    static final int DRAWS = 20;
    private static final double TAIL = 0.05;

    private DistanceFloors() {}

    /**
     * By metric, for each distance that is measured on these data. Takes about half a second.
     *
     * @param seed the experiment's
     */
    public static Map<Metric, Floor> of(Dataset data, long seed) {
        HeldOutDistances distances = new HeldOutDistances(data, seed);
        List<Double> sliced = new ArrayList<>();
        List<Double> exact = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            float[] real = data.batch(distances.slicedSamples(), RandomStream.of(seed, RandomPurpose.FLOOR, draw));
            sliced.add(distances.sliced(real));
            distances.exact(real).ifPresent(exact::add);
        }
        Map<Metric, Floor> floors = new EnumMap<>(Metric.class);
        floors.put(Metric.SLICED_WASSERSTEIN, floor(sliced, distances.slicedSamples()));
        if (!exact.isEmpty()) {
            floors.put(Metric.WASSERSTEIN, floor(exact, distances.exactSamples()));
        }
        return floors;
    }

    /** The band of some draws. */
    static Floor floor(List<Double> draws, int samples) {
        double[] numbers = draws.stream().mapToDouble(Double::doubleValue).toArray();
        return new Floor(
                Quantiles.of(TAIL, numbers), Quantiles.median(numbers), Quantiles.fromAbove(TAIL, numbers), samples);
    }
}
