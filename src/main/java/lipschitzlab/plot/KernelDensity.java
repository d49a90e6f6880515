package lipschitzlab.plot;

/** The density of numbers on a line as their kernel estimate: each number counts as a narrow Gaussian around it. */
final class KernelDensity {
    /** Beyond so many bandwidths a Gaussian is nothing. */
    private static final double REACH = 5;

    private final float[] samples;
    private final double bandwidth;

    /**
     * @param samples those that are not finite are nowhere, but count
     * @param bandwidth the standard deviation of each Gaussian
     */
    KernelDensity(float[] samples, double bandwidth) {
        this.samples = samples;
        this.bandwidth = bandwidth;
    }

    /** The share of samples that lie beyond an interval around 0, or nowhere. */
    static double outside(float[] samples, double extent) {
        int count = 0;
        for (float sample : samples) {
            count += Math.abs(sample) <= extent ? 0 : 1;
        }
        return samples.length == 0 ? 0 : (double) count / samples.length;
    }

    double at(double x) {
        double sum = 0;
        for (float sample : samples) {
            double away = (x - sample) / bandwidth;
            if (Math.abs(away) < REACH) {
                sum += Math.exp(-away * away / 2);
            }
        }
        return sum / (samples.length * bandwidth * Math.sqrt(2 * Math.PI));
    }
}
