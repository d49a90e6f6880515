package lipschitzlab.compute.profile;

import lipschitzlab.compute.Engine;

/**
 * Counts the floating-point operations (FLOPs) of the products that an engine is asked for, two for each multiplication with
 * its addition: 2·n·k·m for a matrix product of {@code [n, k]} and {@code [k, m]}, and 2·n·out·height·width·in·kernel² for a
 * convolution of n samples with that output or for either of its adjoints, padding counted like data. All else that a
 * training step does, element by element or in sums, is left out, as is usual where a processor's rate is given in FLOPs.
 */
public final class FlopCounter {
    private final Engine counted;
    private long operations;

    /** Counts what is asked of this engine through {@link #engine}. */
    public FlopCounter(Engine engine) {
        this.counted = new InstrumentedEngine(engine, (operation, cost, nanoseconds) -> operations += cost.flops());
    }

    /** The engine, counted. */
    public Engine engine() {
        return counted;
    }

    /** The operations since this was made or last asked. */
    public long take() {
        long taken = operations;
        operations = 0;
        return taken;
    }
}
