package lipschitzlab.plot.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueRangeTest {
    private static List<Trace> lanes(double[]... values) {
        return Stream.of(values).map(lane -> new Trace(lane, lane)).toList();
    }

    private static double[] values(double... values) {
        return values;
    }

    @Test
    void gradientNormsAreLogarithmicOverMoreThanAHundredfold() {
        assertThat(ValueRange.of(Metric.GRADIENT_NORM_FAKE, lanes(values(1, 99))))
                .matches(range -> !range.logarithmic() && range.low() == 0);
        assertThat(ValueRange.of(Metric.GRADIENT_NORM_FAKE, lanes(values(0.03, 99))))
                .isEqualTo(new ValueRange(0.02, 100, true));
    }

    @Test
    void nothingIsLogarithmicWhereAValueIsZero() {
        assertThat(ValueRange.of(Metric.GENERATOR_SIGNAL, lanes(values(0, 1e-9, 1e9)))
                        .logarithmic())
                .isFalse();
    }

    @Test
    void aLaneThatExplodesRunsOutOfTheChartAndLeavesTheOthersReadable() {
        ValueRange range = ValueRange.of(Metric.GAP, lanes(values(0, 1), values(0, 2), values(0, 1e5)));

        assertThat(range.high()).isBetween(2.0, 3.0);
    }

    @Test
    void lanesWithoutAnyPenaltyDoNotPushAnotherOut() {
        ValueRange range = ValueRange.of(Metric.PENALTY, lanes(values(0, 0), values(0, 0), values(0.1, 4)));

        assertThat(range.low()).isZero();
        assertThat(range.high()).isBetween(4.0, 5.0);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void thereIsARangeForAnyValues(Metric metric) {
        for (double[] values : List.of(
                values(),
                values(Double.NaN),
                values(0),
                values(5),
                values(-5, -5),
                values(1e-300, 1e300),
                values(-1e308, 1e308),
                values(Double.MAX_VALUE),
                values(1, Double.NaN, Double.NEGATIVE_INFINITY))) {
            ValueRange range = ValueRange.of(metric, lanes(values));
            assertThat(range.high()).isFinite().isGreaterThan(range.low());
            assertThat(range.low()).isFinite();
        }
    }
}
