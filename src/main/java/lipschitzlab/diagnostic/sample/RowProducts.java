package lipschitzlab.diagnostic.sample;

import java.util.Arrays;

/**
 * The inner products of each of some rows with every row of a set, in double precision, a block of rows at a time, so that all
 * pairs are never in memory at once. Equal rows have equal products, to the last digit.
 */
final class RowProducts {
    /** Rows for which a block of the set stays near the processor. */
    private static final int ROWS = 128;

    /** Features of that block; products of four are added at a time. */
    private static final int FEATURES = 32;

    private static final int TOGETHER = 4;

    private final int dimension;
    private final int count;
    /** The set's columns, one after another. */
    private final double[][] columns;

    private final double[] squares;

    /** Takes what a row comes to. */
    interface Row {
        /**
         * @param row the row's place
         * @param products with each row of the set; overwritten afterwards
         */
        void take(int row, double[] products);
    }

    RowProducts(FeatureRows set) {
        this.dimension = set.dimension();
        this.count = set.count();
        int padded = (dimension + TOGETHER - 1) / TOGETHER * TOGETHER;
        this.columns = new double[padded][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < dimension; j++) {
                columns[j][i] = set.values()[i * dimension + j];
            }
        }
        this.squares = squares(set);
    }

    /** How many rows the set has. */
    int count() {
        return count;
    }

    /** ‖x‖² of each row of the set. */
    double[] squares() {
        return squares;
    }

    /** ‖x‖² of each row, added in the order in which products are. */
    static double[] squares(FeatureRows rows) {
        int dimension = rows.dimension();
        double[] squares = new double[rows.count()];
        for (int i = 0; i < squares.length; i++) {
            double[] parts = new double[TOGETHER];
            for (int j = 0; j < dimension; j += TOGETHER) {
                Arrays.fill(parts, 0);
                for (int k = 0; k < Math.min(TOGETHER, dimension - j); k++) {
                    double value = rows.values()[i * dimension + j + k];
                    parts[k] = value * value;
                }
                squares[i] += parts[0] + parts[1] + parts[2] + parts[3];
            }
        }
        return squares;
    }

    /** Hands out the products of each row with the whole set, in the order of the rows. */
    void each(FeatureRows rows, Row taker) {
        double[][] products = new double[Math.min(ROWS, rows.count())][count];
        for (int first = 0; first < rows.count(); first += ROWS) {
            int here = Math.min(ROWS, rows.count() - first);
            for (double[] row : products) {
                Arrays.fill(row, 0);
            }
            for (int feature = 0; feature < columns.length; feature += FEATURES) {
                int end = Math.min(feature + FEATURES, columns.length);
                for (int i = 0; i < here; i++) {
                    add(rows, first + i, feature, end, products[i]);
                }
            }
            for (int i = 0; i < here; i++) {
                taker.take(first + i, products[i]);
            }
        }
    }

    private void add(FeatureRows rows, int row, int feature, int end, double[] products) {
        for (int j = feature; j < end; j += TOGETHER) {
            addFour(
                    value(rows, row, j),
                    value(rows, row, j + 1),
                    value(rows, row, j + 2),
                    value(rows, row, j + 3),
                    columns,
                    j,
                    products);
        }
    }

    private double value(FeatureRows rows, int row, int feature) {
        return feature < dimension ? rows.values()[row * dimension + feature] : 0;
    }

    /** Four features at once, so that a product is loaded and stored once for all of them. */
    private static void addFour(
            double a, double b, double c, double d, double[][] columns, int first, double[] products) {
        double[] u = columns[first];
        double[] v = columns[first + 1];
        double[] w = columns[first + 2];
        double[] x = columns[first + 3];
        for (int i = 0; i < products.length; i++) {
            products[i] += a * u[i] + b * v[i] + c * w[i] + d * x[i];
        }
    }
}
