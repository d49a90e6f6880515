package lipschitzlab.diagnostic;

import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;

/**
 * A critic's value and slope over a square of the plane, centred on the origin.
 *
 * @param size points along each side
 * @param extent half of the square's side: points lie from −extent to +extent, both included
 * @param values D, {@code size·size} numbers, row by row from the bottom, each row from the left
 * @param slopes ‖∇D‖₂ at the same points
 */
public record PlaneMap(int size, double extent, float[] values, float[] slopes) {
    /**
     * Measures a critic of points of the plane.
     *
     * @throws IllegalArgumentException if the size is below 2 or the extent not above 0
     */
    public static PlaneMap of(BoundNetwork critic, int size, double extent) {
        CriticSlopes measured = CriticSlopes.at(critic, Shape.of(2), points(size, extent));
        float[] slopes = new float[size * size];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (float) measured.slopes()[i];
        }
        return new PlaneMap(size, extent, measured.values(), slopes);
    }

    /**
     * Where a map measures.
     *
     * @return {@code [size·size, 2]}
     * @throws IllegalArgumentException if the size is below 2 or the extent not above 0
     */
    public static float[] points(int size, double extent) {
        if (size < 2 || !(extent > 0)) {
            throw new IllegalArgumentException(
                    "expected 2 points or more along a side and an extent above 0, found " + size + " and " + extent);
        }
        float[] points = new float[2 * size * size];
        for (int i = 0; i < size * size; i++) {
            points[2 * i] = coordinate(i % size, size, extent);
            points[2 * i + 1] = coordinate(i / size, size, extent);
        }
        return points;
    }

    private static float coordinate(int index, int size, double extent) {
        return (float) (extent * (2.0 * index / (size - 1) - 1));
    }
}
