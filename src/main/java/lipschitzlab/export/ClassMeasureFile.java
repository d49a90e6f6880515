package lipschitzlab.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.MeasuredClasses;
import lipschitzlab.measurement.Metric;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code measures-by-class.csv}: {@code lane,step,class,metric,value}, how the pictures that each lane makes of a class compare with
 * held-out ones of that class. Real pictures are lanes as in {@link MeasureFile}.
 */
public final class ClassMeasureFile {
    /** Its usual name. */
    public static final String NAME = "measures-by-class.csv";

    private ClassMeasureFile() {}

    /**
     * Writes the file.
     *
     * @param classes their names, by label
     * @param real by label
     */
    public static void write(
            Path file, List<String> classes, List<MeasuredClasses> generators, List<Map<Metric, Floor>> real) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord("lane", "step", "class", "metric", "value");
            for (MeasuredClasses generator : generators) {
                for (int label = 0; label < classes.size(); label++) {
                    Map<Metric, Double> values = generator.values().get(label);
                    for (Metric metric : Metric.values()) {
                        if (values.containsKey(metric)) {
                            printer.printRecord(
                                    generator.name(),
                                    generator.step(),
                                    classes.get(label),
                                    metric.id(),
                                    values.get(metric));
                        }
                    }
                }
            }
            for (int label = 0; label < classes.size(); label++) {
                for (Metric metric : Metric.values()) {
                    real(
                            printer,
                            classes.get(label),
                            metric,
                            Optional.ofNullable(real.get(label).get(metric)));
                }
            }
            printer.flush();
        });
    }

    private static void real(CSVPrinter printer, String name, Metric metric, Optional<Floor> floor) throws IOException {
        if (floor.isPresent()) {
            printer.printRecord("real (low)", "", name, metric.id(), floor.get().low());
            printer.printRecord(
                    "real (median)", "", name, metric.id(), floor.get().median());
            printer.printRecord(
                    "real (high)", "", name, metric.id(), floor.get().high());
        }
    }
}
