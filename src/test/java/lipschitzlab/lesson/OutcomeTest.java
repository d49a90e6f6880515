package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.statistic.MedianInterval;
import lipschitzlab.yaml.SourceLocation;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final double[] TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private static Outcome of(double threshold, Direction direction, int needed, double... effects) {
        Formula effect =
                Formula.parse("gap", SourceLocation.option("here"), Map.of("a", TinyPresets.toy()), List.of("gap"));
        Decision decision = new Decision("the gap", effect, threshold, direction, "so");
        List<Finding.OfSeed> seeds = new ArrayList<>();
        for (double value : effects) {
            OptionalDouble number = Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
            seeds.add(new Finding.OfSeed(300 + seeds.size(), Map.of(), number));
        }
        return Outcome.of(decision, seeds, needed);
    }

    @Test
    void aClaimHoldsIfTheWholeIntervalIsBeyondTheThreshold() {
        Outcome above = of(2.9, Direction.ABOVE, 10, TEN);
        Outcome below = of(8.1, Direction.BELOW, 10, TEN);

        assertThat(above.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(above.effect()).contains(new MedianInterval(5.5, 3, 8));
        assertThat(above.beyond()).isEqualTo(8);
        assertThat(above.why()).isEqualTo("the whole interval lies above 2.9");
        assertThat(below.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(below.why()).isEqualTo("the whole interval lies below 8.1");
    }

    @Test
    void itDoesNotHoldIfTheWholeIntervalIsOnTheOtherSide() {
        Outcome below = of(8.1, Direction.ABOVE, 10, TEN);

        assertThat(below.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(below.beyond()).isEqualTo(2);
        assertThat(below.why()).isEqualTo("the whole interval lies below 8.1");
        assertThat(of(2.9, Direction.BELOW, 10, TEN).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void aThresholdInTheIntervalOrAtItsEndDecidesNothing() {
        for (double threshold : new double[] {3, 5.5, 8}) {
            for (Direction direction : Direction.values()) {
                Outcome outcome = of(threshold, direction, 10, TEN);
                assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_DECIDED);
                assertThat(outcome.effect()).isPresent();
                assertThat(outcome.why()).endsWith("lies in the interval");
            }
        }
    }

    @Test
    void tooFewSeedsDecideNothingAndSayHowManyAreMissing() {
        Outcome nine = of(0, Direction.ABOVE, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        assertThat(nine.verdict()).isEqualTo(Verdict.NOT_DECIDED);
        assertThat(nine.effect()).isEmpty();
        assertThat(nine.beyond()).isEqualTo(9);
        assertThat(nine.why()).isEqualTo("1 more seed is needed, a verdict takes 10");
        assertThat(of(0, Direction.ABOVE, 10).why()).startsWith("10 more seeds are needed");
        assertThat(of(0, Direction.ABOVE, 12, TEN).why()).isEqualTo("2 more seeds are needed, a verdict takes 12");
    }

    /** Whatever its lane would have come to, no seed is left out because it failed. */
    @Test
    void aSeedWithoutAnEffectDecidesNothing() {
        Outcome outcome = of(0, Direction.ABOVE, 10, 1, 2, 3, Double.NaN, 5, 6, 7, 8, 9, Double.NaN);

        assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_DECIDED);
        assertThat(outcome.effect()).isEmpty();
        assertThat(outcome.why()).contains("no effect of seeds 303, 309");
    }
}
