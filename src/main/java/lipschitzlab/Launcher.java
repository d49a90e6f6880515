package lipschitzlab;

/** Starts the desktop, or with arguments the command line. */
public final class Launcher {
    private Launcher() {}

    /** @param arguments none for the desktop, otherwise a command line */
    public static void main(String[] arguments) {}
}
