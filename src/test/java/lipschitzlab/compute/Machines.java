package lipschitzlab.compute;

import java.util.List;
import lipschitzlab.compute.device.ComputeCapability;
import lipschitzlab.compute.device.Machine;
import lipschitzlab.compute.device.NvidiaCard;

/** Machines as a school or a laboratory has them. The capabilities are those that NVIDIA lists for these cards. */
public final class Machines {
    public static final NvidiaCard K40 = card("Tesla K40c", "3.5", 11_441);
    public static final NvidiaCard K80 = card("Tesla K80", "3.7", 11_441);
    public static final NvidiaCard P100 = card("Tesla P100-PCIE-16GB", "6.0", 16_384);
    public static final NvidiaCard GTX_1080 = card("NVIDIA GeForce GTX 1080", "6.1", 8_192);
    public static final NvidiaCard T4 = card("Tesla T4", "7.5", 15_360);
    public static final NvidiaCard A100 = card("NVIDIA A100-SXM4-40GB", "8.0", 40_960);
    public static final NvidiaCard L4 = card("NVIDIA L4", "8.9", 23_034);
    public static final NvidiaCard H100 = card("NVIDIA H100", "9.0", 81_559);
    public static final NvidiaCard RTX_5090 = card("NVIDIA GeForce RTX 5090", "12.0", 32_607);

    private Machines() {}

    private static NvidiaCard card(String name, String capability, long memoryMiB) {
        return new NvidiaCard(name, ComputeCapability.of(capability), memoryMiB, "580.65.06");
    }

    /** The same card with another version of NVIDIA's driver. */
    public static NvidiaCard withDriver(String driver, NvidiaCard card) {
        return new NvidiaCard(card.name(), card.capability(), card.memoryMiB(), driver);
    }

    /** A machine with these cards; with none, one without a driver. */
    public static Machine with(NvidiaCard... cards) {
        return new Machine("a processor, 2 cores", List.of(cards));
    }
}
