package lipschitzlab.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code curves.csv}: {@code lane,step,seconds,metric,value}. Lanes in the preset's order, then by step, then metrics in their
 * order. Values have all their digits; seconds, the only column that differs between equal runs, have milliseconds.
 */
final class CurveFile {
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    static final String HEAD = "lane,step,seconds,metric,value\n";
    private static final double MILLIS = 1000;

    private CurveFile() {}

    /**
     * Writes the file.
     *
     * @param histories by lane, in the order in which they are written
     */
    static void write(Path file, Map<String, LaneHistory> histories) {
        WholeFile.writeText(file, writer -> {
            writer.write(HEAD);
            for (Map.Entry<String, LaneHistory> lane : histories.entrySet()) {
                append(writer, lane.getKey(), lane.getValue(), Map.of());
            }
        });
    }

    private record Cursor(Metric metric, Curve curve, int[] next) {
        boolean done() {
            return next[0] == curve.length();
        }

        int step() {
            return curve.steps()[next[0]];
        }
    }

    /**
     * Writes rows of one lane.
     *
     * @param from how many points of each metric are left out, since they were written before; none of a metric that is missing
     * @return how many there are now
     */
    static Map<Metric, Integer> append(Writer writer, String lane, LaneHistory history, Map<Metric, Integer> from)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        Map<Metric, Integer> lengths = history.state().lengths();
        List<Cursor> cursors = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            int first = from.getOrDefault(metric, 0);
            cursors.add(new Cursor(metric, history.curve(metric, first, lengths.getOrDefault(metric, 0)), new int[1]));
        }
        cursors.removeIf(Cursor::done);
        while (!cursors.isEmpty()) {
            int step = nextStep(cursors);
            for (Cursor cursor : cursors) {
                while (!cursor.done() && cursor.step() == step) {
                    int i = cursor.next()[0]++;
                    Curve curve = cursor.curve();
                    // Value by value: a record of them would box and copy each row of what may be a million.
                    printer.print(lane);
                    printer.print(step);
                    printer.print(seconds(curve.seconds()[i]));
                    printer.print(cursor.metric().id());
                    printer.print(curve.values()[i]);
                    printer.println();
                }
            }
            cursors.removeIf(Cursor::done);
        }
        return lengths;
    }

    private static int nextStep(List<Cursor> cursors) {
        int step = Integer.MAX_VALUE;
        for (Cursor cursor : cursors) {
            step = Math.min(step, cursor.step());
        }
        return step;
    }

    private static String seconds(double seconds) {
        long millis = Math.round(seconds * MILLIS);
        String digits = Long.toString(millis % 1000);
        return millis / 1000 + "." + "0".repeat(3 - digits.length()) + digits;
    }
}
