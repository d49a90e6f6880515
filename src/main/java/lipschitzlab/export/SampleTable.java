package lipschitzlab.export;

import java.nio.file.Path;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Snapshot;
import org.apache.commons.csv.CSVPrinter;

/** Generated points as a table in the units, and with the names, of the table that was learned. */
final class SampleTable {
    private SampleTable() {}

    static void write(Path file, Snapshot snapshot, PlaneUnits units) {
        double[] points = units.ownUnits(snapshot.samples());
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord(units.x(), units.y());
            for (int i = 0; i < points.length; i += 2) {
                printer.printRecord(points[i], points[i + 1]);
            }
            printer.flush();
        });
    }
}
