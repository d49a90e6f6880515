package lipschitzlab.compute.device;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generation of an NVIDIA card, as NVIDIA numbers it: 7.5 is Turing, 8.9 Ada, 9.0 Hopper, 12.0 Blackwell. GPU code is
 * compiled for some of them.
 *
 * @param major the number before the point
 * @param minor the number after it
 */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Reads {@code 9.0}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ComputeCapability of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a compute capability such as 9.0, found '" + text + "'");
        }
        return new ComputeCapability(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(ComputeCapability other) {
        return Comparator.comparingInt(ComputeCapability::major)
                .thenComparingInt(ComputeCapability::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
