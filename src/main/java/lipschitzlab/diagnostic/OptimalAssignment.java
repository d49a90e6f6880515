package lipschitzlab.diagnostic;

import java.util.Arrays;

/**
 * The cheapest assignment of rows to columns of a square table of costs. Rows are assigned one after another, each along a
 * shortest path that may reassign those before it, where a step costs what it adds beyond the prices of its row and column
 * (Tomizawa 1971; Jonker and Volgenant 1987). The prices prove the result: no assignment costs less than their sum, since no
 * cost is below the sum of its two prices, and this one costs just that. Time grows with the cube of the size.
 *
 * <p>A library's would be here, but JGraphT's matchings take 0.1 to 9 seconds for 256 rows and up to 80 for 512, where this
 * takes milliseconds.
 */
final class OptimalAssignment {
    private static final int NONE = -1;

    private final double[][] costs;
    private final int size;
    private final int[] rowOf;
    private final double[] rowPrices;
    private final double[] columnPrices;

    private OptimalAssignment(double[][] costs) {
        this.costs = costs;
        this.size = costs.length;
        this.rowOf = new int[size];
        this.rowPrices = new double[size];
        this.columnPrices = new double[size];
    }

    /**
     * Finds it.
     *
     * @param costs {@code [row][column]}, square and finite
     */
    static OptimalAssignment cheapest(double[][] costs) {
        OptimalAssignment assignment = new OptimalAssignment(costs);
        boolean[] assigned = assignment.giveColumnsTheirCheapestRow();
        for (int row = 0; row < costs.length; row++) {
            if (!assigned[row]) {
                assignment.assign(row);
            }
        }
        return assignment;
    }

    /** A first, cheap part of the work: whichever row no other column wanted before. */
    private boolean[] giveColumnsTheirCheapestRow() {
        boolean[] assigned = new boolean[size];
        for (int column = 0; column < size; column++) {
            int cheapest = 0;
            for (int row = 1; row < size; row++) {
                cheapest = costs[row][column] < costs[cheapest][column] ? row : cheapest;
            }
            columnPrices[column] = costs[cheapest][column];
            rowOf[column] = assigned[cheapest] ? NONE : cheapest;
            assigned[cheapest] = true;
        }
        return assigned;
    }

    /** Dijkstra's shortest path from a row to any column that is free. */
    private void assign(int start) {
        double[] distances = new double[size];
        int[] before = new int[size];
        boolean[] reached = new boolean[size];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        int row = start;
        int column = NONE;
        double distance = 0;
        while (row != NONE) {
            int from = column;
            int nearest = NONE;
            double[] rowCosts = costs[row];
            double offset = distance - rowPrices[row];
            for (int next = 0; next < size; next++) {
                if (!reached[next]) {
                    double through = offset + rowCosts[next] - columnPrices[next];
                    if (through < distances[next]) {
                        distances[next] = through;
                        before[next] = from;
                    }
                    if (nearest == NONE || distances[next] < distances[nearest]) {
                        nearest = next;
                    }
                }
            }
            column = nearest;
            distance = distances[column];
            reached[column] = true;
            row = rowOf[column];
        }
        raisePrices(start, distance, distances, reached);
        reassign(start, column, before);
    }

    private void raisePrices(int start, double distance, double[] distances, boolean[] reached) {
        rowPrices[start] += distance;
        for (int column = 0; column < size; column++) {
            if (reached[column] && rowOf[column] != NONE) {
                rowPrices[rowOf[column]] += distance - distances[column];
                columnPrices[column] -= distance - distances[column];
            }
        }
    }

    private void reassign(int start, int last, int[] before) {
        int column = last;
        while (before[column] != NONE) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
        rowOf[column] = start;
    }

    /** The sum of the costs of all assigned pairs. */
    double cost() {
        double sum = 0;
        for (int column = 0; column < size; column++) {
            sum += costs[rowOf[column]][column];
        }
        return sum;
    }

    /** The row that a column is assigned to. */
    int rowOf(int column) {
        return rowOf[column];
    }

    double rowPrice(int row) {
        return rowPrices[row];
    }

    double columnPrice(int column) {
        return columnPrices[column];
    }
}
