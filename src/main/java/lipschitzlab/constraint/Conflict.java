package lipschitzlab.constraint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lipschitzlab.constraint.ConstraintKind.Mechanism;

/** Pairs of constraints that make no sense together. What is merely unwise is allowed. */
final class Conflict {
    private Conflict() {}

    /** Why two different kinds do not go together, and what to do; nothing if they do. */
    static Optional<String> between(ConstraintKind one, ConstraintKind other) {
        Set<Mechanism> means = Set.copyOf(List.of(one.mechanism(), other.mechanism()));
        if (means.contains(Mechanism.NONE)) {
            return Optional.of("unconstrained means that nothing is held: name it alone or leave it out.");
        }
        if (means.equals(Set.of(Mechanism.USED_WEIGHT))) {
            return Optional.of("Each decides what a layer uses in place of its weight: keep one of them.");
        }
        if (means.equals(Set.of(Mechanism.SLOPE_PENALTY))) {
            return Optional.of(
                    "Each penalizes the critic's slope in its own way, and no curve could say which of them did"
                            + " what: keep one of them.");
        }
        if (means.equals(Set.of(Mechanism.USED_WEIGHT, Mechanism.STORED_WEIGHT))) {
            return Optional.of(
                    "Clipping clamps the stored weight, which the layers then do not use: keep one of them.");
        }
        if (means.contains(Mechanism.LAYER) && (fixesScale(one) || fixesScale(other))) {
            return Optional.of("Layer normalization scales each layer's output anew, so that the weight's norm says"
                    + " nothing: keep one of them.");
        }
        return Optional.empty();
    }

    private static boolean fixesScale(ConstraintKind kind) {
        return kind == ConstraintKind.SPECTRAL_NORM || kind == ConstraintKind.SPECTRAL_NORM_GAMMA;
    }
}
