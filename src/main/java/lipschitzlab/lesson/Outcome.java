package lipschitzlab.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.statistic.MedianInterval;

/**
 * What the effect over the seeds says of a claim.
 *
 * @param effect the median over the seeds with its 95 % interval; empty where there are too few seeds for one, or a seed has no
 *     effect
 * @param beyond how many of the seeds lie beyond the threshold by themselves
 * @param why the verdict, as words behind a colon
 */
public record Outcome(Verdict verdict, Optional<MedianInterval> effect, int beyond, String why) {
    /** With fewer seeds there is no interval and nothing is decided. */
    public static final int MIN_SEEDS = 10;

    /**
     * Decides.
     *
     * @param seeds those that were measured
     * @param needed how many must be: all that the lesson states, and {@link #MIN_SEEDS} at least, so that nobody can stop where a
     *     verdict suits
     */
    static Outcome of(Decision decision, List<Finding.OfSeed> seeds, int needed) {
        int beyond = (int) seeds.stream()
                .flatMapToDouble(seed -> seed.effect().stream())
                .filter(effect -> decision.direction().beyond(effect, decision.threshold()))
                .count();
        if (seeds.size() < needed) {
            int more = needed - seeds.size();
            return undecided(
                    beyond,
                    more + (more == 1 ? " more seed is" : " more seeds are") + " needed, a verdict takes " + needed);
        }
        List<Finding.OfSeed> without =
                seeds.stream().filter(seed -> seed.effect().isEmpty()).toList();
        if (!without.isEmpty()) {
            return undecided(
                    beyond,
                    "no effect of " + (without.size() == 1 ? "seed " : "seeds ")
                            + without.stream()
                                    .map(seed -> Integer.toString(seed.seed()))
                                    .collect(Collectors.joining(", "))
                            + ", since something that it needs could not be measured");
        }
        return decided(
                decision,
                MedianInterval.of(seeds.stream()
                        .map(Finding.OfSeed::effect)
                        .mapToDouble(OptionalDouble::orElseThrow)
                        .toArray()),
                beyond);
    }

    private static Outcome undecided(int beyond, String why) {
        return new Outcome(Verdict.NOT_DECIDED, Optional.empty(), beyond, why);
    }

    private static Outcome decided(Decision decision, MedianInterval effect, int beyond) {
        Direction direction = decision.direction();
        String threshold = NumberSetting.format(decision.threshold());
        if (isWhole(direction, effect, decision.threshold())) {
            return new Outcome(
                    Verdict.HOLDS,
                    Optional.of(effect),
                    beyond,
                    "the whole interval lies " + direction.id() + " " + threshold);
        }
        if (isWhole(direction.opposite(), effect, decision.threshold())) {
            return new Outcome(
                    Verdict.DOES_NOT_HOLD,
                    Optional.of(effect),
                    beyond,
                    "the whole interval lies " + direction.opposite().id() + " " + threshold);
        }
        return new Outcome(
                Verdict.NOT_DECIDED,
                Optional.of(effect),
                beyond,
                "the threshold " + threshold + " lies in the interval");
    }

    private static boolean isWhole(Direction side, MedianInterval effect, double threshold) {
        return side.beyond(effect.low(), threshold) && side.beyond(effect.high(), threshold);
    }
}
