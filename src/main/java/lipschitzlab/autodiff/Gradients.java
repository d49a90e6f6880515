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
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;

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
        Map<Var, Var> gradients = new IdentityHashMap<>();
        Map<Var, List<Var>> moreParts = new IdentityHashMap<>();
        gradients.put(y, Var.constant(y.engine(), y.engine().constant(y.shape(), 1)));
        for (int i = order.size() - 1; i >= 0; i--) {
            pullBack(order.get(i), needed, gradients, differentiable ? Optional.empty() : Optional.of(moreParts));
        }
        addParts(moreParts, gradients);
        List<Var> results = new ArrayList<>(wrt.size());
        for (Var variable : wrt) {
            Var gradient = gradients.get(variable);
            results.add(gradient != null ? gradient : zeros(variable));
        }
        return results;
    }

    private static void pullBack(
            Var output, Map<Var, Boolean> needed, Map<Var, Var> gradients, Optional<Map<Var, List<Var>>> moreParts) {
        Var gradient = gradients.get(output);
        if (gradient == null || output.primitive() == null || !needed.containsKey(output)) {
            return;
        }
        boolean differentiable = moreParts.isEmpty();
        Var[] inputs = output.inputs();
        Var[] seenInputs = differentiable ? inputs : detached(inputs);
        Var seenOutput = differentiable ? output : output.detach();
        Optional<Primitive.JointPullback> jointPullback = output.primitive().jointPullback();
        if (!differentiable
                && jointPullback.isPresent()
                && Arrays.stream(inputs).allMatch(needed::containsKey)) {
            List<Var> parts = jointPullback.get().apply(gradient, seenInputs, seenOutput);
            for (int i = 0; i < inputs.length; i++) {
                add(inputs[i], parts.get(i), gradients, moreParts);
            }
            return;
        }
        for (int i = 0; i < inputs.length; i++) {
            if (needed.containsKey(inputs[i])) {
                Var part = output.primitive().pullbacks().get(i).apply(gradient, seenInputs, seenOutput);
                add(inputs[i], part, gradients, moreParts);
            }
        }
    }

    /** What is added to a variable that nothing else waits for, and need not be differentiable, is put by. */
    private static void add(Var input, Var part, Map<Var, Var> gradients, Optional<Map<Var, List<Var>>> moreParts) {
        if (moreParts.isPresent() && input.primitive() == null && gradients.containsKey(input)) {
            moreParts.get().computeIfAbsent(input, first -> new ArrayList<>()).add(part);
        } else {
            gradients.merge(input, part, Var::add);
        }
    }

    /** Adds what was put by in the order in which it came, to all variables at once. */
    private static void addParts(Map<Var, List<Var>> moreParts, Map<Var, Var> gradients) {
        for (int round = 0; !moreParts.isEmpty(); round++) {
            List<Var> variables = List.copyOf(moreParts.keySet());
            List<Array> sums = new ArrayList<>();
            List<Array> parts = new ArrayList<>();
            for (Var variable : variables) {
                sums.add(gradients.get(variable).value());
                parts.add(moreParts.get(variable).get(round).value());
            }
            Engine engine = variables.get(0).engine();
            List<Array> added = engine.addEach(sums, parts);
            for (int i = 0; i < variables.size(); i++) {
                gradients.put(variables.get(i), Var.constant(engine, added.get(i)));
                if (moreParts.get(variables.get(i)).size() == round + 1) {
                    moreParts.remove(variables.get(i));
                }
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
