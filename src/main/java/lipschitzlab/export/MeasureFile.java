package lipschitzlab.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.MeasuredGenerator;
import lipschitzlab.measurement.Metric;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code measures.csv}: {@code lane,step,metric,value}, how the pictures of each lane compare with held-out ones. Real pictures are
 * the lanes {@code real (low)}, {@code real (median)} and {@code real (high)}, see {@link Floor}, without a step.
 */
public final class MeasureFile {
    private MeasureFile() {}

    /** Writes the file. */
    public static void write(Path file, List<MeasuredGenerator> generators, Map<Metric, Floor> real) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord("lane", "step", "metric", "value");
            for (MeasuredGenerator generator : generators) {
                for (Metric metric : Metric.values()) {
                    if (generator.values().containsKey(metric)) {
                        printer.printRecord(
                                generator.name(),
                                generator.step(),
                                metric.id(),
                                generator.values().get(metric));
                    }
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
