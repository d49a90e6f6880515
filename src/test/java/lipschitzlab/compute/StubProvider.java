package lipschitzlab.compute;

import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.Machine;
import lipschitzlab.compute.device.NvidiaCard;

/**
 * A provider that computes with the reference engine.
 *
 * @param kind the engine that it passes for
 * @param isInstalled whether its library would be there
 * @param failure how its probe ends after the card was found fit; none if it succeeds
 */
public record StubProvider(EngineKind kind, boolean isInstalled, Optional<RuntimeException> failure)
        implements EngineProvider {
    public static StubProvider working(EngineKind kind) {
        return new StubProvider(kind, true, Optional.empty());
    }

    public static StubProvider notInstalled(EngineKind kind) {
        return new StubProvider(kind, false, Optional.empty());
    }

    public static StubProvider failing(EngineKind kind, RuntimeException failure) {
        return new StubProvider(kind, true, Optional.of(failure));
    }

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public Device probe(Machine machine) {
        if (!isInstalled) {
            throw new IllegalStateException("expected that an absent library is never probed");
        }
        if (kind.needsCard()) {
            NvidiaCard card = kind.requireCard(machine);
            failure.ifPresent(StubProvider::raise);
            return Device.card(id(), card, Map.of());
        }
        failure.ifPresent(StubProvider::raise);
        return Device.processor(id(), machine, Map.of());
    }

    private static void raise(RuntimeException failure) {
        throw failure;
    }

    @Override
    public Engine create(int threads) {
        return new ReferenceEngine();
    }
}
