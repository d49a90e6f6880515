package lipschitzlab.plot;

import java.awt.geom.Path2D;
import java.util.Arrays;

/**
 * The regions of a square of the plane where a function that is known on a grid exceeds a level. Their outlines are the contour
 * lines, found by marching squares (Lorensen and Cline 1987, in two dimensions); between points of the grid the function is
 * interpolated linearly, and where a cell could be cut in two ways its mean decides.
 */
final class Contours {
    private static final int NONE = -1;

    private final int side;
    private final double[] heights;
    private final double extent;

    /**
     * @param size points along each side
     * @param extent half of the square's side, which is centred on the origin
     * @param values {@code size·size}, row by row from the bottom, each row from the left; where one is NaN no region is
     */
    Contours(int size, double extent, float[] values) {
        if (size < 2 || values.length != size * size) {
            throw new IllegalArgumentException(
                    "expected " + size + "×" + size + " values, 2×2 or more, found " + values.length);
        }
        this.side = size + 2;
        this.extent = extent;
        // A ring of points below everything closes every outline at the square's edge.
        this.heights = new double[side * side];
        Arrays.fill(heights, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            heights[(i / size + 1) * side + i % size + 1] = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
        }
    }

    /**
     * Where the function is at least as large as this.
     *
     * @return closed outlines in the coordinates of the plane, to be filled by the rule of even and odd
     */
    Path2D above(double level) {
        int[] next = new int[2 * side * side];
        Arrays.fill(next, NONE);
        for (int row = 0; row + 1 < side; row++) {
            for (int column = 0; column + 1 < side; column++) {
                cut(row * side + column, level, next);
            }
        }
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int edge = 0; edge < next.length; edge++) {
            if (next[edge] != NONE) {
                trace(edge, level, next, path);
            }
        }
        return path;
    }

    /** Links the edges of one cell where an outline enters and leaves it, the region on its left. */
    private void cut(int corner, double level, int[] next) {
        int bottom = horizontal(corner);
        int top = horizontal(corner + side);
        int left = vertical(corner);
        int right = vertical(corner + 1);
        switch (inside(corner, level)) {
            case 1 -> next[bottom] = left;
            case 2 -> next[right] = bottom;
            case 3 -> next[right] = left;
            case 4 -> next[top] = right;
            case 6 -> next[top] = bottom;
            case 7 -> next[top] = left;
            case 8 -> next[left] = top;
            case 9 -> next[bottom] = top;
            case 11 -> next[right] = top;
            case 12 -> next[left] = right;
            case 13 -> next[bottom] = right;
            case 14 -> next[left] = bottom;
            case 5 -> {
                boolean joined = mean(corner) >= level;
                next[bottom] = joined ? right : left;
                next[top] = joined ? left : right;
            }
            case 10 -> {
                boolean joined = mean(corner) >= level;
                next[left] = joined ? bottom : top;
                next[right] = joined ? top : bottom;
            }
            default -> {
                // All four corners lie on one side.
            }
        }
    }

    /** Which corners are in the region, as bits: bottom left, bottom right, top right, top left. */
    private int inside(int corner, double level) {
        return (heights[corner] >= level ? 1 : 0)
                | (heights[corner + 1] >= level ? 2 : 0)
                | (heights[corner + side + 1] >= level ? 4 : 0)
                | (heights[corner + side] >= level ? 8 : 0);
    }

    private double mean(int corner) {
        return (heights[corner] + heights[corner + 1] + heights[corner + side] + heights[corner + side + 1]) / 4;
    }

    private static int horizontal(int point) {
        return 2 * point;
    }

    private static int vertical(int point) {
        return 2 * point + 1;
    }

    /** Follows one outline and takes it out of what is left. */
    private void trace(int first, double level, int[] next, Path2D path) {
        int edge = first;
        while (next[edge] != NONE) {
            int point = edge / 2;
            boolean along = edge % 2 == 0;
            double share = share(heights[point], heights[along ? point + 1 : point + side], level);
            double x = coordinate(point % side + (along ? share : 0));
            double y = coordinate(point / side + (along ? 0 : share));
            if (edge == first) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            int following = next[edge];
            next[edge] = NONE;
            edge = following;
        }
        path.closePath();
    }

    /** How far along an edge the level is reached: at its inner end if the other is of the ring. */
    private static double share(double from, double to, double level) {
        if (Double.isInfinite(from) || Double.isInfinite(to)) {
            return from >= level ? 0 : 1;
        }
        return (level - from) / (to - from);
    }

    private double coordinate(double index) {
        return extent * (2 * (index - 1) / (side - 3) - 1);
    }
}
