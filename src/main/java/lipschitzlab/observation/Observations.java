package lipschitzlab.observation;

import java.util.List;
import java.util.Optional;

/** What is happening in a lane, the weightiest first. */
public final class Observations {
    /** In the order of their weight: what has gone wrong, then how the constraint stands, then how good the samples are. */
    private static final List<ObservationRule> RULES = List.of(
            new VanishedSignalRule(),
            new CollapseRule(),
            new OscillationRule(),
            new SaturatedWeightsRule(),
            new SlopeRule(),
            new CoverageRule(),
            new ProgressRule());

    private Observations() {}

    /** All that can be said; empty before there is enough to look at. */
    public static List<Observation> of(ObservedLane lane) {
        return RULES.stream()
                .map(rule -> rule.of(lane))
                .flatMap(Optional::stream)
                .toList();
    }
}
