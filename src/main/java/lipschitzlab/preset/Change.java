package lipschitzlab.preset;

import lipschitzlab.setting.Assignment;

/** Something that a person changed while lanes trained. */
public sealed interface Change {
    /** Generator steps that the lane had done when the change took effect. */
    int step();

    /** The lane's id. */
    String lane();

    /** The same change of another lane. */
    Change of(String otherLane);

    /** The same change at another step. */
    Change at(int otherStep);

    /** A setting has another value from this step on. */
    record Value(int step, String lane, Assignment<?> assignment) implements Change {
        @Override
        public Value of(String otherLane) {
            return new Value(step, otherLane, assignment);
        }

        @Override
        public Value at(int otherStep) {
            return new Value(otherStep, lane, assignment);
        }
    }

    /**
     * The horizon was moved.
     *
     * @param steps generator steps that are left to train from this one on
     */
    record Extension(int step, String lane, int steps) implements Change {
        @Override
        public Extension of(String otherLane) {
            return new Extension(step, otherLane, steps);
        }

        @Override
        public Extension at(int otherStep) {
            return new Extension(otherStep, lane, steps);
        }
    }
}
