package lipschitzlab.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import lipschitzlab.export.run.RunReader;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/** The folder of a run is no preset: there are three things that may be meant by it. */
final class NoRunFolder {
    private NoRunFolder() {}

    /**
     * Refuses the folder of a run where a preset is expected, and says how to do what may be meant.
     *
     * @throws InputException if it is one
     */
    static void require(String preset) {
        if (isRun(preset)) {
            throw new InputException(
                    RegularFile.name(Path.of(preset)),
                    "a preset, a figure or data",
                    "the folder of a run",
                    "To train that run on, write: run --resume " + preset + ". To repeat it from the start, write: run "
                            + Path.of(preset).resolve(RunReader.RECORD)
                            + ". To look at it in the window, leave out 'run'.");
        }
    }

    private static boolean isRun(String preset) {
        try {
            return !preset.isBlank() && RunReader.isRun(Path.of(preset));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
