package lipschitzlab.desktop.model;

/**
 * An engine that a person may choose, or {@code auto}.
 *
 * @param id the engine's id
 * @param possible whether nothing is known that keeps it from running
 * @param help why it cannot run, or when it takes effect, as a sentence
 */
public record EngineOffer(String id, boolean possible, String help) {}
