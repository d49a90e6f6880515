package lipschitzlab.compute.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** With which profile a machine's NVIDIA cards are to be used, as one sentence. */
final class CardAdvice {
    private static final String OTHERWISE = ", or train on the CPU.";

    private CardAdvice() {}

    /**
     * The flag that these cards want; if none reaches them all, the one for the first that has one. What runs with the driver
     * that is there comes before what asks for a newer one.
     *
     * @param cards at least one
     */
    static String of(List<NvidiaCard> cards) {
        return forAll(cards)
                .or(() -> forSome(cards))
                .orElse("No engine of the lab reaches " + (cards.size() == 1 ? "this card" : "these cards")
                        + ": train on the CPU.");
    }

    private static Optional<String> forAll(List<NvidiaCard> cards) {
        return first(kind -> cards.stream().allMatch(card -> kind.runsOn(card) && kind.runsWithDriverOf(card)))
                .map(kind -> "Start with " + flag(kind) + OTHERWISE)
                .or(() -> first(kind -> cards.stream().allMatch(kind::runsOn))
                        .map(kind -> update(kind) + flag(kind) + OTHERWISE));
    }

    private static Optional<String> forSome(List<NvidiaCard> cards) {
        return cards.stream().flatMap(card -> alone(card).stream()).findFirst();
    }

    private static Optional<String> alone(NvidiaCard card) {
        return first(kind -> kind.runsOn(card))
                .map(kind -> (kind.runsWithDriverOf(card) ? "Start with " : update(kind))
                        + flag(kind) + " for " + card.name()
                        + " and hide the other cards with the environment variable CUDA_VISIBLE_DEVICES" + OTHERWISE);
    }

    private static String update(EngineKind kind) {
        return "Update NVIDIA's driver to " + kind.oldestDriver() + " or newer and start with ";
    }

    private static String flag(EngineKind kind) {
        return kind.startOption().orElseThrow();
    }

    private static Optional<EngineKind> first(Predicate<EngineKind> fit) {
        return Stream.of(EngineKind.values())
                .filter(EngineKind::needsCard)
                .filter(fit)
                .findFirst();
    }
}
