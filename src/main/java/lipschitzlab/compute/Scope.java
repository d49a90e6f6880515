package lipschitzlab.compute;

/** The lifetime of temporaries: closing it frees every array that its engine made since it was opened and did not keep. */
public interface Scope extends AutoCloseable {
    @Override
    void close();
}
