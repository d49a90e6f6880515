package lipschitzlab.plot.curve;

import lipschitzlab.measurement.Metric;

/**
 * How one metric is drawn: the words beside its axis and the axis itself.
 *
 * @param label what is counted, with its unit
 * @param kind which axis suits it
 */
record MetricAxis(String label, Kind kind) {
    /** Kinds of axes. */
    enum Kind {
        /** Just around the values. */
        FREE,
        /** With 0 in view. */
        FROM_ZERO,
        /** By powers of ten where values need it, else with 0 in view. */
        RATIO,
        /** By powers of ten wherever all values are positive. */
        LOGARITHMIC,
        /** Whole numbers from 0. */
        COUNT,
        /** From 0 to 100 %. */
        SHARE
    }

    static MetricAxis of(Metric metric) {
        return switch (metric) {
            case CRITIC_LOSS, GENERATOR_LOSS -> new MetricAxis("loss", Kind.FREE);
            case PENALTY -> new MetricAxis("penalty", Kind.FROM_ZERO);
            case GAP -> new MetricAxis("gap, in the critic's own unit", Kind.FROM_ZERO);
            case GAP_OVER_SLOPE -> new MetricAxis("distance, in units of the data", Kind.FROM_ZERO);
            case GRADIENT_NORM_REAL, GRADIENT_NORM_FAKE, GRADIENT_NORM_INTERPOLATED, GRADIENT_NORM_MAX ->
                new MetricAxis("‖∇D‖, per unit of the data", Kind.RATIO);
            case LIPSCHITZ_FOUND, LIPSCHITZ_CERTIFIED, LIPSCHITZ_OPERATORS, LIPSCHITZ_NOMINAL ->
                new MetricAxis("Lipschitz constant, per unit of the data", Kind.LOGARITHMIC);
            case GENERATOR_SIGNAL -> new MetricAxis("mean ‖gradient‖ at a fake", Kind.RATIO);
            case SLICED_WASSERSTEIN, WASSERSTEIN -> new MetricAxis("distance, in units of the data", Kind.FROM_ZERO);
            case MODES, BALANCED_MODES -> new MetricAxis("modes", Kind.COUNT);
            case KERNEL_DISTANCE -> new MetricAxis("squared distance, in the kernel's unit", Kind.FROM_ZERO);
            case FRECHET_DISTANCE -> new MetricAxis("squared distance of features", Kind.FROM_ZERO);
            case PRECISION, CLASS_AGREEMENT -> new MetricAxis("share of samples", Kind.SHARE);
            case RECALL, COVERAGE -> new MetricAxis("share of real pictures", Kind.SHARE);
            case DENSITY -> new MetricAxis("density", Kind.FROM_ZERO);
            case SLICED_WASSERSTEIN_PYRAMID ->
                new MetricAxis("distance, in spreads of a patch's pixel", Kind.FROM_ZERO);
            case HIGH_QUALITY, NEAR_MODE -> new MetricAxis("share of samples", Kind.SHARE);
        };
    }
}
