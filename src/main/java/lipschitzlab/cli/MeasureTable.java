package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;

/** How the pictures of lanes, and real ones, compare with held-out ones: a row for each measure. */
final class MeasureTable {
    private MeasureTable() {}

    static void print(PrintWriter out, Map<Lane, Map<Metric, Double>> byLane, Map<Metric, Floor> real) {
        out.printf("%-28s", "");
        byLane.keySet().forEach(lane -> out.printf("%20s", lane.id()));
        out.printf("%20s%n", "real pictures");
        out.printf("%-28s", "after step");
        byLane.keySet().forEach(lane -> out.printf(Locale.ROOT, "%,20d", lane.step()));
        out.println();
        for (Metric metric : measured(byLane)) {
            out.printf("%-28s", metric.id());
            byLane.values().forEach(values -> out.printf("%20s", number(values.get(metric))));
            Floor floor = real.get(metric);
            out.printf("%20s%n", number(floor == null ? null : floor.median()));
        }
        out.flush();
    }

    private static List<Metric> measured(Map<Lane, Map<Metric, Double>> byLane) {
        Function<Metric, Boolean> known =
                metric -> byLane.values().stream().anyMatch(values -> values.containsKey(metric));
        return Arrays.stream(Metric.values()).filter(known::apply).toList();
    }

    private static String number(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }
}
