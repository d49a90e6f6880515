package lipschitzlab.desktop;

/** A memory that lasts for one test. */
final class ShortMemory implements EngineMemory {
    private volatile String wished;

    ShortMemory(String wished) {
        this.wished = wished;
    }

    @Override
    public String wished() {
        return wished;
    }

    @Override
    public void remember(String id) {
        wished = id;
    }
}
