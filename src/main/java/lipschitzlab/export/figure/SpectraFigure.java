package lipschitzlab.export.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lipschitzlab.figure.PaperFigure.Result;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.plot.FigureSheet;
import lipschitzlab.plot.LanePlot;
import lipschitzlab.plot.Trace;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Squared singular values at the end of the runs, each layer's divided by its largest, a panel for each layer that has several
 * (Miyato et al. 2018, figure 3).
 */
public final class SpectraFigure {
    private static final int COLUMNS = 4;
    private static final int PANEL_WIDTH = 236;
    private static final int PANEL_HEIGHT = 224;
    private static final double INSET = 30;
    private static final double TICK = 0.25;
    private static final RectangleInsets NARROW = new RectangleInsets(2, 5, 2, 5);

    private final List<LaneRecord> lanes;
    private final List<LaneStyle> styles;
    private final ChartTheme theme;

    private SpectraFigure(List<Result> results, ChartTheme theme) {
        this.lanes = results.stream().flatMap(result -> result.lanes().stream()).toList();
        this.styles = Palette.styles(lanes.stream().map(LaneRecord::spec).toList());
        this.theme = theme;
    }

    public static FigureSheet of(List<Result> results, ChartTheme theme) {
        return new SpectraFigure(results, theme).sheet();
    }

    private FigureSheet sheet() {
        List<Integer> layers = layers();
        int rows = layers.size() / COLUMNS + 1;
        FigureSheet sheet = new FigureSheet(theme, COLUMNS * PANEL_WIDTH, rows * PANEL_HEIGHT);
        for (int i = 0; i < layers.size(); i++) {
            sheet.add(panel(layers.get(i)), left(i), top(i), PANEL_WIDTH, PANEL_HEIGHT);
        }
        int last = layers.size();
        double x = left(last) + INSET;
        double y = top(last) + INSET;
        sheet.legend(lanes.stream().map(LaneRecord::title).toList(), styles, x, y);
        sheet.note("no panel for a layer with one output, which has one singular value");
        return sheet;
    }

    private static double left(int panel) {
        return (double) panel % COLUMNS * PANEL_WIDTH;
    }

    private static double top(int panel) {
        return FigureSheet.HEAD + (double) (panel / COLUMNS) * PANEL_HEIGHT;
    }

    /** Those that have more than one singular value, counted from 0. */
    private List<Integer> layers() {
        List<Integer> layers = new ArrayList<>();
        List<LayerSpectrum> known = lanes.stream()
                .map(SpectraFigure::last)
                .filter(spectra -> !spectra.isEmpty())
                .findFirst()
                .orElse(List.of());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).sigma().length > 1) {
                layers.add(i);
            }
        }
        return layers;
    }

    private static List<LayerSpectrum> last(LaneRecord lane) {
        List<SpectrumRecord> spectra = lane.history().spectra();
        return spectra.isEmpty() ? List.of() : spectra.get(spectra.size() - 1).layers();
    }

    private JFreeChart panel(int layer) {
        List<LanePlot.Line> lines = new ArrayList<>();
        int longest = 1;
        for (int i = 0; i < lanes.size(); i++) {
            List<LayerSpectrum> spectra = last(lanes.get(i));
            if (layer < spectra.size()) {
                Trace trace = squares(spectra.get(layer).sigma());
                longest = Math.max(longest, trace.x().length);
                lines.add(new LanePlot.Line(lanes.get(i).title(), styles.get(i), trace, false));
            }
        }
        LanePlot plot = new LanePlot(theme);
        plot.setTitles("layer " + (layer + 1), "");
        plot.setLegendVisible(false);
        NumberAxis index = plot.linear("index of σ");
        index.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        index.setRange(1 - 0.02 * longest, longest * 1.02);
        NumberAxis share = plot.linear("σ² ÷ largest σ²");
        share.setRange(0, 1.03);
        share.setTickUnit(new NumberTickUnit(TICK, java.text.NumberFormat.getInstance(Locale.ROOT)));
        plot.setAxes(index, share);
        // Panels are small: with the usual room around labels there would be one or two.
        index.setTickLabelInsets(NARROW);
        plot.setLines(lines);
        return plot.chart();
    }

    private static Trace squares(double[] sigma) {
        double[] index = new double[sigma.length];
        double[] squares = new double[sigma.length];
        Arrays.setAll(index, i -> i + 1.0);
        Arrays.setAll(squares, i -> sigma[i] / sigma[0] * (sigma[i] / sigma[0]));
        return new Trace(index, squares).withGaps();
    }
}
