package lipschitzlab.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a lesson.
 *
 * @param lesson one with a check
 * @param seeds one after the other; fewer than were asked for if the runs were interrupted
 * @param verdict of all seeds that were asked for
 * @param tuning whether these are the tuning seeds, so that the verdict says nothing yet
 * @param figured the lanes of the first seed, for the figure
 */
public record Finding(Lesson lesson, List<OfSeed> seeds, Verdict verdict, boolean tuning, List<LaneRecord> figured) {
    /** Copies the lists. */
    public Finding {
        seeds = List.copyOf(seeds);
        figured = List.copyOf(figured);
    }

    /**
     * One seed.
     *
     * @param values of the measures, by name; one that was not measured is missing
     * @param answer of the rule; nothing where a measure that it needs is missing
     */
    public record OfSeed(int seed, Map<String, Double> values, Optional<Boolean> answer) {}

    /** How the lesson's claim was decided. */
    public Lesson.Check check() {
        return lesson.requireCheck();
    }

    /** The values of one measure, a seed each, without those where it is missing. */
    public double[] values(String measure) {
        return seeds.stream()
                .filter(seed -> seed.values().containsKey(measure))
                .mapToDouble(seed -> seed.values().get(measure))
                .toArray();
    }
}
