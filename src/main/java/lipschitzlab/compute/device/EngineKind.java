package lipschitzlab.compute.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lipschitzlab.setting.InputException;

/**
 * The engines that the lab knows, in the order in which it tries them, whether or not their libraries are on the class path.
 * The ranges of compute capability are those of the libraries' binaries in these very versions: with another version, look
 * again. The oldest drivers are those that NVIDIA's release notes name for the CUDA that a library was built with; CUDA 12.6
 * runs on all drivers of CUDA 12 by "minor-version compatibility".
 */
public enum EngineKind {
    /** LibTorch on an NVIDIA card, with everything but the driver from the registry: CUDA 12.6, and no code after Hopper. */
    LIBTORCH_CUDA("libtorch-cuda", "gpu", "LibTorch 2.5.1", Optional.of(CapabilityRange.between("5.0", "9.0")), 525),
    /** ND4J on an NVIDIA card, with everything but the driver from the registry: CUDA 11.6. */
    ND4J_CUDA("nd4j-cuda", "cuda", "ND4J 1.0.0-M2.1", Optional.of(CapabilityRange.between("3.7", "8.9")), 510),
    /** LibTorch on an NVIDIA card with CUDA 13, most of which must be installed; it knows no card before Turing. */
    LIBTORCH_CUDA13("libtorch-cuda13", "gpu-cuda13", "LibTorch 2.10.0", Optional.of(CapabilityRange.from("7.5")), 580),
    /** LibTorch on the processor, in the version that the profile brings. */
    LIBTORCH_CPU("libtorch-cpu", "libtorch", "LibTorch", Optional.empty(), 0),
    /** ND4J on the processor. */
    ND4J_CPU("nd4j-cpu", "", "ND4J 1.0.0-M2.1", Optional.empty(), 0);

    /** The word that leaves the choice to the lab. */
    public static final String AUTO = "auto";

    private final String id;
    private final String profile;
    private final String library;
    private final Optional<CapabilityRange> capabilities;
    private final int oldestDriver;

    EngineKind(String id, String profile, String library, Optional<CapabilityRange> capabilities, int oldestDriver) {
        this.id = id;
        this.profile = profile;
        this.library = library;
        this.capabilities = capabilities;
        this.oldestDriver = oldestDriver;
    }

    /**
     * The engine of that id.
     *
     * @throws InputException if there is none, with all ids
     */
    public static EngineKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "engine", "one of " + String.join(", ", choices()), "'" + id + "'", "Correct the name."));
    }

    /** What a person may ask for: {@code auto} and every id. */
    public static List<String> choices() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(AUTO),
                        Arrays.stream(values()).map(EngineKind::id))
                .collect(Collectors.toList());
    }

    /** The name for options and records, such as {@code nd4j-cuda}. */
    public String id() {
        return id;
    }

    /** Its library with its version, such as {@code LibTorch 2.10.0}. */
    public String library() {
        return library;
    }

    /** Whether it computes on an NVIDIA card. */
    public boolean needsCard() {
        return capabilities.isPresent();
    }

    /** What to add to Maven's command line to have it, such as {@code -Pcuda}; nothing if it is always there. */
    public Optional<String> startOption() {
        return profile.isEmpty() ? Optional.empty() : Optional.of("-P" + profile);
    }

    /** The oldest branch of NVIDIA's driver that its CUDA runs on, such as 525; 0 if it needs none. */
    public int oldestDriver() {
        return oldestDriver;
    }

    /** Whether the driver of that card is new enough; one that does not tell its version is taken to be. */
    public boolean runsWithDriverOf(NvidiaCard card) {
        return card.driverBranch().orElse(oldestDriver) >= oldestDriver;
    }

    /** Whether its library holds code for that card. */
    public boolean runsOn(NvidiaCard card) {
        return capabilities.map(range -> range.contains(card.capability())).orElse(false);
    }

    /**
     * The card that this engine would compute on. A library takes the card that it thinks fastest, so it must be able to
     * run on every one that it sees.
     *
     * @throws EngineUnavailableException if there is none, its library holds no code for one or the driver is too old, as a
     *     sentence for a teacher
     */
    public NvidiaCard requireCard(Machine machine) {
        if (machine.cards().isEmpty()) {
            throw new EngineUnavailableException(
                    library + " would compute on an NVIDIA card, and there is none. " + machine.search(), null);
        }
        machine.cards().stream().filter(card -> !runsOn(card)).findFirst().ifPresent(card -> {
            throw new EngineUnavailableException(tooDifferent(card, machine), null);
        });
        machine.cards().stream()
                .filter(card -> !runsWithDriverOf(card))
                .findFirst()
                .ifPresent(card -> {
                    throw new EngineUnavailableException(
                            library + " needs NVIDIA's driver " + oldestDriver + " or newer; this machine has "
                                    + card.driver() + ". " + CardAdvice.of(machine.cards()),
                            null);
                });
        return machine.cards().get(0);
    }

    private String tooDifferent(NvidiaCard card, Machine machine) {
        String supported =
                capabilities.map(range -> range.inWords(card.capability())).orElse("none");
        String remedy = machine.cards().stream().anyMatch(this::runsOn)
                ? " Hide it from the program with the environment variable CUDA_VISIBLE_DEVICES to use the other card."
                : " " + CardAdvice.of(machine.cards());
        return card.name() + " has compute capability " + card.capability() + "; " + library + " supports " + supported
                + "." + remedy;
    }
}
