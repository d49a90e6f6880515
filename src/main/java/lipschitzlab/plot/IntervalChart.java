package lipschitzlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.statistic.MedianInterval;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A number of every seed as points, their median with its interval below, and a threshold as a line across all. */
public final class IntervalChart {
    private static final float INTERVAL_LINE = 4f;
    private static final double POINT = 8;
    private static final double MEDIAN = 12;
    private static final double MARGIN = 0.06;
    private static final int FAINT_ALPHA = 200;

    private final ChartTheme theme;
    private final JFreeChart chart;
    private final XYPlot plot = new XYPlot();

    /** One seed's number; none where it was not measured. */
    public record Row(String label, Optional<Double> value) {}

    /**
     * What is shown.
     *
     * @param quantity what the numbers are, along the axis
     * @param rows from above
     * @param median of the rows; none where there are too few
     * @param thresholdLabel beside the line
     */
    public record Shown(
            String title,
            String below,
            String quantity,
            List<Row> rows,
            Optional<MedianInterval> median,
            double threshold,
            String thresholdLabel) {}

    public IntervalChart(ChartTheme theme, Shown shown) {
        this.theme = theme;
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setNoDataMessage("Nothing measured");
        plot.setNoDataMessagePaint(theme.secondary());
        setPoints(shown);
        setAxes(shown);
        plot.addDomainMarker(threshold(shown));
        chart = new JFreeChart(shown.title(), theme.titleFont(), plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(new RectangleInsets(10, 14, 10, 24));
        chart.getTitle().setPaint(theme.foreground());
        left(chart.getTitle());
        TextTitle note = new TextTitle(shown.below(), theme.smallFont());
        note.setPaint(theme.secondary());
        left(note);
        note.setMargin(new RectangleInsets(3, 0, 18, 0));
        chart.addSubtitle(note);
    }

    public JFreeChart chart() {
        return chart;
    }

    private static void left(TextTitle title) {
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
    }

    private void setPoints(Shown shown) {
        XYSeries points = new XYSeries("seeds");
        for (int i = 0; i < shown.rows().size(); i++) {
            double height = shown.rows().size() - i;
            shown.rows().get(i).value().ifPresent(value -> points.add(value.doubleValue(), height));
        }
        XYSeries ends = new XYSeries("interval");
        XYSeries middle = new XYSeries("median");
        shown.median().ifPresent(interval -> {
            ends.add(interval.low(), 0);
            ends.add(interval.high(), 0);
            middle.add(interval.median(), 0);
        });
        XYSeriesCollection data = new XYSeriesCollection();
        List.of(points, ends, middle).forEach(data::addSeries);
        plot.setDataset(data);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        Color ink = theme.foreground();
        dress(renderer, 0, new Ellipse2D.Double(-POINT / 2, -POINT / 2, POINT, POINT), theme.secondary());
        dress(renderer, 1, new Rectangle2D.Double(-1.5, -MEDIAN / 2, 3, MEDIAN), ink);
        dress(renderer, 2, new Ellipse2D.Double(-MEDIAN / 2, -MEDIAN / 2, MEDIAN, MEDIAN), ink);
        renderer.setSeriesLinesVisible(1, true);
        renderer.setSeriesStroke(1, new BasicStroke(INTERVAL_LINE));
        plot.setRenderer(renderer);
    }

    private static void dress(XYLineAndShapeRenderer renderer, int series, Shape shape, Color paint) {
        renderer.setSeriesShape(series, shape);
        renderer.setSeriesPaint(series, paint);
    }

    private void setAxes(Shown shown) {
        NumberAxis values = new NumberAxis(shown.quantity());
        values.setAutoRangeIncludesZero(false);
        values.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        dress(values);
        setRange(values, shown);
        List<String> names = new ArrayList<>();
        names.add("median, 95 % interval");
        for (int i = shown.rows().size() - 1; i >= 0; i--) {
            Row row = shown.rows().get(i);
            names.add(row.value().isPresent() ? row.label() : row.label() + " (not measured)");
        }
        SymbolAxis labels = new SymbolAxis("", names.toArray(String[]::new));
        labels.setGridBandsVisible(false);
        labels.setTickMarksVisible(false);
        dress(labels);
        labels.setRange(-0.6, names.size() + 0.2);
        plot.setDomainAxis(values);
        plot.setRangeAxis(labels);
    }

    /** The threshold is on the chart, however far away the numbers are. */
    private static void setRange(NumberAxis axis, Shown shown) {
        double low = shown.threshold();
        double high = shown.threshold();
        for (Row row : shown.rows()) {
            low = Math.min(low, row.value().orElse(low));
            high = Math.max(high, row.value().orElse(high));
        }
        double span = high > low ? high - low : Math.max(1, Math.abs(high));
        axis.setRange(low - MARGIN * span, high + MARGIN * span);
    }

    private void dress(ValueAxis axis) {
        axis.setLabelFont(theme.labelFont());
        axis.setLabelPaint(theme.secondary());
        axis.setTickLabelFont(theme.smallFont());
        axis.setTickLabelPaint(theme.secondary());
        axis.setAxisLinePaint(theme.secondary());
        axis.setTickMarkPaint(theme.secondary());
    }

    private ValueMarker threshold(Shown shown) {
        Color ink = theme.foreground();
        Color faint = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), FAINT_ALPHA);
        ValueMarker line = new ValueMarker(
                shown.threshold(),
                faint,
                new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {6, 4}, 0));
        line.setLabel(shown.thresholdLabel());
        line.setLabelFont(theme.smallFont());
        line.setLabelPaint(theme.foreground());
        line.setLabelBackgroundColor(theme.background());
        boolean right = plot.getDomainAxis().getRange().getCentralValue() < shown.threshold();
        line.setLabelAnchor(right ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        line.setLabelOffset(new RectangleInsets(2, 6, 2, 6));
        return line;
    }
}
