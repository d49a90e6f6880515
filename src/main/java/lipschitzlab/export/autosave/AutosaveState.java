package lipschitzlab.export.autosave;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lipschitzlab.file.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a kept run, as a file in its folder says. */
public enum AutosaveState {
    /** Its window shows it; or ended without saying so, and then it is offered at the next start. */
    OPEN("open"),

    /** It was offered and a person did not want it then: it is kept, and not offered at a start again. */
    PUT_OFF("put off"),

    /** Its window ended, or turned to another run, after its last save. */
    CLOSED("closed");

    private static final String FILE = "state.txt";
    private static final int LONGEST = 64;
    private static final Logger LOG = LoggerFactory.getLogger(AutosaveState.class);

    private final String word;

    AutosaveState(String word) {
        this.word = word;
    }

    /** The state that stands in a folder; what cannot be read counts as open, so that nothing is lost by it. */
    static AutosaveState in(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return OPEN;
            }
            String found = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return Arrays.stream(values())
                    .filter(state -> state.word.equals(found))
                    .findFirst()
                    .orElse(OPEN);
        } catch (IOException unreadable) {
            LOG.debug("the state of {} cannot be read", folder, unreadable);
            return OPEN;
        }
    }

    /**
     * Writes the state into a folder.
     *
     * @throws lipschitzlab.setting.InputException if it cannot be written
     */
    void writeTo(Path folder) {
        WholeFile.writeText(folder.resolve(FILE), word + "\n");
    }
}
