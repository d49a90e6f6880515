package lipschitzlab.preset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.setting.Assignment;
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

    /** The same with these values. */
    public DataSpec with(Collection<Assignment<?>> assignments) {
        Values changed = values;
        for (Assignment<?> assignment : assignments) {
            changed = changed.with(assignment);
        }
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
