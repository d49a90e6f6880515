package lipschitzlab.preset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.setting.Values;

/**
 * What a preset says of its data.
 *
 * @param kind the kind of dataset
 * @param values a value for every setting of the kind
 * @param file where the data lie, for a kind that reads a file
 */
public record DataSpec(DatasetKind kind, Values values, Optional<Path> file) {
    /** Whether a file must still be named. */
    public boolean missesFile() {
        return kind.needsFile() && file.isEmpty();
    }

    /** The same with other values for these settings, by key. */
    public DataSpec with(Map<String, String> texts) {
        Values changed = values.copy();
        texts.forEach((key, text) -> changed.set(key, text, "data." + key));
        return new DataSpec(kind, changed, file);
    }

    /**
     * The data, read.
     *
     * @throws lipschitzlab.setting.InputException if the file is missing or unfit
     */
    public Dataset load() {
        return Datasets.create(kind, values, file);
    }
}
