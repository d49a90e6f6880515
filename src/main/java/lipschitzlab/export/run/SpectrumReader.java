package lipschitzlab.export.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import lipschitzlab.diagnostic.SingularSpectrum;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.SpectrumRecord;

/**
 * Reads {@code spectra.csv}: the singular values of every layer at the steps that a run recorded. The norm before the
 * constraint's normalization is not in that table, and is NaN.
 */
final class SpectrumReader {
    private static final List<String> COLUMNS = List.of("lane", "step", "layer", "index", "sigma");

    private final Map<String, List<SpectrumRecord>> lanes = new LinkedHashMap<>();
    private String lane = "";
    private int step;
    private String layer = "";
    private double[] sigma = new double[64];
    private int count;
    private final List<LayerSpectrum> layers = new ArrayList<>();

    private SpectrumReader() {}

    /**
     * Reads the file.
     *
     * @param notes gets a sentence for what is left out
     * @return by lane, by rising step
     * @throws lipschitzlab.setting.InputException if it is damaged, but for its end
     */
    static Map<String, List<SpectrumRecord>> read(Path file, Consumer<String> notes) {
        SpectrumReader reader = new SpectrumReader();
        if (new CsvRows(file, COLUMNS).forEach(reader::take)) {
            reader.endStep();
        } else {
            notes.accept("The last spectrum in " + file.getFileName() + " is not whole and is left out.");
        }
        return reader.lanes;
    }

    private void take(CsvRows.Row row) {
        int rowStep = row.whole(1);
        boolean sameStep = count > 0 && row.text(0).equals(lane) && rowStep == step;
        if (!sameStep) {
            endStep();
            if (row.text(0).equals(lane) && rowStep < step) {
                throw row.wrong("step", "steps that rise", rowStep + " after " + step);
            }
            lane = row.text(0);
            step = rowStep;
            layer = row.text(2);
        } else if (!row.text(2).equals(layer)) {
            endLayer();
            layer = row.text(2);
        }
        int index = row.whole(3);
        if (index != count) {
            throw row.wrong("index", Integer.toString(count), Integer.toString(index));
        }
        if (count == sigma.length) {
            sigma = Arrays.copyOf(sigma, 2 * count);
        }
        sigma[count++] = row.number(4);
    }

    private void endLayer() {
        double[] values = Arrays.copyOf(sigma, count);
        layers.add(new LayerSpectrum(
                layer,
                values,
                SingularSpectrum.stableRank(values),
                Double.NaN,
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        count = 0;
    }

    private void endStep() {
        if (count > 0) {
            endLayer();
            lanes.computeIfAbsent(lane, name -> new ArrayList<>()).add(new SpectrumRecord(step, layers));
            layers.clear();
        }
    }
}
