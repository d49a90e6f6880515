package lipschitzlab.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lipschitzlab.constraint.WeightClipping;
import lipschitzlab.diagnostic.Histogram;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.figure.PaperFigure.FigureForm.Gradients;
import lipschitzlab.figure.PaperFigure.Result;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.lesson.LayerMetric;
import lipschitzlab.plot.FigureSheet;
import lipschitzlab.plot.LayerChart;
import lipschitzlab.plot.WeightChart;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.setting.Values;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The norm of the gradient at each layer, the output's at the left as it is passed back, and beside it how the weights of some
 * lanes are distributed (Gulrajani et al. 2017, figure 1b).
 */
public final class GradientsFigure {
    private static final int LEFT = 520;
    private static final int RIGHT = 340;
    private static final int BODY = 420;
    private static final RectangleInsets NARROW = new RectangleInsets(2, 5, 2, 5);

    private GradientsFigure() {}

    public static FigureSheet of(Gradients form, List<Result> results, ChartTheme theme) {
        FigureSheet sheet = new FigureSheet(theme, LEFT + RIGHT, BODY);
        List<LaneRecord> lanes =
                results.stream().flatMap(result -> result.lanes().stream()).toList();
        List<LaneStyle> styles =
                Palette.styles(lanes.stream().map(LaneRecord::spec).toList());
        sheet.add(gradients(lanes, styles, theme), 0, FigureSheet.HEAD, LEFT, BODY);
        List<String> references = results.stream()
                .flatMap(result ->
                        result.lanes().stream().map(lane -> result.variant().reference(lane.spec())))
                .toList();
        int count = form.weights().size();
        for (int i = 0; i < count; i++) {
            int lane = references.indexOf(form.weights().get(i));
            double top = FigureSheet.HEAD + (double) i * BODY / count;
            sheet.add(weights(lanes.get(lane), styles.get(lane), theme), LEFT, top, RIGHT, (double) BODY / count);
        }
        return sheet;
    }

    private static JFreeChart gradients(List<LaneRecord> lanes, List<LaneStyle> styles, ChartTheme theme) {
        List<LayerChart.Profile> profiles = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            double[] norms = LayerMetric.ACTIVATION_GRADIENT.of(lanes.get(i));
            profiles.add(new LayerChart.Profile(lanes.get(i).title(), styles.get(i), norms));
        }
        LayerChart chart = new LayerChart(theme);
        chart.show("", true, profiles);
        chart.chart().getTitle().setVisible(false);
        ValueAxis layers = chart.chart().getXYPlot().getDomainAxis();
        layers.setInverted(true);
        layers.setLabel("critic's layer, from the output back to the input");
        chart.chart().getXYPlot().getRangeAxis().setLabel("‖∂loss/∂activation‖");
        return chart.chart();
    }

    private static JFreeChart weights(LaneRecord lane, LaneStyle style, ChartTheme theme) {
        WeightChart chart = new WeightChart(theme);
        WeightHistogram measured = lane.end()
                .flatMap(end -> end.hiddenWeights())
                .orElseGet(() -> new WeightHistogram("", 1, new Histogram(-1, 1, new int[1], 0)));
        WeightHistogram named =
                new WeightHistogram(lane.title() + ", hidden layers", measured.largest(), measured.histogram());
        chart.show(lane.title(), style, named, bound(lane));
        // Small as these charts are, the usual room around labels would leave a single one.
        chart.chart().getXYPlot().getDomainAxis().setTickLabelInsets(NARROW);
        return chart.chart();
    }

    /** c of a lane whose weights are clipped. */
    private static OptionalDouble bound(LaneRecord lane) {
        Values values = lane.spec().values();
        return values.declares(WeightClipping.BOUND)
                ? OptionalDouble.of(values.get(WeightClipping.BOUND))
                : OptionalDouble.empty();
    }
}
