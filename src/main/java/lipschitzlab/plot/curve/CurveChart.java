package lipschitzlab.plot.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.LanePlot;
import lipschitzlab.plot.Trace;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;

/**
 * One metric of all lanes over time, in a chart that can be updated at any time. Metrics of every step are smoothed, and the
 * chart says over how many steps; values that are no finite numbers make gaps.
 */
public final class CurveChart {
    private static final int MAX_POINTS = 2000;
    private static final int STRETCHES = 60;

    private final LanePlot plot;
    private CurveReadout readout = new CurveReadout(List.of());

    /** An empty chart. */
    public CurveChart(ChartTheme theme) {
        plot = new LanePlot(theme);
    }

    /** The chart, always the same one. */
    public JFreeChart chart() {
        return plot.chart();
    }

    /** What the curves on show read at a place; not changed by what is shown later. */
    public CurveReadout readout() {
        return readout;
    }

    /** As {@link #show(Metric, XAxis, List, Optional)}, of a metric without a floor or before that is known. */
    public void show(Metric metric, XAxis axis, List<LaneCurve> curves) {
        show(metric, axis, curves, Optional.empty());
    }

    /** As {@link #show(Metric, CurveView, List, Optional)}, as curves are shown before a person touches them. */
    public void show(Metric metric, XAxis axis, List<LaneCurve> curves, Optional<Floor> floor) {
        show(metric, CurveView.usual(axis), curves, floor);
    }

    /**
     * Shows these curves in place of those before; the chart tells its listeners once.
     *
     * @param floor what the metric comes to between real samples, as a band
     */
    public void show(Metric metric, CurveView view, List<LaneCurve> curves, Optional<Floor> floor) {
        int memory = view.smoothing().orElse(metric.everyStep() ? memory(curves) : 1);
        List<Trace> whole = curves.stream()
                .map(curve -> trace(curve, view).withGaps().smoothed(memory))
                .toList();
        readout = readout(curves, whole);
        List<Trace> traces = whole.stream().map(trace -> part(trace, view)).toList();
        ValueRange range = ValueRange.of(metric, view.scale(), traces).zoomed(view.zoom());
        List<LanePlot.Line> lines = IntStream.range(0, curves.size())
                .mapToObj(i -> line(curves.get(i), traces.get(i).thinned(MAX_POINTS), range))
                .toList();
        chart().setNotify(false);
        plot.setTitles(metric.title(), String.join(" · ", notes(metric, view, memory, lines, range, floor)));
        plot.setLegendVisible(true);
        plot.setAxes(horizontal(view, traces), range.axis(metric, plot));
        plot.setLines(lines);
        plot.setChanges(changes(view.axis(), curves));
        plot.setBand(floor);
        chart().setNotify(true);
    }

    /** The curve that is drawn; of a hidden one nothing. */
    private static Trace trace(LaneCurve curve, CurveView view) {
        if (curve.hidden()) {
            return new Trace(new double[0], new double[0]);
        }
        Trace trace =
                new Trace(view.axis().positions(curve.curve()), curve.curve().values());
        return view.logarithmicTime() ? trace.fromFirstPositivePosition() : trace;
    }

    private static Trace part(Trace trace, CurveView view) {
        return view.zoom().map(zoom -> trace.between(zoom.start(), zoom.end())).orElse(trace);
    }

    private static CurveReadout readout(List<LaneCurve> curves, List<Trace> traces) {
        return new CurveReadout(IntStream.range(0, curves.size())
                .filter(i -> !curves.get(i).hidden())
                .mapToObj(i -> new CurveReadout.Line(
                        i, curves.get(i).title(), curves.get(i).style(), traces.get(i)))
                .toList());
    }

    private static LanePlot.Line line(LaneCurve curve, Trace trace, ValueRange range) {
        Trace drawn = range.logarithmic() ? trace.positive() : trace;
        return new LanePlot.Line(curve.title(), curve.style(), drawn, false, curve.thin(), curve.hidden());
    }

    private static List<String> notes(
            Metric metric,
            CurveView view,
            int memory,
            List<LanePlot.Line> lines,
            ValueRange range,
            Optional<Floor> floor) {
        List<String> notes = new ArrayList<>();
        if (!metric.comparable()) {
            notes.add("compares only within a lane");
        }
        if (memory > 1) {
            String unit = metric.everyStep() ? " steps" : " measurements";
            notes.add(String.format(Locale.ROOT, "smoothed over %,d", memory) + unit);
        }
        if (view.zoom().isPresent()) {
            notes.add("a part: double-click shows the whole");
        }
        List<String> outside = lines.stream()
                .filter(line ->
                        line.trace().least() < range.low() || line.trace().most() > range.high())
                .map(LanePlot.Line::title)
                .toList();
        if (!outside.isEmpty() && view.zoom().isEmpty()) {
            notes.add("runs out of the chart: " + String.join(", ", outside));
        }
        if (view.scale() == ValueScale.LOGARITHMIC
                && !range.logarithmic()
                && view.zoom().isEmpty()) {
            notes.add("no logarithmic scale: no value above 0");
        }
        floor.ifPresent(
                real -> notes.add(String.format(Locale.ROOT, "band: real against real, %,d samples", real.samples())));
        return notes;
    }

    private static List<LanePlot.ChangeLine> changes(XAxis axis, List<LaneCurve> curves) {
        return curves.stream()
                .filter(curve -> !curve.hidden())
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

    private ValueAxis horizontal(CurveView view, List<Trace> traces) {
        double[] places = traces.stream()
                .filter(trace -> trace.x().length > 0)
                .flatMapToDouble(
                        trace -> java.util.stream.DoubleStream.of(trace.x()[0], trace.x()[trace.x().length - 1]))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double last = places.length > 0 && places[places.length - 1] > 0 ? places[places.length - 1] : 1;
        double low = view.zoom().map(CurveZoom::start).orElse(0.0);
        double high = view.zoom().map(CurveZoom::end).orElse(last);
        String title = view.axis().title();
        if (view.logarithmicTime()) {
            double first = view.zoom().isPresent() || places.length == 0 ? low : places[0];
            double start = first > 0 ? first : high / ValueRange.LOG_RATIO;
            if (high >= ValueRange.DECADE * start) {
                return plot.logarithmic(title, start, high);
            }
            return plot.linear(title, start < high ? start : 0, high);
        }
        return plot.linear(title, low, high);
    }
}
