package lipschitzlab.preset;

import lipschitzlab.setting.Assignment;

/**
 * A value with which a paper trains.
 *
 * @param assignment the setting with its value
 * @param reference where it stands: the paper with its algorithm or section, or the file of its authors' code
 */
public record PublishedValue(Assignment<?> assignment, String reference) {
    /** Refuses a value that comes from nowhere. */
    public PublishedValue {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("expected where " + assignment.key() + " stands, found nothing");
        }
    }
}
