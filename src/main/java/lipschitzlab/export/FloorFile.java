package lipschitzlab.export;

import java.nio.file.Path;
import java.util.Map;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code floors.csv}: {@code metric,samples,low,median,high}, what each distance in {@code curves.csv} comes to between real
 * samples. See {@link Floor} for the columns.
 */
final class FloorFile {
    private FloorFile() {}

    static void write(Path file, Map<Metric, Floor> floors) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord("metric", "samples", "low", "median", "high");
            for (Map.Entry<Metric, Floor> entry : floors.entrySet()) {
                Floor floor = entry.getValue();
                printer.printRecord(entry.getKey().id(), floor.samples(), floor.low(), floor.median(), floor.high());
            }
            printer.flush();
        });
    }
}
