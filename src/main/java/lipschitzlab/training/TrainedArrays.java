package lipschitzlab.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.optimizer.Optimizer;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.TrainingState.Numbers;

/** Every array that training changes, by the name that it has in a {@link TrainingState}. */
final class TrainedArrays {
    private final Engine engine;
    private final Map<String, Array> arrays = new LinkedHashMap<>();
    private final Map<String, Optimizer> optimizers = new LinkedHashMap<>();

    TrainedArrays(Engine engine) {
        this.engine = engine;
    }

    /** A network's parameters with the averages of its optimizer behind each. */
    TrainedArrays with(String network, Network trained, Optimizer optimizer) {
        optimizers.put(network, optimizer);
        List<Parameter> order = trained.parameters();
        trained.namedParameters().forEach((name, parameter) -> {
            String full = network + "." + name;
            arrays.put(full, parameter.value());
            int place = order.indexOf(parameter);
            optimizer.averages().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(average -> arrays.put(
                            full + "." + average.getKey(), average.getValue().get(place)));
        });
        return this;
    }

    /** A network's parameters alone. */
    TrainedArrays with(String name, Network network) {
        network.namedParameters().forEach((parameter, array) -> arrays.put(name + "." + parameter, array.value()));
        return this;
    }

    /** What a constraint keeps for the critic's weights. */
    TrainedArrays with(String network, Network critic, Constraint constraint) {
        critic.namedParameters().forEach((name, parameter) -> {
            if (parameter.role() == Parameter.Role.WEIGHT) {
                constraint.kept(parameter).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(kept -> arrays.put(network + "." + name + "." + kept.getKey(), kept.getValue()));
            }
        });
        return this;
    }

    /** What all numbers take in memory. */
    long bytes() {
        return arrays.values().stream()
                .mapToLong(array -> (long) Float.BYTES * array.shape().length())
                .sum();
    }

    /** A copy of everything. */
    TrainingState read(int step) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        arrays.forEach((name, array) -> numbers.put(name, new Numbers(array.shape(), engine.read(array))));
        Map<String, Integer> iterations = new LinkedHashMap<>();
        optimizers.forEach((name, optimizer) -> iterations.put(name, optimizer.iterations()));
        return new TrainingState(step, numbers, iterations);
    }

    /**
     * Puts everything back.
     *
     * @throws InputException if the state is of other networks, another optimizer or another constraint; nothing is changed then
     */
    void write(TrainingState state) {
        require(state);
        try (Scope temporaries = engine.openScope()) {
            arrays.forEach((name, array) -> {
                Numbers numbers = state.arrays().get(name);
                engine.copy(engine.of(numbers.values(), numbers.shape()), array);
            });
        }
        optimizers.forEach(
                (name, optimizer) -> optimizer.continueFrom(state.iterations().get(name)));
    }

    private void require(TrainingState state) {
        arrays.forEach((name, array) -> {
            Numbers found = state.arrays().get(name);
            if (found == null || !found.shape().equals(array.shape())) {
                throw other(
                        name + " of the shape " + array.shape(),
                        found == null ? "no array of that name" : "one of the shape " + found.shape());
            }
        });
        state.arrays().keySet().stream()
                .filter(name -> !arrays.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw other("only arrays of this lane's networks", name);
                });
        optimizers.keySet().forEach(name -> {
            if (!state.iterations().containsKey(name)) {
                throw other("how many steps the optimizer of the " + name + " has taken", "nothing of that");
            }
        });
    }

    private static InputException other(String expected, String found) {
        return new InputException(
                "checkpoint",
                expected,
                found,
                "Resume with the run.yaml that was written with this checkpoint; its networks, optimizer and constraint must"
                        + " be those of the checkpoint.");
    }
}
