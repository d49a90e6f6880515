package lipschitzlab.compute;

import java.util.Map;
import java.util.Optional;

/** A provider whose library is always there and always works, as far as its card allows. */
record StubProvider(EngineKind kind, boolean present, Optional<RuntimeException> failure) implements EngineProvider {
    static StubProvider working(EngineKind kind) {
        return new StubProvider(kind, true, Optional.empty());
    }

    static StubProvider absent(EngineKind kind) {
        return new StubProvider(kind, false, Optional.empty());
    }

    static StubProvider failing(EngineKind kind, RuntimeException failure) {
        return new StubProvider(kind, true, Optional.of(failure));
    }

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public Device probe(Machine machine) {
        if (!present) {
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
