package lipschitzlab.training;

import java.util.EnumMap;
import java.util.Map;
import lipschitzlab.diagnostic.sample.DensityCoverage;
import lipschitzlab.diagnostic.sample.FeatureRows;
import lipschitzlab.diagnostic.sample.FrechetDistance;
import lipschitzlab.diagnostic.sample.KernelDistance;
import lipschitzlab.diagnostic.sample.PrecisionRecall;
import lipschitzlab.measurement.Metric;

/** Compares features of generated pictures with those of one set of real ones. Never changed. */
final class FeatureComparison {
    private final KernelDistance kernel;
    private final FrechetDistance frechet;
    private final PrecisionRecall.Real precision;
    private final DensityCoverage.Real density;

    /** @param real more than {@link DensityCoverage#NEIGHBOURS} */
    FeatureComparison(FeatureRows real) {
        this.kernel = KernelDistance.from(real);
        this.frechet = FrechetDistance.from(real);
        this.precision = PrecisionRecall.against(real);
        this.density = DensityCoverage.against(real);
    }

    /** All measures of features but the Fréchet distance, which needs more pictures than the others. */
    Map<Metric, Double> withoutFrechet(FeatureRows generated) {
        PrecisionRecall shares = precision.of(generated);
        DensityCoverage cover = density.of(generated);
        Map<Metric, Double> measures = new EnumMap<>(Metric.class);
        measures.put(Metric.KERNEL_DISTANCE, kernel.to(generated));
        measures.put(Metric.PRECISION, shares.precision());
        measures.put(Metric.RECALL, shares.recall());
        measures.put(Metric.DENSITY, cover.density());
        measures.put(Metric.COVERAGE, cover.coverage());
        return measures;
    }

    /** All measures of features. */
    Map<Metric, Double> of(FeatureRows generated) {
        Map<Metric, Double> measures = withoutFrechet(generated);
        measures.put(Metric.FRECHET_DISTANCE, frechet.to(generated));
        return measures;
    }
}
