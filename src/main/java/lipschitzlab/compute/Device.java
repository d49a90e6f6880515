package lipschitzlab.compute;

import java.util.Map;

/**
 * What computes.
 *
 * @param engine the engine's id, such as {@code nd4j-cpu}
 * @param name the processor or card, in words
 * @param versions library names and their versions, for a run's record
 */
public record Device(String engine, String name, Map<String, String> versions) {
    /** Copies the map. */
    public Device {
        versions = Map.copyOf(versions);
    }
}
