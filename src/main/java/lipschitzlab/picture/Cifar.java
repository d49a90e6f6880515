package lipschitzlab.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lipschitzlab.file.FileHead;

/**
 * The two sets of Krizhevsky (2009) in their binary versions: records of one or two labels and then {@code [3, 32, 32]} pixels. Of two
 * labels the first is the superclass, and the second the class.
 */
enum Cifar {
    /** CIFAR-10. */
    TEN("CIFAR-10", 10, new int[] {10}, "batches.meta.txt", "data_batch_\\d+\\.bin", "test_batch\\.bin"),
    /** CIFAR-100. */
    HUNDRED("CIFAR-100", 100, new int[] {20, 100}, "fine_label_names.txt", "train\\.bin", "test\\.bin");

    static final int SIDE = 32;
    static final int PIXELS = 3 * SIDE * SIDE;

    private final String title;
    private final int classes;
    private final int[] labels;
    private final String names;
    private final String training;
    private final String testing;

    Cifar(String title, int classes, int[] labels, String names, String training, String testing) {
        this.title = title;
        this.classes = classes;
        this.labels = labels;
        this.names = names;
        this.training = training;
        this.testing = testing;
    }

    String title() {
        return title;
    }

    /** What a batch is. */
    String words() {
        return title + " pictures (binary)";
    }

    int classes() {
        return classes;
    }

    /** The bytes before the pixels, of which the last is the class. */
    int labels() {
        return labels.length;
    }

    /** How many values the label at a place has. */
    int values(int label) {
        return labels[label];
    }

    /** The bytes of one record. */
    int record() {
        return labels.length + PIXELS;
    }

    /** Files of the Python version, by one of which it is known. */
    List<String> pythonFiles() {
        return this == TEN ? List.of("batches.meta", "data_batch_1", "test_batch") : List.of("meta", "train", "test");
    }

    /** The archive of the binary version, as it is published. */
    String archive() {
        return title.toLowerCase(Locale.ROOT) + "-binary.tar.gz";
    }

    /** The folder in this archive. */
    String folder() {
        return title.toLowerCase(Locale.ROOT) + (this == TEN ? "-batches-bin" : "-binary");
    }

    /** The name of the file that names the classes. */
    String names() {
        return names;
    }

    boolean isTraining(Path file) {
        return file.getFileName().toString().matches(training);
    }

    boolean isTesting(Path file) {
        return file.getFileName().toString().matches(testing);
    }

    /** Whether this is how a file of such records begins, and whether it has the length of some. */
    boolean recognises(FileHead head) {
        if (head.size() < 2L * record() || head.size() % record() != 0) {
            return false;
        }
        for (int start = 0; start + labels.length <= head.bytes().length; start += record()) {
            for (int label = 0; label < labels.length; label++) {
                if (head.at(start + label) >= labels[label]) {
                    return false;
                }
            }
        }
        return true;
    }
}
