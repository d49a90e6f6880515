package lipschitzlab.compute.spi;

/**
 * The numbers of one step of Adam (Kingma and Ba 2015, algorithm 1).
 *
 * @param iteration the number of this step, from 1
 */
public record AdamStep(double rate, double beta1, double beta2, double epsilon, int iteration) {
    /** 1 − β₁ᵗ, by which the first moment is too small. */
    public double firstCorrection() {
        return 1 - Math.pow(beta1, iteration);
    }

    /** √(1 − β₂ᵗ), by which the second moment's root is too small. */
    public double secondCorrection() {
        return Math.sqrt(1 - Math.pow(beta2, iteration));
    }

    /** ε where it stands under the uncorrected moment's root: the same step with ε·√(1 − β₂ᵗ). */
    public double scaledEpsilon() {
        return epsilon * secondCorrection();
    }
}
