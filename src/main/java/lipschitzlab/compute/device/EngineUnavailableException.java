package lipschitzlab.compute.device;

/** An engine cannot run on this machine; the message says why, in words for a person. */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, and the failure that showed it. */
    public EngineUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
