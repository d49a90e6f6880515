package lipschitzlab.compute.device;

import java.util.List;

/**
 * The machine that the program runs on, seen without loading any engine's library.
 *
 * @param processor its processor, in words
 * @param memoryMiB its memory in units of 2²⁰ bytes; 0 where the system does not tell
 * @param lacksAvx2 whether it is an x86 processor that is known to have no AVX2
 * @param cards the NVIDIA cards that its driver lists and CUDA_VISIBLE_DEVICES does not hide
 * @param search how the cards were looked for and what came of it, as a sentence
 */
public record Machine(String processor, long memoryMiB, boolean lacksAvx2, List<NvidiaCard> cards, String search) {
    /** Copies the list. */
    public Machine {
        cards = List.copyOf(cards);
    }

    /** A machine that was described rather than looked at. */
    public Machine(String processor, List<NvidiaCard> cards) {
        this(
                processor,
                0,
                false,
                cards,
                cards.isEmpty() ? "No NVIDIA card was described." : "The cards were described.");
    }

    /** This machine. Asks NVIDIA's driver, through its own program, which may take some seconds. */
    public static Machine detect() {
        NvidiaSmi.Answer answer = NvidiaSmi.ask();
        return new Machine(
                Processor.describe(), Processor.memoryMiB(), Processor.lacksAvx2(), answer.cards(), answer.sentence());
    }
}
