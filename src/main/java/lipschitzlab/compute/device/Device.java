package lipschitzlab.compute.device;

import java.util.Map;
import java.util.Optional;

/**
 * What computes.
 *
 * @param engine the engine's id, such as {@code nd4j-cpu}
 * @param name the processor or card, in words
 * @param memoryMiB the memory that its arrays live in, in units of 2²⁰ bytes; 0 where the system does not tell
 * @param card the card, where it is one
 * @param versions library names and their versions, for a run's record
 */
public record Device(
        String engine, String name, long memoryMiB, Optional<NvidiaCard> card, Map<String, String> versions) {
    /** Copies the map. */
    public Device {
        versions = Map.copyOf(versions);
    }

    /** The machine's processor. */
    public static Device processor(String engine, Machine machine, Map<String, String> versions) {
        return new Device(engine, machine.processor(), machine.memoryMiB(), Optional.empty(), versions);
    }

    /** One of its cards. */
    public static Device card(String engine, NvidiaCard card, Map<String, String> versions) {
        return new Device(engine, card.name(), card.memoryMiB(), Optional.of(card), versions);
    }
}
