package lipschitzlab.export.network;

import java.util.stream.Collectors;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;

/** What the weights in a critic's file are under its constraints, in words. */
final class WeightMeaning {
    private static final String SIGMA =
            "σ = weight_uᵀ · W · weight_v, where W is weight_orig as the matrix [out, …], u and v as the power iteration left them";

    private WeightMeaning() {}

    /** One sentence for each method. */
    static String of(ConstraintSet constraints) {
        return constraints.kinds().stream()
                .map(kind -> kind.title() + " (" + kind.source() + "): " + of(kind))
                .collect(Collectors.joining(" "));
    }

    static String of(ConstraintKind kind) {
        return switch (kind) {
            case SPECTRAL_NORM ->
                "weight = weight_orig/σ, in the last layer K·weight_orig/σ with the setting bound for K; " + SIGMA
                        + ".";
            case SPECTRAL_NORM_GAMMA -> "weight = gamma · weight_orig/σ; " + SIGMA + ".";
            case WEIGHT_NORM ->
                "weight = gain · weight_orig/‖weight_orig‖, with a norm for each output, and a gain of 1 where there is none.";
            case WEIGHT_CLIPPING ->
                "weight as it is stored; after the critic's last update each entry was in [−c, c], with the setting bound for c.";
            case LAYER_NORM ->
                "weight as it is stored; behind every linear layer but the last stands a layer normalization of its own.";
            default -> "weight as it is stored, unless a weight_orig stands beside it.";
        };
    }
}
