package lipschitzlab.plot.curve;

import java.util.Optional;
import java.util.OptionalInt;
import lipschitzlab.plot.XAxis;

/**
 * How a person wants to see curves.
 *
 * @param axis what they are drawn against
 * @param logarithmicTime whether that axis has a logarithmic scale
 * @param scale of the values
 * @param smoothing the number of points whose mean would be as smooth, 1 for none; empty for what suits the curves
 * @param zoom the part that is shown; empty for the whole
 */
public record CurveView(
        XAxis axis, boolean logarithmicTime, ValueScale scale, OptionalInt smoothing, Optional<CurveZoom> zoom) {
    /** As curves are shown before a person touches them. */
    public static CurveView usual(XAxis axis) {
        return new CurveView(axis, false, ValueScale.AUTOMATIC, OptionalInt.empty(), Optional.empty());
    }
}
