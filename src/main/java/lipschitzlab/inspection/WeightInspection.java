package lipschitzlab.inspection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/**
 * Every matrix and kernel of a file, measured.
 *
 * @param weights in the order of their names
 * @param leftOut arrays that could not be measured
 */
public record WeightInspection(Path file, List<MeasuredWeight> weights, List<LeftOut> leftOut) {
    /** Networks that one file of ours may hold together. */
    private static final List<String> NETWORKS = List.of("critic", "generator");

    /**
     * An array that could not be measured.
     *
     * @param why for a person
     */
    public record LeftOut(String name, String why) {}

    /**
     * The product of the largest singular values over a network's layers: a bound of the slope of layers one behind the other whose
     * activations and normalizations add none.
     *
     * @param network its name where the file has several; otherwise empty
     * @param product NaN if one of them is not known
     * @param nominal whether kernels are among them, whose convolution can stretch more than their matrix
     */
    public record Bound(String network, int layers, double product, boolean nominal) {}

    /** Copies the lists. */
    public WeightInspection {
        weights = List.copyOf(weights);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Measures a file's weights.
     *
     * @param each takes every weight as soon as it is measured
     * @throws InputException if there is no such file, if it cannot be read, or if there is no matrix in it
     */
    public static WeightInspection of(Path path, Consumer<MeasuredWeight> each) {
        List<MeasuredWeight> measured = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        try (ArrayFile file = ArrayFile.open(path)) {
            WeightReading reading = new WeightReading(file);
            for (StoredWeight weight : StoredWeight.in(file.names())) {
                try {
                    reading.measured(weight).ifPresent(one -> {
                        measured.add(one);
                        each.accept(one);
                    });
                } catch (InputException unreadable) {
                    leftOut.add(new LeftOut(weight.name(), unreadable.getMessage()));
                }
            }
        }
        if (measured.isEmpty()) {
            throw new InputException(
                    RegularFile.name(path),
                    "a file with at least one matrix or kernel that can be read",
                    leftOut.isEmpty() ? "none" : "none (" + leftOut.get(0).why() + ")",
                    "Save a network's weights as safetensors, or with numpy.savez.");
        }
        return new WeightInspection(path, measured, leftOut);
    }

    /** The bound of each network in the file. */
    public List<Bound> bounds() {
        Map<String, List<MeasuredWeight>> networks = new LinkedHashMap<>();
        weights.stream().filter(MeasuredWeight::used).forEach(weight -> networks.computeIfAbsent(
                        network(weight.name()), name -> new ArrayList<>())
                .add(weight));
        return networks.entrySet().stream()
                .map(network -> new Bound(
                        network.getKey(),
                        network.getValue().size(),
                        misses(network.getKey()) ? Double.NaN : product(network.getValue()),
                        network.getValue().stream()
                                .anyMatch(weight -> weight.matrix().kernel())))
                .toList();
    }

    private boolean misses(String network) {
        return leftOut.stream().anyMatch(one -> network(one.name()).equals(network));
    }

    private static double product(List<MeasuredWeight> weights) {
        return weights.stream().mapToDouble(MeasuredWeight::largest).reduce(1, (one, other) -> one * other);
    }

    private static String network(String name) {
        Optional<String> first =
                NETWORKS.stream().filter(known -> name.startsWith(known + ".")).findFirst();
        return first.orElse("");
    }

    /** A shape as it is written: {@code [64, 3, 4, 4]}. */
    public static String words(int[] shape) {
        return Arrays.toString(shape);
    }
}
