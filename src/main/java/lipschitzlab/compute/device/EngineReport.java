package lipschitzlab.compute.device;

import java.util.Optional;

/**
 * What is known of one engine on one machine.
 *
 * @param kind the engine
 * @param installed whether its library is on the class path
 * @param device what it computes on; none if it cannot run
 * @param sentence that it can run, or why it cannot and what to do about it
 */
public record EngineReport(EngineKind kind, boolean installed, Optional<Device> device, String sentence) {
    /** Whether it can run. */
    public boolean canRun() {
        return device.isPresent();
    }
}
