package lipschitzlab.plot;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Lines with markers where a line alone would not do: on few or lonely points, and now and then along dashed
 * lines. */
final class MarkedLines extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private static final int MARKERS = 12;
    private static final int FEW = 8;

    private transient List<Trace> traces = List.of();
    private transient List<Boolean> spaced = List.of();
    private transient List<Boolean> hidden = List.of();
    private transient Color faded;

    MarkedLines() {
        super(true, true);
        // One for each point of each curve would cost more than drawing them.
        setDefaultCreateEntities(false);
    }

    /** Lines that run close together have their markers at different places. */
    private int shift(int series, int every) {
        return series * every / Math.max(1, traces.size());
    }

    void mark(List<Trace> lines, List<Boolean> alongTheLine, List<Boolean> onlyNamed, Color nameOfHidden) {
        hidden = onlyNamed;
        faded = nameOfHidden;
        traces = lines;
        spaced = alongTheLine;
    }

    @Override
    public LegendItem getLegendItem(int dataset, int series) {
        LegendItem item = super.getLegendItem(dataset, series);
        if (item != null && series < hidden.size() && hidden.get(series)) {
            item.setLabelPaint(faded);
        }
        return item;
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        if (series >= traces.size() || item >= traces.get(series).y().length) {
            return false;
        }
        Trace trace = traces.get(series);
        int every = Math.max(1, trace.y().length / MARKERS);
        return trace.alone(item)
                || trace.y().length <= FEW
                || (spaced.get(series) && item % every == shift(series, every));
    }
}
