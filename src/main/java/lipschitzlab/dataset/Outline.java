package lipschitzlab.dataset;

import java.util.List;

/** The outline of a shape that fits a circle around the origin. */
interface Outline {
    /** The shapes that are drawn. */
    List<Outline> ALL = List.of(Outline::disc, Outline::square, Outline::triangle, Outline::cross);

    /** Their names. */
    List<String> NAMES = List.of("disc", "square", "triangle", "cross");

    /**
     * The signed distance in pixels of a point from the outline, negative inside. Exact beside an edge; outside a corner
     * it is the distance from the nearer edge's line, which sharpens the corner by a fraction of a pixel.
     *
     * @param radius of the circle that the shape's corners touch
     */
    double distance(double x, double y, double radius);

    private static double disc(double x, double y, double radius) {
        return Math.hypot(x, y) - radius;
    }

    private static double square(double x, double y, double radius) {
        return box(x, y, radius * Math.sqrt(0.5), radius * Math.sqrt(0.5));
    }

    /** Equilateral: its sides lie at half the radius from its centre, 120° apart. */
    private static double triangle(double x, double y, double radius) {
        double slanted = Math.abs(x) * Math.sqrt(0.75) - y / 2;
        return Math.max(slanted, y) - radius / 2;
    }

    /** Two bars, three times as long as wide. */
    private static double cross(double x, double y, double radius) {
        double length = radius * Math.sqrt(0.9);
        double width = length / 3;
        return Math.min(box(x, y, length, width), box(x, y, width, length));
    }

    private static double box(double x, double y, double halfWidth, double halfHeight) {
        return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
    }
}
