package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Preset PRESET = TinyPresets.toy();
    private static final String LANE = "spectral-norm";

    private final HandMadeHistory history = new HandMadeHistory();

    private OptionalDouble number(String text) {
        LaneRecord lane = new LaneRecord(
                PRESET.withOnly(java.util.List.of(LANE), "test").lanes().get(0),
                LANE,
                6,
                5,
                history.history(),
                Optional.empty(),
                Optional.empty());
        Formula formula = Formula.parse(
                text.replace("L,", "\"" + LANE + "\","), Place.option("test"), Map.of(LANE, PRESET), Set.of());
        return formula.number(Map.of(LANE, lane), Map.of());
    }

    private static LayerSpectrum layer(double exact, double estimate, double... sigma) {
        return new LayerSpectrum("w", sigma, 2.5, exact, OptionalDouble.of(estimate), OptionalDouble.empty());
    }

    @Test
    void aMetricIsTheOneRecordedLastAtThatStepOrBefore() {
        history.point(Metric.GAP, 1, 0, 10).point(Metric.GAP, 3, 0, 30);

        assertThat(number("at(L, \"gap\", 1)")).hasValue(10);
        assertThat(number("at(L, \"gap\", 2)")).hasValue(10);
        assertThat(number("at(L, \"gap\", 5)")).hasValue(30);
        assertThat(number("at(L, \"gap\", 0)")).isEmpty();
    }

    @Test
    void aStepThatTheLaneDidNotReachIsNotMeasured() {
        history.point(Metric.GAP, 1, 0, 10);

        assertThat(number("at(L, \"gap\", \"end\")")).isEmpty();
        assertThat(number("mean(L, \"gap\", 1, 6)")).isEmpty();
        assertThat(number("0 * at(L, \"gap\", 6)")).isEmpty();
    }

    @Test
    void aWindowIncludesBothOfItsSteps() {
        for (int step = 1; step <= 5; step++) {
            history.point(Metric.GAP, step, 0, step * step);
        }

        assertThat(number("mean(L, \"gap\", 2, 4)").getAsDouble()).isEqualTo((4 + 9 + 16) / 3.0);
        assertThat(number("highest(L, \"gap\", 2, 4)")).hasValue(16);
        assertThat(number("lowest(L, \"gap\", 2, 4)")).hasValue(4);
    }

    @Test
    void spectraGiveSingularValuesStableRanksAndTheErrorsOfEstimates() {
        history.spectra(0, layer(2, 2, 2, 1), layer(4, 3, 4, 3, 2)).spectra(3, layer(2, 1.9, 5, 1), layer(4, 4, 4));

        assertThat(number("sigma(L, 1, 2, 0)")).hasValue(1);
        assertThat(number("sigma(L, -1, 3, 2)")).hasValue(2);
        assertThat(number("sigma(L, 1, 3, 0)")).isEmpty();
        assertThat(number("stableRank(L, 1, 3)")).hasValue(2.5);
        assertThat(number("estimateError(L, 2, 0)")).hasValue(0.25);
        assertThat(number("largestEstimateError(L, 1, 5)").getAsDouble())
                .isCloseTo(0.05, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void timesAreMediansWithoutTheFirstFifth() {
        double[] ends = {0, 100, 101, 103, 106, 110};
        for (int i = 0; i < ends.length; i++) {
            history.point(Metric.GAP, i + 1, ends[i], 0);
        }

        // The steps took 100, 1, 2, 3 and 4 s, with five critic updates each.
        assertThat(number("secondsPerCriticStep(\"spectral-norm\")")).hasValue(3 / 5.0);
    }

    @Test
    void whatDividesByZeroIsNotMeasured() {
        history.point(Metric.GAP, 1, 0, 0);

        assertThat(number("1 / at(L, \"gap\", 1)")).isEmpty();
        assertThat(number("log10(at(L, \"gap\", 1))")).isEmpty();
    }
}
