package lipschitzlab.cli;

/** No window can open here; the message says why, as a sentence. */
public final class NoWindowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, and the failure that showed it, or null. */
    public NoWindowException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
