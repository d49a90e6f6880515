package lipschitzlab.export.autosave;

import java.nio.file.Path;
import java.util.Map;
import lipschitzlab.file.UserFolder;

/** Where runs are kept if nobody chose another folder: where each system wants what a program writes for one person. */
public final class AutosavePlace {
    private static final String RUNS = "kept-runs";

    private AutosavePlace() {}

    /** The folder for this person's account on this machine; it need not exist. */
    public static Path usual() {
        return UserFolder.STATE.path().resolve(RUNS);
    }

    /** Never relative to the folder in which the program was started. */
    static Path usual(String system, Map<String, String> environment, Path home) {
        return UserFolder.STATE.path(system, environment, home).resolve(RUNS);
    }
}
