package lipschitzlab.desktop;

/** Memories that last for one test. */
final class ShortMemory {
    private ShortMemory() {}

    /** One in which an engine is wished for. */
    static EngineMemory wishing(String engine) {
        EngineMemory memory = new EngineMemory(Memory.ofThisRun());
        memory.remember(engine);
        return memory;
    }
}
