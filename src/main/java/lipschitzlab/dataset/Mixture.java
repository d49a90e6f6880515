package lipschitzlab.dataset;

/**
 * A mixture of equally likely Gaussians of equal, isotropic spread, in the units in which samples are handed out (after
 * all scaling).
 *
 * @param modes {@code [mode, coordinate]}, the centres
 * @param sigma the standard deviation of each coordinate around its centre
 */
public record Mixture(double[][] modes, double sigma) {
    /** Copies the centres. */
    public Mixture {
        if (modes.length == 0 || !(sigma > 0)) {
            throw new IllegalArgumentException(
                    "expected one mode or more and a sigma above 0, found " + modes.length + " and " + sigma);
        }
        modes = copyOf(modes);
    }

    /** The centres, as a new array. */
    @Override
    public double[][] modes() {
        return copyOf(modes);
    }

    private static double[][] copyOf(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
