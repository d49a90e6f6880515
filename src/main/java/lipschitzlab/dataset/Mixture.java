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

    /** The probability density at a point of as many coordinates as the centres have. */
    public double density(double... point) {
        double sum = 0;
        for (double[] mode : modes) {
            double squares = 0;
            for (int k = 0; k < mode.length; k++) {
                squares += Math.pow((point[k] - mode[k]) / sigma, 2);
            }
            sum += Math.exp(-squares / 2);
        }
        return sum / (modes.length * Math.pow(sigma * Math.sqrt(2 * Math.PI), modes[0].length));
    }

    private static double[][] copyOf(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
