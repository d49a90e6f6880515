package lipschitzlab.yaml;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a key or a value was written.
 *
 * @param text for messages: the file with its line, the bundled preset with its line, or the option
 * @param folder the folder of the file, where relative paths are looked up first; empty if it was not written in a file
 */
public record SourceLocation(String text, Optional<Path> folder) {
    /** An option on the command line. */
    public static SourceLocation option(String text) {
        return new SourceLocation(text, Optional.empty());
    }

    @Override
    public String toString() {
        return text;
    }
}
