package lipschitzlab.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LayerSpectrum;
import lipschitzlab.experiment.SpectrumRecord;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code spectra.csv}: {@code lane,step,layer,index,sigma}. Lanes in the preset's order, then by step, then layers from the
 * critic's input to its output; the index counts from 0, the largest singular value.
 */
final class SpectrumFile {
    private SpectrumFile() {}

    static void write(Path file, List<Lane> lanes) {
        WholeFile.writeText(file, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CurveFile.FORMAT);
            printer.printRecord("lane", "step", "layer", "index", "sigma");
            for (Lane lane : lanes) {
                for (SpectrumRecord spectrum : lane.history().spectra()) {
                    print(printer, lane.id(), spectrum);
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
