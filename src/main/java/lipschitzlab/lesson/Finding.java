package lipschitzlab.lesson;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came of a lesson.
 *
 * @param lesson one with a check
 * @param seeds one after the other; fewer than were asked for if the runs were interrupted
 * @param tuning whether these are the tuning seeds, so that the verdict says nothing yet
 * @param figured the lanes of the first seed, for the figure; none if that seed was run by an earlier call
 */
public record Finding(Lesson lesson, List<OfSeed> seeds, boolean tuning, List<LaneRecord> figured) {
    /** Copies the lists. */
    public Finding {
        seeds = List.copyOf(seeds);
        figured = List.copyOf(figured);
    }

    /**
     * One seed.
     *
     * @param values of the measures, by name; one that was not measured is missing
     * @param effect that decides; none where a measure that it needs is missing
     */
    public record OfSeed(int seed, Map<String, Double> values, OptionalDouble effect) {}

    /** How the lesson's claim was decided. */
    public Lesson.Check check() {
        return lesson.requireCheck();
    }

    /** What these seeds say of the claim. */
    public Outcome outcome() {
        int stated = (tuning ? check().tuningSeeds() : check().seeds()).size();
        return Outcome.of(check().decision(), seeds, Math.max(Outcome.MIN_SEEDS, stated));
    }

    /** The values of one measure, a seed each, without those where it is missing. */
    public double[] values(String measure) {
        return seeds.stream()
                .filter(seed -> seed.values().containsKey(measure))
                .mapToDouble(seed -> seed.values().get(measure))
                .toArray();
    }

    /** The effects, a seed each, without those where there is none. */
    public double[] effects() {
        return seeds.stream().flatMapToDouble(seed -> seed.effect().stream()).toArray();
    }
}
