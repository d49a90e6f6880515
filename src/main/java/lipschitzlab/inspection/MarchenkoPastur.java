package lipschitzlab.inspection;

/**
 * The singular values of a large random matrix with independent entries of mean 0 and one variance (Marchenko and Pastur 1967): for
 * a matrix of sides m ≥ n, the squares over m·variance have the density √((b − x)(x − a)) / (2πcx) between a = (1 − √c)² and
 * b = (1 + √c)², where c = n/m.
 */
public final class MarchenkoPastur {
    private static final int GRID = 4096;

    private final double scale;
    private final double middle;
    private final double half;

    /** The distribution's function at the angles i·π/{@value #GRID}, from the upper edge down. */
    private final double[] above = new double[GRID + 1];

    /** @param variance of the entries */
    public MarchenkoPastur(int rows, int columns, double variance) {
        int longer = Math.max(rows, columns);
        double ratio = (double) Math.min(rows, columns) / longer;
        scale = Math.sqrt(longer * variance);
        middle = 1 + ratio;
        half = 2 * Math.sqrt(ratio);
        double before = density(0);
        for (int i = 1; i <= GRID; i++) {
            double here = density(Math.PI * i / GRID);
            above[i] = above[i - 1] + (before + here) / 2;
            before = here;
        }
        for (int i = 0; i <= GRID; i++) {
            above[i] /= above[GRID];
        }
    }

    /** Up to a factor, with x = middle + half·cos θ, which takes the edges' roots away: half²·sin²θ/x. */
    private double density(double angle) {
        double x = middle + half * Math.cos(angle);
        // At the lower edge of a square matrix x is 0 and the quotient's limit is 2·half.
        return x < 1e-12 ? 2 * half : half * half * Math.pow(Math.sin(angle), 2) / x;
    }

    /** The upper edge: what the largest singular value is near. */
    public double largest() {
        return scale * Math.sqrt(middle + half);
    }

    /** The singular value that a share of all of them exceeds. */
    public double quantile(double share) {
        int right = 1;
        while (right < GRID && above[right] < share) {
            right++;
        }
        double within = (share - above[right - 1]) / Math.max(Double.MIN_NORMAL, above[right] - above[right - 1]);
        double angle = Math.PI * (right - 1 + within) / GRID;
        return scale * Math.sqrt(Math.max(0, middle + half * Math.cos(angle)));
    }

    /** The values at the middles of so many equal shares, falling: what a random matrix of so many singular values has. */
    public double[] falling(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = quantile((i + 0.5) / count);
        }
        return values;
    }
}
