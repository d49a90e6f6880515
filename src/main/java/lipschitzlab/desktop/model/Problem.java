package lipschitzlab.desktop.model;

import java.io.IOException;
import java.nio.file.FileSystemException;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.setting.InputException;

/**
 * Something that did not work, in words for the person at the window.
 *
 * @param title what was attempted
 * @param text what is wrong and what to do
 */
public record Problem(String title, String text) {
    /** A failure in words: what a person gave or the disk refused as it is said, anything else as a fault of the program. */
    static Problem of(String title, Throwable failure) {
        if (failure instanceof InputException || failure instanceof EngineUnavailableException) {
            return new Problem(title, failure.getMessage());
        }
        if (failure instanceof FileSystemException disk) {
            return new Problem(
                    title,
                    disk.getFile() + " cannot be used: " + disk.getClass().getSimpleName() + ".");
        }
        if (failure instanceof IOException) {
            return new Problem(title, "The disk refused: " + failure.getMessage());
        }
        if (failure instanceof OutOfMemoryError) {
            return new Problem(title, "Memory ran out. Choose a smaller batch or narrower networks.");
        }
        return new Problem(title, failure.getMessage() + "\nThe log has the details.");
    }
}
