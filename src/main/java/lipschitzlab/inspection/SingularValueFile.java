package lipschitzlab.inspection;

import java.io.IOException;
import java.nio.file.Path;
import lipschitzlab.file.WholeFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What was measured as a table (CSV): {@code name,shape,rows,columns,stableRank,variance,index,sigma,random,note}, a line for each
 * singular value; the index counts from 0, the largest.
 */
public final class SingularValueFile {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private SingularValueFile() {}

    /** Writes the file. */
    public static void write(Path file, WeightInspection inspection) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, FORMAT);
            printer.printRecord(
                    "name", "shape", "rows", "columns", "stableRank", "variance", "index", "sigma", "random", "note");
            for (MeasuredWeight weight : inspection.weights()) {
                print(printer, weight);
            }
            printer.flush();
        });
    }

    private static void print(CSVPrinter printer, MeasuredWeight weight) throws IOException {
        double[] random = weight.randomValues();
        for (int i = 0; i < weight.sigma().length; i++) {
            printer.printRecord(
                    weight.name(),
                    WeightInspection.words(weight.shape()),
                    weight.matrix().rows(),
                    weight.matrix().columns(),
                    weight.stableRank(),
                    weight.variance(),
                    i,
                    weight.sigma()[i],
                    random[i],
                    weight.note());
        }
    }
}
