package lipschitzlab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;

/** A number of each layer of the critics of all lanes, from the input to the output. */
public final class LayerChart {
    /** Values this far below the largest are off the axis: with clipping they may be anything down to 0. */
    private static final double MAX_DECADES = 30;

    private final LanePlot plot;

    public LayerChart(ChartTheme theme) {
        plot = new LanePlot(theme);
    }

    /** One lane's numbers, the first layer's first. */
    public record Profile(String title, LaneStyle style, double[] values) {}

    public JFreeChart chart() {
        return plot.chart();
    }

    public void show(String title, boolean logarithmic, List<Profile> profiles) {
        List<LanePlot.Line> lines = new ArrayList<>();
        int longest = 1;
        for (Profile profile : profiles) {
            double[] layers = new double[profile.values().length];
            Arrays.setAll(layers, i -> i + 1.0);
            longest = Math.max(longest, layers.length);
            Trace trace = new Trace(layers, profile.values()).withGaps();
            lines.add(
                    new LanePlot.Line(profile.title(), profile.style(), logarithmic ? trace.positive() : trace, false));
        }
        plot.setTitles(title, "at the end of the run");
        NumberAxis layers = plot.linear("layer, from the critic's input");
        layers.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        layers.setRange(0.5, longest + 0.5);
        plot.setAxes(layers, logarithmic ? decades(lines) : plot.linear(""));
        plot.setLines(lines);
    }

    private ValueAxis decades(List<LanePlot.Line> lines) {
        double most = lines.stream()
                .mapToDouble(line -> line.trace().most())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double least = lines.stream()
                .mapToDouble(line -> line.trace().least())
                .filter(Double::isFinite)
                .min()
                .orElse(most);
        double high = Math.ceil(Math.log10(most) + 1e-9);
        double low = Math.max(high - MAX_DECADES, Math.floor(Math.log10(least) - 1e-9));
        return plot.logarithmic("", Math.pow(10, Math.min(low, high - 1)), Math.pow(10, high));
    }
}
