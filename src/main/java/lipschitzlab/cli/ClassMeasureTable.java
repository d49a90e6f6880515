package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.MeasuredClasses;
import lipschitzlab.measurement.Metric;

/** How the pictures that a lane makes of each class compare with held-out ones: a row for each class, the end of real pictures' band in parentheses. */
final class ClassMeasureTable {
    private static final int WIDEST = 24;

    private ClassMeasureTable() {}

    /**
     * Prints a table for each generator.
     *
     * @param classes their names, by label
     * @param real by label
     */
    static void print(
            PrintWriter out, List<String> classes, List<MeasuredClasses> generators, List<Map<Metric, Floor>> real) {
        for (MeasuredClasses generator : generators) {
            List<Metric> metrics = measured(generator);
            out.printf(
                    Locale.ROOT,
                    "%n%s after step %,d; in parentheses the end of real pictures' band: 19 of 20 draws are no worse%n",
                    generator.name(),
                    generator.step());
            out.printf("%-" + WIDEST + "s", "class");
            metrics.forEach(metric -> out.printf("%20s", metric.id()));
            out.println();
            for (int label = 0; label < classes.size(); label++) {
                Map<Metric, Double> values = generator.values().get(label);
                Map<Metric, Floor> floors = real.get(label);
                out.printf("%-" + WIDEST + "s", shortened(classes.get(label)));
                metrics.forEach(metric -> out.printf("%20s", cell(metric, values.get(metric), floors.get(metric))));
                out.println();
            }
        }
        out.flush();
    }

    private static List<Metric> measured(MeasuredClasses generator) {
        return Arrays.stream(Metric.values())
                .filter(metric -> generator.values().stream().anyMatch(values -> values.containsKey(metric)))
                .toList();
    }

    private static String shortened(String name) {
        return name.length() < WIDEST ? name : name.substring(0, WIDEST - 2) + "…";
    }

    private static String cell(Metric metric, Double value, Floor real) {
        return number(metric, value) + " (" + number(metric, real.end(metric)) + ")";
    }

    /** Distances to a tenth, shares to a hundredth: so few pictures say no more. */
    private static String number(Metric metric, double value) {
        return String.format(Locale.ROOT, metric.largerIsBetter() ? "%.2f" : "%.1f", value);
    }
}
