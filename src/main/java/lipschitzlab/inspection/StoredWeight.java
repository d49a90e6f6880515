package lipschitzlab.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A weight as a file stores it, found by the names of the file's arrays.
 *
 * @param name the weight's
 * @param array the array that is read
 * @param form what makes the weight out of the array
 * @param used whether a layer uses it as it is, and not what a normalization makes of it
 */
record StoredWeight(String name, String array, Form form, boolean used) {
    private static final String SPECTRAL = "_orig";
    private static final String DIRECTION = "_v";
    private static final String GAIN = "_g";
    private static final String PARAMETRIZATION = "parametrizations.";
    private static final String ORIGINAL = ".original";

    /** "2.weight" before "10.weight". */
    private static final Comparator<String> BY_PARTS = (one, other) -> {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = comparePart(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length != right.length ? Integer.compare(left.length, right.length) : one.compareTo(other);
    };

    /** What makes a weight out of the array that is stored for it. */
    sealed interface Form {
        /** The array itself. */
        record Plain() implements Form {}

        /** W/uᵀWv, as PyTorch's spectral normalization stores it. */
        record OverSigma(String u, String v) implements Form {}

        /** g·v/‖v‖, as PyTorch's weight normalization stores it. */
        record GainTimesDirection(String gain) implements Form {}
    }

    /**
     * The weights of a file.
     *
     * @param names of all of its arrays
     * @return in the order of their names, numbers in them by their size; vectors are still among them
     */
    static List<StoredWeight> in(Collection<String> names) {
        Set<String> all = new HashSet<>(names);
        List<StoredWeight> weights = new ArrayList<>();
        names.stream().sorted(BY_PARTS).forEach(name -> weights.addAll(of(name, all)));
        return weights;
    }

    private static List<StoredWeight> of(String name, Set<String> all) {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && all.contains(name.substring(0, dot))) {
            // An optimizer's average or a constraint's vector of the array before the dot.
            return List.of();
        }
        Optional<StoredWeight> normalized = overSigma(name, all).or(() -> gainTimesDirection(name, all));
        if (normalized.isPresent()) {
            StoredWeight raw = new StoredWeight(name, name, new Form.Plain(), false);
            return all.contains(normalized.get().name()) ? List.of(raw) : List.of(normalized.get(), raw);
        }
        return isPart(name, all)
                ? List.of()
                : List.of(new StoredWeight(name, name, new Form.Plain(), !isNormalizedLater(name, all)));
    }

    /** Whether it is a trained weight in a checkpoint of ours, of which a constraint makes the one that the layer uses. */
    private static boolean isNormalizedLater(String name, Set<String> all) {
        Optional<String> layer = before(name, ".weight").filter(base -> !all.contains(name + SPECTRAL));
        return layer.filter(base ->
                        all.contains(name + ".u") || all.contains(base + ".gain") || all.contains(base + ".gamma"))
                .isPresent();
    }

    private static Optional<StoredWeight> overSigma(String name, Set<String> all) {
        Optional<String> old = before(name, SPECTRAL);
        if (old.isPresent() && all.contains(old.get() + "_u") && all.contains(old.get() + DIRECTION)) {
            Form form = new Form.OverSigma(old.get() + "_u", old.get() + DIRECTION);
            return Optional.of(new StoredWeight(old.get(), name, form, true));
        }
        return before(name, ORIGINAL)
                .filter(base -> base.contains(PARAMETRIZATION))
                .filter(base -> all.contains(base + ".0._u") && all.contains(base + ".0._v"))
                .map(base ->
                        new StoredWeight(plain(base), name, new Form.OverSigma(base + ".0._u", base + ".0._v"), true));
    }

    private static Optional<StoredWeight> gainTimesDirection(String name, Set<String> all) {
        Optional<String> old = before(name, DIRECTION).filter(base -> all.contains(base + GAIN));
        if (old.isPresent()) {
            Form form = new Form.GainTimesDirection(old.get() + GAIN);
            return Optional.of(new StoredWeight(old.get(), name, form, true));
        }
        return before(name, ORIGINAL + "1")
                .filter(base -> base.contains(PARAMETRIZATION) && all.contains(base + ORIGINAL + "0"))
                .map(base ->
                        new StoredWeight(plain(base), name, new Form.GainTimesDirection(base + ORIGINAL + "0"), true));
    }

    /** Whether an array is a vector or a gain that belongs to a normalization. */
    private static boolean isPart(String name, Set<String> all) {
        boolean old = before(name, "_u").or(() -> before(name, DIRECTION)).stream()
                        .anyMatch(base -> all.contains(base + SPECTRAL))
                || before(name, GAIN).stream().anyMatch(base -> all.contains(base + DIRECTION));
        boolean parametrized = name.contains(PARAMETRIZATION)
                && (name.endsWith("._u") || name.endsWith("._v") || name.endsWith(ORIGINAL + "0"));
        return old || parametrized;
    }

    private static Optional<String> before(String name, String ending) {
        return name.endsWith(ending)
                ? Optional.of(name.substring(0, name.length() - ending.length()))
                : Optional.empty();
    }

    private static String plain(String parametrized) {
        return parametrized.replace(PARAMETRIZATION, "");
    }

    private static int comparePart(String one, String other) {
        boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }
}
