package lipschitzlab.training;

/**
 * A number that stands for what training computes. It is part of the digest of every finding, so that findings are known to be
 * stale after training has changed.
 */
public final class TrainingDigits {
    /**
     * Raise it by one in the commit after which the same preset with the same seed gives other numbers, by more than rounding: other
     * initial weights, random numbers with other keys or in another order, another order or number of updates, another formula in a
     * loss, constraint, optimizer or decay, or another definition of anything that a lesson measures. Leave it for what only rounds
     * otherwise, such as another engine, kernel or order of a sum, though after many steps that leads apart too, and for what is only
     * faster. All findings are to be run again after it was raised. A test keeps the first steps of many lanes in double precision
     * and fails where they change; what a lesson measures of them is for whoever changes that to remember.
     */
    public static final int VERSION = 1;

    private TrainingDigits() {}
}
