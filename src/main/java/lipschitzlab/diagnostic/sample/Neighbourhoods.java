package lipschitzlab.diagnostic.sample;

import java.util.Arrays;

/** A ball around each sample of a set, just large enough to hold its k nearest neighbours of the set. */
final class Neighbourhoods {
    private final FeatureRows set;
    private final RowProducts products;
    private final double[] squaredRadii;

    /** Takes the squared distances of one row from all samples of the set. */
    interface Distances {
        /**
         * @param row the row's place
         * @param squared one for each sample; overwritten afterwards
         */
        void take(int row, double[] squared);
    }

    /** @throws IllegalArgumentException if the set has no more than {@code neighbours} samples */
    Neighbourhoods(FeatureRows set, int neighbours) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("expected 1 neighbour or more, found " + neighbours);
        }
        this.set = set.requireCount(neighbours + 1);
        this.products = new RowProducts(set);
        this.squaredRadii = new double[set.count()];
        distances(set, (row, squared) -> {
            squared[row] = Double.POSITIVE_INFINITY;
            squaredRadii[row] = smallest(squared, neighbours);
        });
    }

    /** How many balls there are. */
    int count() {
        return squaredRadii.length;
    }

    /** Whether every feature is finite. */
    boolean isFinite() {
        return set.isFinite();
    }

    /** The rows, checked to have the set's features. */
    FeatureRows requireAlike(FeatureRows rows) {
        return set.requireAlike(rows);
    }

    /** ‖x − y‖² of each row from all samples. */
    void distances(FeatureRows rows, Distances taker) {
        double[] own = products.squares();
        double[] others = RowProducts.squares(rows);
        products.each(rows, (row, inner) -> {
            for (int i = 0; i < inner.length; i++) {
                inner[i] = Math.max(0, own[i] + others[row] - 2 * inner[i]);
            }
            taker.take(row, inner);
        });
    }

    /** Whether something at this squared distance from a sample lies in its ball, the rim counted in. */
    boolean holds(int sample, double squaredDistance) {
        return squaredDistance <= squaredRadii[sample];
    }

    /** The share of rows that lie in at least one ball. */
    double share(FeatureRows rows) {
        int[] inside = new int[1];
        distances(rows, (row, squared) -> {
            for (int i = 0; i < squared.length; i++) {
                if (holds(i, squared[i])) {
                    inside[0]++;
                    return;
                }
            }
        });
        return (double) inside[0] / rows.count();
    }

    /** The k-th smallest number; k is small. */
    private static double smallest(double[] numbers, int k) {
        double[] rising = new double[k];
        Arrays.fill(rising, Double.POSITIVE_INFINITY);
        for (double number : numbers) {
            if (number < rising[k - 1]) {
                int place = k - 1;
                while (place > 0 && rising[place - 1] > number) {
                    rising[place] = rising[place - 1];
                    place--;
                }
                rising[place] = number;
            }
        }
        return rising[k - 1];
    }
}
