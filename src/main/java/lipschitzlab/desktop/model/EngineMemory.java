package lipschitzlab.desktop.model;

import lipschitzlab.compute.device.EngineKind;

/** Which engine a person wishes for on this machine, remembered from one start of the window to the next. */
public final class EngineMemory {
    private static final String NAME = "engine";

    private final Memory memory;

    public EngineMemory(Memory memory) {
        this.memory = memory;
    }

    /** The id that was remembered last, or {@code auto}. */
    public String wished() {
        return memory.recall(NAME).filter(EngineKind.choices()::contains).orElse(EngineKind.AUTO);
    }

    /** Remembers an engine's id, or {@code auto}. */
    public void remember(String id) {
        memory.remember(NAME, id);
    }
}
