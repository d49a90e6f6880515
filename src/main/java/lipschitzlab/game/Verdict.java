package lipschitzlab.game;

/** What becomes of parameters near the equilibrium, by the largest |eigenvalue| of a step there. */
public enum Verdict {
    /** Below 1. */
    CONVERGES("converges"),
    /** Exactly 1. */
    CIRCLES("circles"),
    /** Above 1. */
    SPIRALS_OUT("spirals out"),
    /** There are no eigenvalues, since the field jumps at the equilibrium, which is no place to rest. */
    NEVER_RESTS("never rests");

    private static final double ROUNDING = 1e-9;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Verdict of(double modulus) {
        return modulus < 1 - ROUNDING ? CONVERGES : modulus > 1 + ROUNDING ? SPIRALS_OUT : CIRCLES;
    }
}
