package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lipschitzlab.experiment.HandMadeHistory;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;
import lipschitzlab.yaml.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
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
                Optional.empty(),
                Map.of(Metric.SLICED_WASSERSTEIN, new Floor(0.01, 0.02, 0.03, 100)));
        Formula formula = Formula.parse(
                text.replace("L,", "\"" + LANE + "\","), SourceLocation.option("test"), Map.of(LANE, PRESET), Set.of());
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
    void quantilesOfTheEstimatesErrorAreOverStepsOfTheLargestOfAnyLayer() {
        for (int step = 0; step <= 4; step++) {
            history.spectra(step, layer(1, 1, 1), layer(1, 1 + 0.1 * step, 1));
        }

        assertThat(number("estimateErrorQuantile(L, 0.5, 0, 4)").getAsDouble())
                .isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(number("estimateErrorQuantile(L, 0.95, 0, 4)").getAsDouble())
                .isCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(number("estimateErrorQuantile(L, 0.95, 0, 2)").getAsDouble())
                .isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(number("estimateErrorQuantile(L, 0.5, 0, 6)")).isEmpty();
    }

    @Test
    void theFloorOfADistanceIsWhatAllButATwentiethOfRealDrawsStayBelow() {
        assertThat(number("floor(L, \"sliced_wasserstein\")")).hasValue(0.03);
    }

    @Test
    void onlyADistanceHasAFloor() {
        assertThatThrownBy(() -> number("floor(L, \"gap\")"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a distance of these data (sliced_wasserstein, wasserstein)");
    }

    @Test
    void aMetricIsKnownByTheNameOfAFormerVersionToo() {
        history.point(Metric.GAP_OVER_SLOPE, 1, 0, 7);

        assertThat(number("at(L, \"gap_over_slope\", 1)")).hasValue(7);
    }

    @Test
    void timesAreMediansWithoutTheFirstFifth() {
        double[] ends = {0, 100, 101, 103, 106, 110};
        for (int i = 0; i < ends.length; i++) {
            history.point(Metric.GAP, i + 1, ends[i], 0);
        }

        // The steps took 100, 1, 2, 3 and 4 s, with five critic updates each; of four the lower in the middle is the
        // median.
        assertThat(number("secondsPerCriticStep(\"spectral-norm\")")).hasValue(2 / 5.0);
    }

    @Test
    void whatDividesByZeroIsNotMeasured() {
        history.point(Metric.GAP, 1, 0, 0);

        assertThat(number("1 / at(L, \"gap\", 1)")).isEmpty();
        assertThat(number("log10(at(L, \"gap\", 1))")).isEmpty();
    }

    private static Formula parsed(String text) {
        return Formula.parse(text, SourceLocation.option("a.yaml:7"), Map.of(LANE, PRESET), Set.of("gap", "less"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gap ^ -99999999 > 1",
                "gap ^ 99999999 > 1",
                "((((gap + 1) ^ 99) ^ 99) ^ 99) ^ 99 > 0",
                "sqrt(abs(gap) ^ 300) ^ 300 < 1",
                "log10(10 ^ (gap * 1e300)) == 1",
                "max(gap, 1e308) * max(gap, 1e308) > 1",
                "1e300 % (gap ^ -300) > 0"
            })
    void numbersAreDoublesSoThatNoOperationTakesLong(String rule) {
        Formula formula = parsed(rule).requireTruth();
        for (double gap : new double[] {0, 1, -1e300, Double.MIN_VALUE}) {
            formula.truth(Map.of(), Map.of("gap", gap, "less", 1.0));
        }
        assertThat(parsed("gap ^ 2").number(Map.of(), Map.of("gap", 1e200))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9^9^9^9|results that are numbers up to 1.8e308",
                "gap + 9^9^9^9|results that are numbers up to 1.8e308",
                "1 / 0|results that are numbers up to 1.8e308",
                "sqrt(-1)|results that are numbers up to 1.8e308",
                "sqrt(1e99999999)|a decimal number up to 1.8e308",
                "0xFF|a decimal number",
                "mean(* \"gradient_norm_max\", 1, 2)|an expression",
                "* 1|an expression",
                "1 +|an expression",
                "max(|an expression",
                "\"gap\"|numbers, names, operators and functions",
                "gap + (gap > 1)|a number at character 12",
                "gap && gap > 1|something that is true or false at character 1",
                "!gap|something that is true or false",
                "if(gap, 1, 2)|something that is true or false",
                "if(gap > 1, 1, 1 > 2)|a number",
                "gap == (gap > 1)|a number"
            })
    void whatHasNoValueIsRefusedWithItsPlaceBeforeAnythingRuns(String text, String expected) {
        assertThatThrownBy(() -> parsed(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("a.yaml:7: expected " + expected);
    }

    static Stream<String> tooMuch() {
        return Stream.of(
                "gap" + " + gap".repeat(600),
                "gap > 1" + " && gap > 1".repeat(300),
                "gap" + "+gap".repeat(20_000),
                "gap > 1" + "&&gap > 1".repeat(3_000),
                "(".repeat(1500) + "gap" + ")".repeat(1500) + " ^ 2".repeat(250),
                "abs(".repeat(600) + "gap" + ")".repeat(600),
                "- ".repeat(1000) + "gap");
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void anExpressionOfTooMuchIsRefusedInWords(String text) {
        assertThatThrownBy(() -> parsed(text))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("a.yaml:7: expected an expression.*"
                        + "(at most 4000 characters, found \\d+ characters|at most 200 operations|operand).*")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(600));
    }

    @Test
    void operatorsBindAsTheyDidAndTruthIsDecidedByWhatDecidesAlone() {
        assertThat(parsed("-2 ^ 2 + 2 ^ 3 ^ 2 + 7 % 4 - 6 / 3 * 2").number(Map.of(), Map.of()))
                .hasValue(4 + 512 + 3 - 4);
        assertThat(parsed("max(1, 3, 2) + min(4, 2) + abs(-1) + log10(100) + sqrt(9)")
                        .number(Map.of(), Map.of()))
                .hasValue(3 + 2 + 1 + 2 + 3);
        assertThat(parsed("if(gap > 1, 5, sqrt(gap))").number(Map.of(), Map.of("gap", 4.0)))
                .hasValue(5);

        Map<String, Double> none = Map.of("gap", 0.0);
        assertThat(parsed("gap > 1 && 1 / gap > 1").truth(Map.of(), none)).contains(false);
        assertThat(parsed("gap < 1 || 1 / gap > 1").truth(Map.of(), none)).contains(true);
        assertThat(parsed("gap < 1 && 1 / gap > 1").truth(Map.of(), none)).isEmpty();
        assertThat(parsed("!(gap < 1) = (gap <> 0)").truth(Map.of(), none)).contains(true);
        assertThat(parsed("gap == -gap && gap >= -gap").truth(Map.of(), none)).contains(true);
    }
}
