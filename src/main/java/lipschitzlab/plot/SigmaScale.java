package lipschitzlab.plot;

import java.util.List;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.statistic.Quantiles;

/**
 * One colour scale for the singular values of all lanes, by powers of ten.
 *
 * @param low the exponent that has the darkest colour, and all below it
 * @param high the exponent that has the lightest colour, and all above it
 */
public record SigmaScale(int low, int high) {
    private static final int DECADES = 4;

    /** A lane whose largest value is this many times the median lane's runs beyond the scale and leaves the others readable. */
    private static final double OUTLIER_FACTOR = 100;

    /** Four powers of ten down from the largest value of all lanes. */
    public static SigmaScale of(List<SpectrumTrack> tracks) {
        double[] largest = tracks.stream()
                .mapToDouble(SpectrumTrack::largest)
                .filter(value -> value > 0)
                .toArray();
        if (largest.length == 0) {
            return new SigmaScale(-DECADES, 0);
        }
        double top = Math.min(Quantiles.of(1, largest), OUTLIER_FACTOR * Quantiles.median(largest));
        int high = (int) Math.ceil(Math.log10(top) - 1e-9);
        return new SigmaScale(high - DECADES, high);
    }

    /** The colour of a singular value; none, which is transparent, of what is no finite number. */
    int argb(double sigma) {
        return Double.isFinite(sigma) ? colour(Math.log10(sigma)) : 0;
    }

    /** The colour of a power of ten. */
    int colour(double exponent) {
        return Palette.sequential((exponent - low) / (high - low));
    }
}
