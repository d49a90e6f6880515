package lipschitzlab.export.figure;

import java.awt.Paint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.Lesson.Measure;
import lipschitzlab.plot.BarPlot;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.data.category.DefaultCategoryDataset;

/** Measures of a lesson side by side, a bar for each seed; where a seed has no such number there is none. */
final class MeasureBars {
    private MeasureBars() {}

    static JFreeChart of(Finding finding, List<Measure> measures, ChartTheme theme) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        List<List<String>> words = new ArrayList<>();
        List<List<Paint>> paints = new ArrayList<>();
        for (Finding.OfSeed seed : finding.seeds()) {
            List<String> ofSeed = new ArrayList<>();
            for (Measure measure : measures) {
                Double value = seed.values().get(measure.name());
                values.addValue(value, "seed " + seed.seed(), measure.what());
                ofSeed.add(value == null ? "" : String.format(Locale.ROOT, "%.3g", value));
            }
            words.add(ofSeed);
            paints.add(Collections.nCopies(measures.size(), theme.secondary()));
        }
        return new BarPlot(theme, "measured, a bar for each seed", values, words, paints).chart();
    }
}
