package lipschitzlab.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The quantity of the critic that is drawn as a surface below the samples, on 2-D data. */
public enum SurfaceQuantity {
    /** The critic's value D. */
    VALUE,
    /** Its slope ‖∇D‖. */
    SLOPE,
    /** The critic's value D, with arrows at generated samples along ∇D. */
    DIRECTION;

    /** The name in a lesson. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(SurfaceQuantity::id).toList();
    }

    /** The quantity of this name. */
    public static SurfaceQuantity of(String id) {
        return Arrays.stream(values())
                .filter(surfaceQuantity -> surfaceQuantity.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no quantity '" + id + "'"));
    }
}
