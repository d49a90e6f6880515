package lipschitzlab.desktop;

import lipschitzlab.desktop.model.EngineMemory;
import lipschitzlab.desktop.model.Memory;

/** Memories that last for one test. */
public final class ShortMemory {
    private ShortMemory() {}

    /** One in which an engine is wished for. */
    public static EngineMemory wishing(String engine) {
        EngineMemory memory = new EngineMemory(Memory.ofThisRun());
        memory.remember(engine);
        return memory;
    }
}
