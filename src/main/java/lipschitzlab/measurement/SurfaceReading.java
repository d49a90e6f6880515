package lipschitzlab.measurement;

import java.util.Optional;

/**
 * What a critic's surface says at one point of the plane, between the points at which it was measured.
 *
 * @param value D, bilinear between the four points around
 * @param slopeX ∂D/∂x of that bilinear patch there
 * @param slopeY ∂D/∂y
 */
public record SurfaceReading(double value, double slopeX, double slopeY) {
    /** ‖∇D‖₂. */
    public double slope() {
        return Math.hypot(slopeX, slopeY);
    }

    /**
     * The reading at a point; empty beyond the surface, and of a curve over a line.
     *
     * @param x the first coordinate, in the surface's units
     * @param y the second
     */
    public static Optional<SurfaceReading> at(Surface surface, double x, double y) {
        double extent = surface.extent();
        if (surface.line() || !(Math.abs(x) <= extent && Math.abs(y) <= extent)) {
            return Optional.empty();
        }
        double step = 2 * extent / (surface.size() - 1);
        double column = (x + extent) / step;
        double row = (y + extent) / step;
        int left = Math.min((int) column, surface.size() - 2);
        int below = Math.min((int) row, surface.size() - 2);
        double across = column - left;
        double up = row - below;
        float[] values = surface.values();
        int corner = below * surface.size() + left;
        double a = values[corner];
        double b = values[corner + 1];
        double c = values[corner + surface.size()];
        double d = values[corner + surface.size() + 1];
        double value = (1 - up) * ((1 - across) * a + across * b) + up * ((1 - across) * c + across * d);
        double slopeX = ((1 - up) * (b - a) + up * (d - c)) / step;
        double slopeY = ((1 - across) * (c - a) + across * (d - b)) / step;
        return Optional.of(new SurfaceReading(value, slopeX, slopeY));
    }
}
