package lipschitzlab.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.RegularFile;

/** Finds the pictures in a folder laid out as MNIST is published. */
final class ImageFolder {
    private static final String EXPECTED = "an IDX file of pictures, or a folder that holds one";
    private static final List<String> NAMES = names();

    private ImageFolder() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String part : List.of("train", "t10k")) {
            for (String separator : List.of("-", ".")) {
                for (String end : List.of("", ".gz")) {
                    names.add(part + "-images" + separator + "idx3-ubyte" + end);
                }
            }
        }
        return List.copyOf(names);
    }

    /** The path itself if it is a file, otherwise the pictures in that folder, those for training first. */
    static Path imagesAt(Path path) {
        RegularFile.requireReadable(path, EXPECTED);
        if (!Files.isDirectory(path)) {
            return path;
        }
        for (String name : NAMES) {
            Path file = path.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new InputException(
                RegularFile.name(path),
                "a folder with one of the files " + String.join(", ", NAMES),
                "none of them",
                "Choose the folder that holds the pictures, or the file itself, whatever its name.");
    }
}
