package lipschitzlab.plot;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.util.List;
import java.util.Locale;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/** Bars side by side, one for each category or several, each with a word above it, from 0 on. */
public final class BarPlot {
    private static final double HEADROOM = 0.12;
    private static final float LABEL_WIDTH = 1.2f;
    private static final double BELOW = 44;
    private static final double WIDEST = 0.14;
    private static final int MAX_LINES = 5;
    private static final RectangleInsets AROUND_TICK_LABELS = new RectangleInsets(9, 4, 9, 4);

    private final JFreeChart chart;

    /**
     * @param label of the vertical axis
     * @param dataset rows are series, columns are categories
     * @param labels a word for each series and category
     * @param paints a paint for each series and category
     */
    public BarPlot(
            ChartTheme theme,
            String label,
            CategoryDataset dataset,
            List<List<String>> labels,
            List<List<Paint>> paints) {
        CategoryPlot plot = new CategoryPlot(dataset, categories(theme), values(theme, label), new Painted(paints));
        dress((BarRenderer) plot.getRenderer(), theme, labels);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        // Panels side by side stand on one line, whether words below them need one line or two.
        AxisSpace below = new AxisSpace();
        below.setBottom(BELOW);
        plot.setFixedDomainAxisSpace(below);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        chart = new JFreeChart(null, theme.titleFont(), plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(new RectangleInsets(10, 14, 10, 18));
    }

    public JFreeChart chart() {
        return chart;
    }

    private static CategoryAxis categories(ChartTheme theme) {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(theme.smallFont());
        axis.setTickLabelPaint(theme.foreground());
        axis.setAxisLinePaint(theme.secondary());
        axis.setMaximumCategoryLabelLines(MAX_LINES);
        axis.setMaximumCategoryLabelWidthRatio(LABEL_WIDTH);
        axis.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        axis.setLowerMargin(0.04);
        axis.setUpperMargin(0.04);
        return axis;
    }

    private static NumberAxis values(ChartTheme theme, String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setUpperMargin(HEADROOM);
        axis.setTickLabelInsets(AROUND_TICK_LABELS);
        axis.setLabelFont(theme.labelFont());
        axis.setLabelPaint(theme.secondary());
        axis.setTickLabelFont(theme.smallFont());
        axis.setTickLabelPaint(theme.secondary());
        axis.setAxisLinePaint(theme.secondary());
        axis.setTickMarkPaint(theme.secondary());
        return axis;
    }

    private static void dress(BarRenderer renderer, ChartTheme theme, List<List<String>> labels) {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(WIDEST);
        renderer.setItemMargin(0.06);
        renderer.setDefaultItemLabelGenerator(new Words(labels));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(theme.smallFont());
        renderer.setDefaultItemLabelPaint(theme.foreground());
    }

    /** The words above the bars. */
    private record Words(List<List<String>> labels) implements CategoryItemLabelGenerator {
        @Override
        public String generateRowLabel(CategoryDataset dataset, int row) {
            return dataset.getRowKey(row).toString();
        }

        @Override
        public String generateColumnLabel(CategoryDataset dataset, int column) {
            return dataset.getColumnKey(column).toString();
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            return labels.get(row).get(column);
        }
    }

    /** Bars whose paint depends on the category. */
    private static final class Painted extends BarRenderer {
        private static final long serialVersionUID = 1L;

        private final transient List<List<Paint>> paints;

        Painted(List<List<Paint>> paints) {
            this.paints = paints;
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return paints.get(row).get(column);
        }
    }
}
