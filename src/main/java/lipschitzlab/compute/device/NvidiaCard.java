package lipschitzlab.compute.device;

import java.util.OptionalInt;

/**
 * An NVIDIA card as its driver describes it.
 *
 * @param name such as {@code NVIDIA GeForce RTX 4090}
 * @param capability its generation
 * @param memoryMiB its memory in units of 2²⁰ bytes; 0 where the driver does not tell, as where card and processor share it
 * @param driver the version of NVIDIA's driver
 */
public record NvidiaCard(String name, ComputeCapability capability, long memoryMiB, String driver) {
    /** The branch of the driver, 580 for {@code 580.65.06}; none where the driver does not tell. */
    public OptionalInt driverBranch() {
        String branch = driver.split("\\.", 2)[0];
        return branch.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(branch)) : OptionalInt.empty();
    }
}
