package lipschitzlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.measurement.Floor;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.xy.DefaultXYDataset;

/** What all charts of lanes have in common: how they look, and lines that replace those before. */
public final class LanePlot {
    private static final float LINE = 2f;
    private static final float FAINT_LINE = 1.2f;
    private static final float THIN_LINE = 0.9f;
    private static final int FAINT_ALPHA = 90;
    private static final int BAND_ALPHA = 70;
    private static final double LEGEND_LINE = 13;

    private static final RectangleInsets FIRST_HEAD = new RectangleInsets(0, 4, 0, 4);
    private static final RectangleInsets LAST_HEAD = new RectangleInsets(3, 4, 10, 4);

    /** Wide enough that an axis has a handful of labels. */
    private static final RectangleInsets ALONG_TICK_LABELS = new RectangleInsets(2, 16, 2, 16);

    private static final RectangleInsets AROUND_TICK_LABELS = new RectangleInsets(9, 4, 9, 4);

    private final ChartTheme theme;
    private final XYPlot plot = new XYPlot();
    private final MarkedLines renderer = new MarkedLines();
    private final JFreeChart chart;
    private final TextTitle note;
    private final LegendTitle legend;
    private final VerticalLines verticals;

    /**
     * One lane's line.
     *
     * @param faint whether it stands behind what a chart is about
     * @param thin whether it is of another run
     * @param hidden whether only its name is there, faded, in the legend
     */
    public record Line(String title, LaneStyle style, Trace trace, boolean faint, boolean thin, boolean hidden) {
        public Line(String title, LaneStyle style, Trace trace, boolean faint) {
            this(title, style, trace, faint, false, false);
        }

        private float width() {
            return thin ? THIN_LINE : faint ? FAINT_LINE : LINE;
        }
    }

    /** What a person changed in one lane, and where that lies on the horizontal axis. */
    public record ChangeLine(double place, String text, LaneStyle style) {}

