package lipschitzlab.export.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lipschitzlab.figure.PaperFigure.FigureForm.Norms;
import lipschitzlab.figure.PaperFigure.Result;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.plot.FigureSheet;
import lipschitzlab.plot.LanePlot;
import lipschitzlab.plot.Trace;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.LayerHues;
import lipschitzlab.plot.style.Palette;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;

/**
 * The largest singular value of the weights that a lane uses, over time, a line for each layer (Miyato et al. 2018, figure 9).
 */
public final class NormsFigure {
    private static final int WIDTH = 800;
    private static final int BODY = 440;

    /** What the paper says that most norms stay within. */
    private static final double TOLERANCE = 0.05;

    private static final double MARGIN = 0.05;
    private static final float[][] DASHES = {{}, {9, 4}, {3, 3}};
    private static final int MARKERS = 4;

    private NormsFigure() {}

    public static FigureSheet of(Norms form, List<Result> results, ChartTheme theme) {
        List<SpectrumRecord> records = lane(form, results).history().spectra();
        List<LanePlot.Line> lines = new ArrayList<>();
        for (int layer = 0; layer < form.layers(); layer++) {
            Color colour = LayerHues.of(layer, form.layers());
            LaneStyle style = new LaneStyle(colour, DASHES[layer % DASHES.length], Palette.marker(layer % MARKERS));
            lines.add(new LanePlot.Line("layer " + (layer + 1), style, trace(records, layer), false));
        }
        LanePlot plot = new LanePlot(theme);
        plot.setTitles("", "shaded: within " + TOLERANCE + " of 1");
        int end = records.isEmpty()
                ? 1
                : Math.max(1, records.get(records.size() - 1).step());
        NumberAxis steps = plot.linear("generator updates");
        steps.setRange(0, end);
        steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        NumberAxis norm = plot.linear("spectral norm of the weight in use");
        norm.setRange(range(lines.stream().map(LanePlot.Line::trace).toList()));
        plot.setAxes(steps, norm);
        plot.setLines(lines);
        Color shade = theme.grid();
        plot.chart()
                .getXYPlot()
                .addRangeMarker(0, new IntervalMarker(1 - TOLERANCE, 1 + TOLERANCE, shade), Layer.BACKGROUND);
        FigureSheet sheet = new FigureSheet(theme, WIDTH, BODY);
        sheet.add(plot.chart(), 0, FigureSheet.HEAD, WIDTH, BODY);
        return sheet;
    }

    private static LaneRecord lane(Norms form, List<Result> results) {
        for (Result result : results) {
            for (LaneRecord lane : result.lanes()) {
                if (result.variant().reference(lane.spec()).equals(form.lane())) {
                    return lane;
                }
            }
        }
        throw new IllegalArgumentException("expected results of lane " + form.lane() + ", found none");
    }

    private static Trace trace(List<SpectrumRecord> records, int layer) {
        double[] steps = records.stream().mapToDouble(SpectrumRecord::step).toArray();
        double[] norms = records.stream()
                .map(record -> record.layers().get(layer))
                .map(LayerSpectrum::sigma)
                .mapToDouble(sigma -> sigma[0])
                .toArray();
        return new Trace(steps, norms).withGaps();
    }

    /** All values, and what the paper allows them. An estimate of σ is never too large, so that no norm should lie below 1. */
    private static Range range(List<Trace> traces) {
        Range range = new Range(1 - TOLERANCE, 1 + 2 * TOLERANCE);
        for (Trace trace : traces) {
            if (!Double.isNaN(trace.most())) {
                range = Range.combine(range, new Range(trace.least(), trace.most()));
            }
        }
        return Range.expand(range, MARGIN, MARGIN);
    }
}
