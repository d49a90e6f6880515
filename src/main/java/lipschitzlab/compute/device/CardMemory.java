package lipschitzlab.compute.device;

import java.util.OptionalLong;

/** What is in use of a card's memory, by all programs. */
public final class CardMemory {
    private CardMemory() {}

    /** Of the first card, in units of 2²⁰ bytes; nothing where NVIDIA's driver does not tell. Takes up to some seconds. */
    public static OptionalLong usedMebibytes() {
        return NvidiaSmi.usedMebibytes();
    }
}