    public LanePlot(ChartTheme theme) {
        this.theme = theme;
        this.verticals = new VerticalLines(plot, theme);
        plot.setRenderer(renderer);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setNoDataMessage("Nothing measured yet");
        plot.setNoDataMessageFont(theme.labelFont());
        plot.setNoDataMessagePaint(theme.secondary());
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setLegendLine(new Line2D.Double(-LEGEND_LINE, 0, LEGEND_LINE, 0));
        chart = new JFreeChart("", theme.titleFont(), plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(new RectangleInsets(10, 10, 10, 18));
        dress(chart.getTitle(), LAST_HEAD);
        chart.getTitle().setPaint(theme.foreground());
        note = new TextTitle("", theme.smallFont());
        dress(note, LAST_HEAD);
        note.setPaint(theme.secondary());
        chart.addSubtitle(note);
        legend = legend();
        chart.addSubtitle(legend);
        setAxes(linear(""), linear(""));
    }

    private static void dress(TextTitle title, RectangleInsets margin) {
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setMargin(margin);
        title.setPadding(RectangleInsets.ZERO_INSETS);
    }

    private LegendTitle legend() {
        LegendTitle made = new LegendTitle(plot);
        made.setPosition(RectangleEdge.BOTTOM);
        made.setHorizontalAlignment(HorizontalAlignment.LEFT);
        made.setVerticalAlignment(VerticalAlignment.BOTTOM);
        made.setBackgroundPaint(null);
        made.setItemFont(theme.labelFont());
        made.setItemPaint(theme.foreground());
        made.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
        made.setMargin(new RectangleInsets(6, 0, 0, 0));
        return made;
    }

    public JFreeChart chart() {
        return chart;
    }

    public void setTitles(String title, String below) {
        chart.getTitle().setText(title);
        chart.getTitle().setVisible(!title.isEmpty());
        chart.getTitle().setMargin(below.isEmpty() ? LAST_HEAD : FIRST_HEAD);
        note.setText(below);
        note.setVisible(!below.isEmpty());
    }

    public void setLegendVisible(boolean visible) {
        legend.setVisible(visible);
    }

    public void setAxes(ValueAxis horizontal, ValueAxis vertical) {
        horizontal.setTickLabelInsets(ALONG_TICK_LABELS);
        vertical.setTickLabelInsets(AROUND_TICK_LABELS);
        plot.setDomainAxis(horizontal);
        plot.setRangeAxis(vertical);
    }

    public void setLines(List<Line> lines) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        List<Trace> traces = new ArrayList<>();
        List<Boolean> spaced = new ArrayList<>();
        List<Boolean> hidden = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            dataset.addSeries(
                    new Key(i, line.title()),
                    new double[][] {line.trace().x(), line.trace().y()});
            dress(i, line);
            traces.add(line.trace());
            hidden.add(line.hidden());
            spaced.add(line.style().dash().length > 0 && !line.faint());
        }
        renderer.mark(traces, spaced, hidden, theme.secondary());
        plot.setDataset(dataset);
    }

    private void dress(int series, Line line) {
        Color colour = line.style().ink(theme);
        Color faded = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT_ALPHA);
        renderer.setSeriesPaint(series, line.faint() || line.hidden() ? faded : colour);
        renderer.setSeriesStroke(series, line.style().stroke(line.width()));
        renderer.setSeriesShape(series, line.style().marker());
    }

    /** Vertical lines at these places, in place of those before. */
    public void setMarks(double... places) {
        verticals.setMarks(places);
    }

    /** As {@link #setMarks}, seen on dark and on light colours. */
    void setMarksOnColours(double... places) {
        verticals.setMarksOnColours(places);
    }

    /** Thin vertical lines that say what a person changed, in place of those before. */
    public void setChanges(List<ChangeLine> lines) {
        verticals.setChanges(lines);
    }

    /** As {@link #setChanges}, over steps, seen on dark and on light colours. */
    void setChangesOnColours(List<ChangeMark> changes) {
        verticals.setChangesOnColours(changes);
    }

    /** A band across the plot, behind its lines: where a distance is between real samples. */
    public void setBand(Optional<Floor> floor) {
        plot.clearRangeMarkers();
        floor.ifPresent(real -> {
            Color grey = theme.secondary();
            Color band = new Color(grey.getRed(), grey.getGreen(), grey.getBlue(), BAND_ALPHA);
            IntervalMarker marker = new IntervalMarker(real.low(), real.high(), band);
            marker.setAlpha(1);
            plot.addRangeMarker(marker, Layer.BACKGROUND);
        });
    }

    /** Something that fills the plot, in place of lines. */
    void setContent(XYAnnotation content) {
        renderer.removeAnnotations();
        renderer.addAnnotation(content, Layer.BACKGROUND);
        plot.setNoDataMessage(null);
    }

    /** A linear axis that follows its data. */
    public NumberAxis linear(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        dress(axis);
        return axis;
    }

    /** A linear axis over a fixed range. */
    public NumberAxis linear(String label, double low, double high) {
        NumberAxis axis = linear(label);
        axis.setRange(low, high);
        return axis;
    }

    /** A logarithmic axis over a fixed range. */
    public LogAxis logarithmic(String label, double low, double high) {
        LogAxis axis = new PowersOfTen(label);
        dress(axis);
        axis.setRange(low, high);
        return axis;
    }

    /** Gives an axis the theme's looks. */
    void dress(ValueAxis axis) {
        axis.setLabelFont(theme.labelFont());
        axis.setLabelPaint(theme.secondary());
        axis.setTickLabelFont(theme.smallFont());
        axis.setTickLabelPaint(theme.secondary());
        axis.setAxisLinePaint(theme.secondary());
        axis.setAxisLineStroke(new BasicStroke(1f));
        axis.setTickMarkPaint(theme.secondary());
        axis.setTickMarkStroke(new BasicStroke(1f));
    }

    /** A series' name that stays distinct if two lanes have one title, and short enough for a legend. */
    private record Key(int index, String title) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return LegendText.of(title);
        }
    }
}
