package lipschitzlab.yaml;

import java.util.List;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;

/**
 * Files of one kind that come with the program, in one resource folder.
 *
 * @param kind what one of these files is, such as {@code preset}
 * @param folder the resource folder, with a slash at both ends
 * @param names the files' names without their ending
 */
public record BundledFiles(String kind, String folder, List<String> names) {
    /** Copies the list. */
    public BundledFiles {
        names = List.copyOf(names);
    }

    /** What was expected where a file is something else. */
    String expected() {
        return "a " + kind + " (a YAML file)";
    }

    /** The refusal of a name that none of these files has. */
    InputException unknown(String name) {
        return new InputException(
                kind,
                "a bundled " + kind + " (" + String.join(", ", names) + ") or a file",
                Quoted.of(name),
                Suggestion.question(name, names) + "A file's name ends in .yaml.");
    }
}
