package lipschitzlab.plot.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.XAxis;

/** Curves as a table that spreadsheets take: a row a step, a column a lane, tabulators between them. */
public final class CurveTable {
    private static final String CELL = "\t";

    private CurveTable() {}

    /**
     * The recorded values, none smoothed, of the curves and of the part that are on show.
     *
     * @return a line of names, then a line for each step; against training time each lane has a column of its own seconds. What was not measured is
     *     empty
     */
    public static String of(Metric metric, CurveView view, List<LaneCurve> curves) {
        List<LaneCurve> shown = curves.stream().filter(curve -> !curve.hidden()).toList();
        boolean timed = view.axis() == XAxis.SECONDS;
        List<String> head = new ArrayList<>(List.of("generator step"));
        TreeMap<Integer, String[]> rows = new TreeMap<>();
        int columns = timed ? 2 * shown.size() : shown.size();
        for (int lane = 0; lane < shown.size(); lane++) {
            Curve curve = shown.get(lane).curve();
            String title = shown.get(lane).title();
            if (timed) {
                head.add(title + ": training time, s");
            }
            head.add(title + ": " + metric.title());
            double[] places = view.axis().positions(curve);
            for (int i = 0; i < curve.length(); i++) {
                if (within(view, places[i])) {
                    String[] row = rows.computeIfAbsent(curve.steps()[i], step -> new String[columns]);
                    int column = timed ? 2 * lane : lane;
                    if (timed) {
                        row[column++] = Double.toString(curve.seconds()[i]);
                    }
                    row[column] = Double.toString(curve.values()[i]);
                }
            }
        }
        StringBuilder table = new StringBuilder(String.join(CELL, head)).append('\n');
        rows.forEach((step, row) -> {
            table.append(step);
            for (String cell : row) {
                table.append(CELL).append(cell == null ? "" : cell);
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static boolean within(CurveView view, double place) {
        return view.zoom()
                .filter(zoom -> place < zoom.start() || place > zoom.end())
                .isEmpty();
    }
}
