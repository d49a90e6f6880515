package lipschitzlab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.conformance.EngineCase;
import lipschitzlab.compute.conformance.EngineCases;
import lipschitzlab.compute.device.Backend;

/**
 * Whether an engine gets every operation right on this machine, by the calls of the engine suite.
 *
 * @param operations how many operations were called
 * @param calls how often, with arrays of many shapes
 * @param disagreements what it does otherwise than the reference in plain loops, in words
 */
public record EngineAgreement(int operations, int calls, List<String> disagreements) {
    /** Copies the list. */
    public EngineAgreement {
        disagreements = List.copyOf(disagreements);
    }

    /** Makes all calls; takes some seconds. */
    public static EngineAgreement of(Backend backend) {
        Set<String> operations = new TreeSet<>();
        List<String> disagreements = new ArrayList<>();
        List<EngineCase> cases = EngineCases.all();
        try (Engine engine = backend.create(1)) {
            for (EngineCase each : cases) {
                operations.add(each.operation());
                Optional<String> disagreement = each.disagreement(engine);
                disagreement.ifPresent(disagreements::add);
            }
        }
        return new EngineAgreement(operations.size(), cases.size(), disagreements);
    }
}
