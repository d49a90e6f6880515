package lipschitzlab.lesson;

import java.util.Collection;
import java.util.Optional;

/** What the seeds say of a claim together. */
public enum Verdict {
    /** The rule is true of every seed. */
    HOLDS("holds"),
    /** The rule is false of every seed. */
    DOES_NOT_HOLD("does not hold"),
    /** Seeds disagree, or for one of them there is no answer. */
    NOT_DECIDED("not decided");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** The words in a table. */
    public String title() {
        return title;
    }

    /**
     * Unanimous or not decided. An average would let one seed speak for all, and a majority of three says little; a
     * threshold with some distance to both outcomes makes unanimity easy where a claim is true or false.
     *
     * @param answers of the rule, one a seed; empty where a number that it needs was not measured
     */
    public static Verdict of(Collection<Optional<Boolean>> answers) {
        boolean complete = !answers.isEmpty() && answers.stream().allMatch(Optional::isPresent);
        long held = answers.stream().filter(answer -> answer.orElse(false)).count();
        if (complete && held == answers.size()) {
            return HOLDS;
        }
        return complete && held == 0 ? DOES_NOT_HOLD : NOT_DECIDED;
    }
}
