package lipschitzlab.plot.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.LanePlot;
import lipschitzlab.plot.Trace;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/**
 * One metric of all lanes over time, in a chart that can be updated at any time. Metrics of every step are smoothed, and the
 * chart says over how many steps; values that are no finite numbers make gaps.
 */
public final class CurveChart {
    private static final int MAX_POINTS = 2000;
    private static final int STRETCHES = 60;

    private final LanePlot plot;

    /** An empty chart. */
    public CurveChart(ChartTheme theme) {
        plot = new LanePlot(theme);
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /** As {@link #show(Metric, XAxis, List, Optional)}, of a metric without a floor or before that is known. */
    public void show(Metric metric, XAxis axis, List<LaneCurve> curves) {
        show(metric, axis, curves, Optional.empty());
    }

    /**
     * Shows these curves in place of those before; the chart tells its listeners once.
     *
     * @param floor what the metric comes to between real samples, as a band
     */
    public void show(Metric metric, XAxis axis, List<LaneCurve> curves, Optional<Floor> floor) {
        int memory = metric.everyStep() ? memory(curves) : 1;
        List<Trace> traces = curves.stream()
                .map(curve ->
                        new Trace(axis.positions(curve.curve()), curve.curve().values()))
                .map(trace -> trace.withGaps().smoothed(memory).thinned(MAX_POINTS))
                .toList();
        ValueRange range = ValueRange.of(metric, traces);
        List<String> notes = new ArrayList<>();
        if (!metric.comparable()) {
            notes.add("compares only within a lane");
        }
        if (memory > 1) {
            notes.add("smoothed over " + memory + " steps");
        }
        List<LanePlot.Line> lines = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            Trace trace = range.logarithmic() ? traces.get(i).positive() : traces.get(i);
            LaneCurve curve = curves.get(i);
            lines.add(new LanePlot.Line(curve.title(), curve.style(), trace, false, curve.thin()));
            if (trace.least() < range.low() || trace.most() > range.high()) {
                outside.add(curves.get(i).title());
            }
        }
        if (!outside.isEmpty()) {
            notes.add("runs out of the chart: " + String.join(", ", outside));
        }
        floor.ifPresent(
                real -> notes.add(String.format(Locale.ROOT, "band: real against real, %,d samples", real.samples())));
        chart().setNotify(false);
        plot.setTitles(metric.title(), String.join(" · ", notes));
        plot.setLegendVisible(true);
        plot.setAxes(horizontal(axis, traces), range.axis(metric, plot));
        plot.setLines(lines);
        plot.setChanges(changes(axis, curves));
        plot.setBand(floor);
        chart().setNotify(true);
    }

    private static List<LanePlot.ChangeLine> changes(XAxis axis, List<LaneCurve> curves) {
        return curves.stream()
                .flatMap(curve -> curve.changes().stream()
                        .map(change -> new LanePlot.ChangeLine(
                                change.place(axis, curve.curve()), change.text(), curve.style())))
                .filter(line -> Double.isFinite(line.place()))
                .toList();
    }

    /** Marks a place along the axis with a vertical line, in place of that before. */
    public void mark(OptionalInt place) {
        plot.setMarks(place.stream().asDoubleStream().toArray());
    }

    /** 1, 2, 5, 10, 20, …: a short part of the longest curve, in jumps, so that a growing curve seldom changes its look. */
    private static int memory(List<LaneCurve> curves) {
        int longest =
                curves.stream().mapToInt(curve -> curve.curve().length()).max().orElse(0);
        int memory = 1;
        for (int decade = 1; decade * STRETCHES <= longest; decade *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                memory = digit * decade * STRETCHES <= longest ? digit * decade : memory;
            }
        }
        return memory;
    }

    private NumberAxis horizontal(XAxis axis, List<Trace> traces) {
        NumberAxis made = plot.linear(axis.title());
        double end = traces.stream()
                .filter(trace -> trace.x().length > 0)
                .mapToDouble(trace -> trace.x()[trace.x().length - 1])
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        made.setRange(0, end > 0 ? end : 1);
        return made;
    }
}
