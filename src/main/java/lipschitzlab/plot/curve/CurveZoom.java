package lipschitzlab.plot.curve;

import java.util.Optional;

/**
 * The part of a chart that a person wants to see.
 *
 * @param start of the horizontal axis, in its unit
 * @param end of it, larger
 * @param values the part of the upright axis; empty for all values
 */
public record CurveZoom(double start, double end, Optional<Values> values) {
    /** From a value to a larger one. */
    public record Values(double low, double high) {}

    /** The same part of time, with all values. */
    public CurveZoom withAllValues() {
        return new CurveZoom(start, end, Optional.empty());
    }
}
