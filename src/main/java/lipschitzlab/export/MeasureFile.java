package lipschitzlab.export;

import java.nio.file.Path;
import java.util.Map;
import lipschitzlab.experiment.Lane;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code measures.csv}: {@code lane,step,metric,value}, how the pictures of each lane compare with held-out ones. Real pictures are
 * the lanes {@code real (low)}, {@code real (median)} and {@code real (high)}, see {@link Floor}, without a step.
 */
public final class MeasureFile {
    private MeasureFile() {}

    /** Writes the file. */
    public static void write(Path file, Map<Lane, Map<Metric, Double>> byLane, Map<Metric, Floor> real) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord("lane", "step", "metric", "value");
            for (Map.Entry<Lane, Map<Metric, Double>> lane : byLane.entrySet()) {
                for (Map.Entry<Metric, Double> value : lane.getValue().entrySet()) {
                    printer.printRecord(
                            lane.getKey().id(),
                            lane.getKey().step(),
                            value.getKey().id(),
                            value.getValue());
                }
            }
            for (Map.Entry<Metric, Floor> entry : real.entrySet()) {
                String metric = entry.getKey().id();
                printer.printRecord("real (low)", "", metric, entry.getValue().low());
                printer.printRecord(
                        "real (median)", "", metric, entry.getValue().median());
                printer.printRecord("real (high)", "", metric, entry.getValue().high());
            }
            printer.flush();
        });
    }
}
