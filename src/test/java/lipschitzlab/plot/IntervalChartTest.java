package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lipschitzlab.plot.IntervalChart.Row;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.statistic.MedianInterval;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalChartTest {
    private static IntervalChart chart(double threshold, Optional<MedianInterval> median, Row... rows) {
        return new IntervalChart(
                ChartTheme.LIGHT,
                new IntervalChart.Shown(
                        "Title", "below", "effect", List.of(rows), median, threshold, "threshold " + threshold));
    }

    private static XYPlot plot(IntervalChart chart) {
        return chart.chart().getXYPlot();
    }

    private static String svg(IntervalChart chart) {
        return new Sheet(List.of(chart.chart()), 800, 400).toSvg(ChartTheme.LIGHT, "foot");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e6, 0.02, 0.01, 5, 1e9})
    void thresholdAndNumbersAreOnTheChartHoweverFarApart(double threshold) {
        IntervalChart chart = chart(
                threshold,
                Optional.of(new MedianInterval(0.02, 0.01, 0.03)),
                new Row("seed 1", Optional.of(0.01)),
                new Row("seed 2", Optional.of(0.03)));

        assertThat(plot(chart).getDomainAxis().getRange().contains(threshold)).isTrue();
        assertThat(plot(chart).getDomainAxis().getRange().contains(0.01)).isTrue();
        assertThat(plot(chart).getDomainAxis().getRange().contains(0.03)).isTrue();
        assertThat(svg(chart)).contains("threshold " + threshold, "seed 1", "seed 2", "median, 95 % interval");
    }

    @Test
    void theFirstRowIsOnTopAndTheMedianBelowAll() {
        XYPlot plot = plot(chart(
                0,
                Optional.of(new MedianInterval(2, 1, 3)),
                new Row("seed 1", Optional.of(1.0)),
                new Row("seed 2", Optional.of(3.0))));

        assertThat(plot.getDataset().getYValue(0, 0)).isEqualTo(2);
        assertThat(plot.getDataset().getYValue(0, 1)).isEqualTo(1);
        assertThat(plot.getDataset().getYValue(2, 0)).isZero();
        assertThat(plot.getDataset().getXValue(1, 0)).isEqualTo(1);
        assertThat(plot.getDataset().getXValue(1, 1)).isEqualTo(3);
    }

    @Test
    void aSeedThatWasNotMeasuredSaysSoAndEqualNumbersHaveRoom() {
        IntervalChart chart =
                chart(7, Optional.empty(), new Row("seed 1", Optional.empty()), new Row("seed 2", Optional.of(7.0)));

        assertThat(svg(chart)).contains("seed 1 (not measured)");
        assertThat(plot(chart).getDomainAxis().getRange().getLength()).isGreaterThan(0);
        assertThat(plot(chart).getDataset().getItemCount(1)).isZero();
    }
}
