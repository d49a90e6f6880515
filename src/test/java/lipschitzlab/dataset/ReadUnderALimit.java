package lipschitzlab.dataset;

import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;

/** A program that reads one data file and prints what the lab would say of it; for a Java of its own with little memory. */
final class ReadUnderALimit {
    private ReadUnderALimit() {}

    public static void main(String[] arguments) {
        DatasetKind kind = Datasets.kind(arguments[0], "the first argument");
        try {
            Dataset data = Datasets.create(kind, new Values(kind.settings()), Optional.of(Path.of(arguments[1])));
            System.out.println("read: " + data.notes().get(0));
        } catch (InputException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }
}
