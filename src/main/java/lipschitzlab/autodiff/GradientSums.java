package lipschitzlab.autodiff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;

/**
 * What comes back to each variable on the way from the output to the inputs. What comes from several sides is added as late as it
 * can be, so that an engine is asked for less: rows that together are all of a variable are put below each other, and what is
 * added to the inputs is added to all of them at once.
 */
final class GradientSums {
    private final boolean differentiable;
    private final Map<Var, Var> sums = new IdentityHashMap<>();
    private final Map<Var, List<RowsOfOne>> rows = new IdentityHashMap<>();
    private final Map<Var, List<Var>> more = new IdentityHashMap<>();

    private record RowsOfOne(Primitive.Rows place, Var gradient) {
        Var padded(Var variable) {
            int all = variable.shape().size(0);
            return gradient.padRows(place.first(), all - place.first() - place.count());
        }
    }

    /** @param differentiable whether the sums shall be differentiable again */
    GradientSums(boolean differentiable) {
        this.differentiable = differentiable;
    }

    boolean differentiable() {
        return differentiable;
    }

    /** Adds a gradient with respect to the variable. */
    void add(Var variable, Var part) {
        // Nothing else waits for the gradient of an input, unless it is to be differentiated.
        if (!differentiable && variable.primitive() == null && sums.containsKey(variable)) {
            more.computeIfAbsent(variable, first -> new ArrayList<>()).add(part);
        } else {
            sums.merge(variable, part, Var::add);
        }
    }

    /** Adds a gradient with respect to some of its rows. */
    void addRows(Var variable, Primitive.Rows place, Var part) {
        rows.computeIfAbsent(variable, first -> new ArrayList<>()).add(new RowsOfOne(place, part));
    }

    /** All that came to a variable, now that nothing more comes; not yet what is added to inputs at the end. */
    Optional<Var> of(Var variable) {
        List<RowsOfOne> parts = rows.remove(variable);
        if (parts != null) {
            parts.sort(Comparator.comparingInt(part -> part.place().first()));
            if (areAll(parts, variable.shape().size(0))) {
                add(
                        variable,
                        Var.concatRows(parts.stream().map(RowsOfOne::gradient).toArray(Var[]::new)));
            } else {
                parts.forEach(part -> add(variable, part.padded(variable)));
            }
        }
        return Optional.ofNullable(sums.get(variable));
    }

    /** Whether these parts, in order, are rows 0 to count, each once. */
    private static boolean areAll(List<RowsOfOne> parts, int count) {
        int next = 0;
        for (RowsOfOne part : parts) {
            if (part.place().first() != next) {
                return false;
            }
            next += part.place().count();
        }
        return next == count;
    }

    /** Adds what came to the inputs, in the order in which it came, to all of them at once. */
    void finish() {
        List.copyOf(rows.keySet()).forEach(this::of);
        for (int round = 0; !more.isEmpty(); round++) {
            List<Var> variables = List.copyOf(more.keySet());
            List<Array> before = new ArrayList<>();
            List<Array> parts = new ArrayList<>();
            for (Var variable : variables) {
                before.add(sums.get(variable).value());
                parts.add(more.get(variable).get(round).value());
            }
            Engine engine = variables.get(0).engine();
            List<Array> added = engine.addEach(before, parts);
            for (int i = 0; i < variables.size(); i++) {
                sums.put(variables.get(i), Var.constant(engine, added.get(i)));
                if (more.get(variables.get(i)).size() == round + 1) {
                    more.remove(variables.get(i));
                }
            }
        }
    }
}
