package lipschitzlab.autodiff;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;

/**
 * A differentiable operation.
 *
 * @param name for messages
 * @param forward the operation on arrays
 * @param pullbacks one for each input, in their order
 * @param jointPullback all pullbacks at once, where that costs less
 * @param rows which rows of its one input the output is, if that is all it is
 */
public record Primitive(
        String name,
        Forward forward,
        List<Pullback> pullbacks,
        Optional<JointPullback> jointPullback,
        Optional<Rows> rows) {

    /**
     * Some rows of an array.
     *
     * @param first from 0
     * @param count how many
     */
    public record Rows(int first, int count) {}

    /** The operation on arrays. */
    @FunctionalInterface
    public interface Forward {
        /** The output for these inputs. */
        Array apply(Engine engine, Array[] inputs);
    }

    /** The product of a cotangent with the operation's derivative with respect to one input. */
    @FunctionalInterface
    public interface Pullback {
        /**
         * The gradient with respect to one input.
         *
         * @param g the gradient with respect to the output, of the output's shape
         * @param x the inputs
         * @param y the output
         * @return a gradient of that input's shape
         */
        Var apply(Var g, Var[] x, Var y);
    }

    /** All pullbacks at once, for gradients that are constants: it need not be differentiable. */
    @FunctionalInterface
    public interface JointPullback {
        /** What the pullbacks give for the same arguments, in their order. */
        List<Var> apply(Var g, Var[] x, Var y);
    }

    /** Copies the list. */
    public Primitive {
        pullbacks = List.copyOf(pullbacks);
    }

    static Primitive of(String name, Forward forward, Pullback... pullbacks) {
        return new Primitive(name, forward, List.of(pullbacks), Optional.empty(), Optional.empty());
    }

    Primitive withJointPullback(JointPullback all) {
        return new Primitive(name, forward, pullbacks, Optional.of(all), rows);
    }

    Primitive taking(Rows some) {
        return new Primitive(name, forward, pullbacks, jointPullback, Optional.of(some));
    }
}
