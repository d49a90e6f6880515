package lipschitzlab.constraint;

import java.util.List;

/** Sets of constraints as presets name them. */
public final class ConstraintSets {
    private ConstraintSets() {}

    /** Those whose ids stand in a text with plus signs between. */
    public static ConstraintSet of(String text) {
        return ConstraintSet.ofIds(List.of(text.split(" \\+ ")));
    }
}
