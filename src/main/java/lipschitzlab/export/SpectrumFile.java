package lipschitzlab.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.SpectrumRecord;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code spectra.csv}: {@code lane,step,layer,index,sigma}. Lanes in the preset's order, then by step, then layers from the
 * critic's input to its output; the index counts from 0, the largest singular value.
 */
final class SpectrumFile {
    private SpectrumFile() {}

    /**
     * Writes the file.
     *
     * @param histories by lane, in the order in which they are written
     */
    static void write(Path file, Map<String, LaneHistory> histories) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord("lane", "step", "layer", "index", "sigma");
            for (Map.Entry<String, LaneHistory> lane : histories.entrySet()) {
                for (SpectrumRecord spectrum : lane.getValue().spectra()) {
                    print(printer, lane.getKey(), spectrum);
                }
            }
            printer.flush();
        });
    }

    private static void print(CSVPrinter printer, String lane, SpectrumRecord record) throws IOException {
        for (LayerSpectrum layer : record.layers()) {
            double[] sigma = layer.sigma();
            for (int i = 0; i < sigma.length; i++) {
                printer.printRecord(lane, record.step(), layer.layer(), i, sigma[i]);
            }
        }
    }
}
