package lipschitzlab.setting;

import java.util.Objects;

/**
 * Something that a person gave (a preset, a file, an option) cannot be used. The message is written for that person: what
 * is wrong, where, what was expected, what was found, and what to do. It is shown as it is, never with a stack trace; the
 * command line exits with 2.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param where the file with its line, the option or the setting that is wrong
     * @param expected what would have been right, with its range
     * @param found what was there
     * @param remedy what to do, as a sentence
     */
    public InputException(String where, String expected, String found, String remedy) {
        this(where, expected, found, remedy, null);
    }

    /** As the other constructor, with the failure that led here. */
    public InputException(String where, String expected, String found, String remedy, Throwable cause) {
        super(
                Objects.requireNonNull(where) + ": expected " + Objects.requireNonNull(expected) + ", found "
                        + Objects.requireNonNull(found) + ". " + Objects.requireNonNull(remedy),
                cause);
    }
}
