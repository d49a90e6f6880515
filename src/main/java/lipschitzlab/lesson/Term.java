package lipschitzlab.lesson;

import java.util.Map;
import java.util.Optional;

/** A part of an expression, ready to be computed in doubles: every operation takes the same short time, whatever its numbers. */
sealed interface Term {
    /**
     * What an expression is computed from.
     *
     * @param lanes the records, by the name that an expression gives a lane
     * @param values of the names that it uses, all of them
     */
    record Given(Map<String, LaneRecord> lanes, Map<String, Double> values) {}

    /** A number. */
    @FunctionalInterface
    non-sealed interface Numeric extends Term {
        /** The number; NaN where something was not measured, or the result is not finite. */
        double of(Given given);
    }

    /** Something that is true or false. */
    @FunctionalInterface
    non-sealed interface Truth extends Term {
        /** Whether it is true; nothing where that cannot be told. */
        Optional<Boolean> of(Given given);
    }
}
