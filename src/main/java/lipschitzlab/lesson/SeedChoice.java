package lipschitzlab.lesson;

import java.util.List;
import java.util.OptionalInt;
import lipschitzlab.setting.InputException;

/**
 * Which of a lesson's seeds are run.
 *
 * @param count the first so many that it states; empty for all
 * @param tuning whether tuning seeds are meant instead of those of the table
 */
public record SeedChoice(OptionalInt count, boolean tuning) {
    /**
     * The seeds of a lesson.
     *
     * @throws InputException if it is only for showing, or states fewer
     */
    public List<Integer> of(Lesson lesson) {
        Lesson.Check check = lesson.requireCheck();
        List<Integer> stated = tuning ? check.tuningSeeds() : check.seeds();
        int wanted = count.orElse(stated.size());
        if (wanted > stated.size()) {
            throw new InputException(
                    "lesson " + lesson.name(),
                    "at most as many " + (tuning ? "tuning seeds" : "seeds") + " as it states (" + stated.size() + ")",
                    Integer.toString(wanted),
                    "Ask for fewer, or state more in its file before they are run.");
        }
        return stated.subList(0, wanted);
    }
}
