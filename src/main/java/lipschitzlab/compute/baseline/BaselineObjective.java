package lipschitzlab.compute.baseline;

/** What the baseline's networks minimise. */
public enum BaselineObjective {
    /** Critic E max(0, 1−D(x)) + E max(0, 1+D(G(z))), generator −E D(G(z)). */
    HINGE,
    /** Critic E D(G(z)) − E D(x), generator −E D(G(z)). */
    WASSERSTEIN,
    /** Critic −E ln σ(D(x)) − E ln(1−σ(D(G(z)))), generator −E ln σ(D(G(z))). */
    NON_SATURATING
}
