package lipschitzlab.compute.device;

import java.util.Optional;

/**
 * The NVIDIA cards for which a library holds GPU code.
 *
 * @param lowest the oldest generation
 * @param highest the newest one; none if the library also holds code that newer cards compile for themselves (PTX)
 */
public record CapabilityRange(ComputeCapability lowest, Optional<ComputeCapability> highest) {
    /** From one generation to another, such as {@code between("3.7", "8.9")}. */
    static CapabilityRange between(String lowest, String highest) {
        return new CapabilityRange(ComputeCapability.of(lowest), Optional.of(ComputeCapability.of(highest)));
    }

    /** From one generation on. */
    static CapabilityRange from(String lowest) {
        return new CapabilityRange(ComputeCapability.of(lowest), Optional.empty());
    }

    /** Whether a card of that generation is among them. */
    public boolean contains(ComputeCapability capability) {
        return capability.compareTo(lowest) >= 0 && !isAbove(capability);
    }

    private boolean isAbove(ComputeCapability capability) {
        return highest.map(top -> capability.compareTo(top) > 0).orElse(false);
    }

    /** What there is in place of code for that generation, such as "up to 8.9"; the whole range if it is too old. */
    String inWords(ComputeCapability missing) {
        String range = highest.map(top -> lowest + " to " + top).orElse(lowest + " and newer");
        return isAbove(missing) ? "up to " + highest.orElseThrow() : range;
    }
}
