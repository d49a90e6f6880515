package lipschitzlab.compute.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lipschitzlab.setting.InputException;

/**
 * The engines that the lab knows, in the order in which it tries them, whether or not their libraries are on the class path.
 * The ranges of compute capability are those of the libraries' binaries in these very versions: with another version, look
 * again.
 */
public enum EngineKind {
    /** ND4J on an NVIDIA card, with everything but the driver from the registry. */
    ND4J_CUDA("nd4j-cuda", "cuda", "ND4J 1.0.0-M2.1", Optional.of(CapabilityRange.between("3.7", "8.9"))),
    /** LibTorch on an NVIDIA card; its CUDA 13 knows no card before Turing. */
    LIBTORCH_CUDA("libtorch-cuda", "libtorch-cuda", "LibTorch 2.10.0", Optional.of(CapabilityRange.from("7.5"))),
    /** LibTorch on the processor. */
    LIBTORCH_CPU("libtorch-cpu", "libtorch", "LibTorch 2.10.0", Optional.empty()),
    /** ND4J on the processor. */
    ND4J_CPU("nd4j-cpu", "", "ND4J 1.0.0-M2.1", Optional.empty());

    /** The word that leaves the choice to the lab. */
    public static final String AUTO = "auto";

    private final String id;
    private final String profile;
    private final String library;
    private final Optional<CapabilityRange> capabilities;

    EngineKind(String id, String profile, String library, Optional<CapabilityRange> capabilities) {
        this.id = id;
        this.profile = profile;
        this.library = library;
        this.capabilities = capabilities;
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

    /** Whether its library holds code for that card. */
    public boolean runsOn(NvidiaCard card) {
        return capabilities.map(range -> range.contains(card.capability())).orElse(false);
    }

    /**
     * The card that this engine would compute on. A library takes the card that it thinks fastest, so it must be able to
     * run on every one that it sees.
     *
     * @throws EngineUnavailableException if there is none or its library holds no code for one, as a sentence for a teacher
     */
    public NvidiaCard requireCard(Machine machine) {
        if (machine.cards().isEmpty()) {
            throw new EngineUnavailableException(
                    library + " would compute on an NVIDIA card, and there is none. " + machine.search(), null);
        }
        machine.cards().stream().filter(card -> !runsOn(card)).findFirst().ifPresent(card -> {
            throw new EngineUnavailableException(tooDifferent(card, machine), null);
        });
        return machine.cards().get(0);
    }

    private String tooDifferent(NvidiaCard card, Machine machine) {
        String supported =
                capabilities.map(range -> range.inWords(card.capability())).orElse("none");
        String remedy = machine.cards().stream().anyMatch(this::runsOn)
                ? " Hide it from the program with the environment variable CUDA_VISIBLE_DEVICES to use the other card."
                : " " + remedy(card);
        return card.name() + " has compute capability " + card.capability() + "; " + library + " supports " + supported
                + "." + remedy;
    }

    /** How to train on that card, or that only the processor is left, as a sentence. */
    static String remedy(NvidiaCard card) {
        return Arrays.stream(values())
                .filter(kind -> kind.runsOn(card))
                .findFirst()
                .flatMap(EngineKind::startOption)
                .map(option -> "Start with " + option + ", or train on the CPU.")
                .orElse("No engine of the lab reaches this card: train on the CPU.");
    }
}
