package lipschitzlab.desktop.control;

/** The window's toolkit does not start; the message says why, as a sentence. */
public final class NoDisplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoDisplayException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
