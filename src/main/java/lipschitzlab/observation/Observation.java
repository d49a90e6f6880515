package lipschitzlab.observation;

import java.util.Optional;

/**
 * What a rule found.
 *
 * @param sentence what is happening
 * @param brief the same in fewer words, for a narrow place
 * @param rule by which numbers and limits that is said
 * @param lesson the bundled name of a lesson about it
 */
public record Observation(String sentence, String brief, String rule, Optional<String> lesson) {
    Observation(String sentence, String brief, String rule) {
        this(sentence, brief, rule, Optional.empty());
    }

    Observation(String sentence, String brief, String rule, String lesson) {
        this(sentence, brief, rule, Optional.of(lesson));
    }
}
