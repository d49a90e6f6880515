package lipschitzlab.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reverse-mode differentiation. */
public final class Gradients {
    private Gradients() {}

    /**
     * The gradients of a scalar.
     *
     * @param y a variable of one element
     * @param wrt what to differentiate with respect to
     * @param differentiable whether the gradients shall be differentiable again; if not, they are constants and nothing is
     *     recorded
     * @return one gradient for each of {@code wrt}, of its shape; zeros where y does not depend on it
     * @throws IllegalArgumentException if y has more than one element
     */
    public static List<Var> of(Var y, List<Var> wrt, boolean differentiable) {
        if (y.shape().length() != 1) {
            throw new IllegalArgumentException("expected a scalar to differentiate, found " + y.shape());
        }
        return ofSum(y, wrt, differentiable);
    }

    /**
     * The gradients of the sum of a variable's elements, which itself is not computed; as {@link #of}.
     *
     * @param y of any shape
     */
    public static List<Var> ofSum(Var y, List<Var> wrt, boolean differentiable) {
        List<Var> order = fromInputsToOutput(y);
        Map<Var, Boolean> needed = leadingTo(wrt, order);
        GradientSums gradients = new GradientSums(differentiable);
        gradients.add(y, Var.constant(y.engine(), y.engine().constant(y.shape(), 1)));
        for (int i = order.size() - 1; i >= 0; i--) {
            pullBack(order.get(i), needed, gradients);
        }
        gradients.finish();
        return wrt.stream()
                .map(variable -> gradients.of(variable).orElseGet(() -> zeros(variable)))
                .toList();
    }

    private static void pullBack(Var output, Map<Var, Boolean> needed, GradientSums gradients) {
        Optional<Var> arrived = gradients.of(output);
        if (arrived.isEmpty() || output.primitive() == null || !needed.containsKey(output)) {
            return;
        }
        Var gradient = arrived.get();
        Primitive primitive = output.primitive();
        Var[] inputs = output.inputs();
        if (primitive.rows().isPresent() && needed.containsKey(inputs[0])) {
            gradients.addRows(inputs[0], primitive.rows().get(), gradient);
            return;
        }
        Var[] seenInputs = gradients.differentiable() ? inputs : detached(inputs);
        Var seenOutput = gradients.differentiable() ? output : output.detach();
        if (!gradients.differentiable()
                && primitive.jointPullback().isPresent()
                && Arrays.stream(inputs).allMatch(needed::containsKey)) {
            List<Var> parts = primitive.jointPullback().get().apply(gradient, seenInputs, seenOutput);
            for (int i = 0; i < inputs.length; i++) {
                gradients.add(inputs[i], parts.get(i));
            }
            return;
        }
        for (int i = 0; i < inputs.length; i++) {
            if (needed.containsKey(inputs[i])) {
                gradients.add(inputs[i], primitive.pullbacks().get(i).apply(gradient, seenInputs, seenOutput));
            }
        }
    }

    private static Var[] detached(Var[] inputs) {
        Var[] constants = new Var[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            constants[i] = inputs[i].detach();
        }
        return constants;
    }

    private static List<Var> fromInputsToOutput(Var y) {
        Map<Var, Boolean> seen = new IdentityHashMap<>();
        List<Var> found = new ArrayList<>();
        Deque<Var> pending = new ArrayDeque<>();
        pending.push(y);
        while (!pending.isEmpty()) {
            Var variable = pending.pop();
            if (variable.isDifferentiable() && seen.put(variable, true) == null) {
                found.add(variable);
                for (Var input : variable.inputs()) {
                    pending.push(input);
                }
            }
        }
        found.sort(Comparator.comparingInt(Var::depth));
        return found;
    }

    private static Map<Var, Boolean> leadingTo(List<Var> wrt, List<Var> order) {
        Map<Var, Boolean> needed = new IdentityHashMap<>();
        wrt.forEach(variable -> needed.put(variable, true));
        for (Var variable : order) {
            for (Var input : variable.inputs()) {
                if (needed.containsKey(input)) {
                    needed.put(variable, true);
                    break;
                }
            }
        }
        return needed;
    }

    private static Var zeros(Var variable) {
        return Var.constant(variable.engine(), variable.engine().full(variable.shape(), 0));
    }
}
