package lipschitzlab.plot;

import java.util.List;
import lipschitzlab.measurement.SpectrumRecord;

/**
 * The singular values of one layer of one lane over a run.
 *
 * @param steps at which they were recorded, rising
 * @param sigma all singular values at each of these steps, falling
 */
public record SpectrumTrack(int[] steps, double[][] sigma) {
    /** Checks the lengths. */
    public SpectrumTrack {
        if (steps.length != sigma.length) {
            throw new IllegalArgumentException(
                    "expected a spectrum for each of " + steps.length + " steps, found " + sigma.length);
        }
    }

    /**
     * Of one layer in what was recorded.
     *
     * @param layer its place among the critic's layers; records without it are left out
     */
    public static SpectrumTrack of(List<SpectrumRecord> records, int layer) {
        List<SpectrumRecord> having = records.stream()
                .filter(record -> layer >= 0 && layer < record.layers().size())
                .toList();
        return new SpectrumTrack(
                having.stream().mapToInt(SpectrumRecord::step).toArray(),
                having.stream()
                        .map(record -> record.layers().get(layer).sigma())
                        .toArray(double[][]::new));
    }

    /** The last step that was recorded, 0 if none was. */
    public int end() {
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }

    /** The singular values at the last step; empty if none were recorded. */
    public double[] newest() {
        return sigma.length == 0 ? new double[0] : sigma[sigma.length - 1];
    }

    /** How many singular values the layer has. */
    int size() {
        return sigma.length == 0 ? 0 : sigma[0].length;
    }

    /** The largest singular value of all; 0 if there is none that is finite. */
    double largest() {
        double largest = 0;
        for (double[] spectrum : sigma) {
            if (spectrum.length > 0 && Double.isFinite(spectrum[0])) {
                largest = Math.max(largest, spectrum[0]);
            }
        }
        return largest;
    }
}
