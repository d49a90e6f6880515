package lipschitzlab.export.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lipschitzlab.lesson.Decision;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Outcome;
import lipschitzlab.plot.IntervalChart;
import lipschitzlab.plot.IntervalChart.Row;
import lipschitzlab.plot.Sheet;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.setting.NumberSetting;

/** By what a lesson's claim is decided: the effect of every seed, the median with its interval, and the threshold. */
public final class EffectFigure {
    private static final int WIDTH = 840;
    private static final int HEAD = 200;
    private static final int ROW = 24;

    private EffectFigure() {}

    /** One page, at least one seed on it. */
    public static Sheet of(Finding finding, ChartTheme theme) {
        Decision decision = finding.check().decision();
        Outcome outcome = finding.outcome();
        List<Row> rows = finding.seeds().stream()
                .map(seed -> new Row("seed " + seed.seed(), boxed(seed.effect())))
                .toList();
        IntervalChart chart = new IntervalChart(
                theme,
                new IntervalChart.Shown(
                        finding.lesson().title() + ": " + outcome.verdict().title(),
                        "Effect: " + decision.what() + ". Holds if the whole interval lies "
                                + decision.direction().id() + " " + NumberSetting.format(decision.threshold())
                                + ". Here: " + outcome.why() + ".",
                        "effect",
                        rows,
                        outcome.effect(),
                        decision.threshold(),
                        "threshold " + NumberSetting.format(decision.threshold())));
        return new Sheet(List.of(chart.chart()), WIDTH, HEAD + ROW * (rows.size() + 1));
    }

    private static Optional<Double> boxed(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
