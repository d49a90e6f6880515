package lipschitzlab.experiment;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for, once; whoever asks meanwhile waits. May be used from several threads. */
final class Memoized<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile Optional<T> made = Optional.empty();

    Memoized(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value if it is made by now; never waits. */
    Optional<T> known() {
        return made;
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
