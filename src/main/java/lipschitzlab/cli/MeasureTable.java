package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.MeasuredGenerator;
import lipschitzlab.measurement.Metric;

/** How the pictures of lanes, and real ones, compare with held-out ones: a row for each measure. */
final class MeasureTable {
    private MeasureTable() {}

    static void print(PrintWriter out, List<MeasuredGenerator> generators, Map<Metric, Floor> real) {
        out.printf("%-28s", "");
        generators.forEach(generator -> out.printf("%28s", generator.name()));
        out.printf("%16s%n", "real pictures");
        out.printf("%-28s", "after step");
        generators.forEach(generator -> out.printf(Locale.ROOT, "%,28d", generator.step()));
        out.println();
        for (Metric metric : measured(generators)) {
            out.printf("%-28s", metric.id());
            generators.forEach(
                    generator -> out.printf("%28s", number(generator.values().get(metric))));
            Floor floor = real.get(metric);
            out.printf("%16s%n", number(floor == null ? null : floor.median()));
        }
        out.flush();
    }

    private static List<Metric> measured(List<MeasuredGenerator> generators) {
        return Arrays.stream(Metric.values())
                .filter(metric -> generators.stream()
                        .anyMatch(generator -> generator.values().containsKey(metric)))
                .toList();
    }

    private static String number(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }
}
