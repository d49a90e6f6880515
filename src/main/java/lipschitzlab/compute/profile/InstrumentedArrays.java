package lipschitzlab.compute.profile;

import java.util.List;
import java.util.function.Supplier;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineCounts;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/** The part of an {@link InstrumentedEngine} without arithmetic: lifetimes, transfers and shapes. */
abstract class InstrumentedArrays implements Engine {
    final Engine engine;
    private final OperationListener listener;

    /** Is told of each operation once it is done. */
    interface OperationListener {
        /**
         * @param operation the name of {@link Engine}'s method
         * @param nanoseconds from its call to its return
         */
        void done(String operation, OperationCost cost, long nanoseconds);
    }

    InstrumentedArrays(Engine engine, OperationListener listener) {
        this.engine = engine;
        this.listener = listener;
    }

    @Override
    public final String description() {
        return engine.description();
    }

    // ------------------------------------------------------------------ lifetime

    @Override
    public final Scope openScope() {
        return timed("openScope", () -> OperationCost.UNKNOWN, () -> engine.openScope());
    }

    @Override
    public final Array keep(Array array) {
        return timed("keep", () -> engine.keep(array));
    }

    @Override
    public final void free(Array array) {
        timed("free", () -> engine.free(array));
    }

    @Override
    public final int liveArrays() {
        return engine.liveArrays();
    }

    @Override
    public final EngineCounts counts() {
        return engine.counts();
    }

    @Override
    public final void close() {
        engine.close();
    }

    // ------------------------------------------------------------------ host and device

    @Override
    public final Array of(float[] numbers, Shape shape) {
        return timed("of", () -> engine.of(numbers, shape));
    }

    @Override
    public final Array full(Shape shape, double value) {
        return timed("full", () -> engine.full(shape, value));
    }

    @Override
    public final Array constant(Shape shape, double value) {
        return timed("constant", () -> engine.constant(shape, value));
    }

    @Override
    public final float[] read(Array array) {
        return timed("read", () -> OperationCost.UNKNOWN, () -> engine.read(array));
    }

    @Override
    public final List<float[]> readAll(List<Array> arrays) {
        return timed("readAll", () -> OperationCost.UNKNOWN, () -> engine.readAll(arrays));
    }

    @Override
    public final void write(Array target, float[] numbers) {
        timed("write", () -> engine.write(target, numbers));
    }

    @Override
    public final void copy(Array source, Array target) {
        timed("copy", () -> engine.copy(source, target));
    }

    // ------------------------------------------------------------------ shapes

    @Override
    public final Array reshape(Array x, Shape shape) {
        return timed("reshape", () -> engine.reshape(x, shape));
    }

    @Override
    public final Array concatRows(List<Array> arrays) {
        return timed("concatRows", () -> engine.concatRows(arrays));
    }

    @Override
    public final Array sliceRows(Array x, int first, int count) {
        return timed("sliceRows", () -> engine.sliceRows(x, first, count));
    }

    @Override
    public final Array padRows(Array x, int before, int after) {
        return timed("padRows", () -> engine.padRows(x, before, after));
    }

    // ------------------------------------------------------------------ watching

    final void timed(String operation, Runnable call) {
        long start = System.nanoTime();
        call.run();
        listener.done(operation, OperationCost.UNKNOWN, System.nanoTime() - start);
    }

    final Array timed(String operation, Supplier<Array> call) {
        long start = System.nanoTime();
        Array result = call.get();
        long took = System.nanoTime() - start;
        listener.done(operation, OperationCost.ofElements(result), took);
        return result;
    }

    /** @param cost what the call cost, asked for once it succeeded */
    final <R> R timed(String operation, Supplier<OperationCost> cost, Supplier<R> call) {
        long start = System.nanoTime();
        R result = call.get();
        long took = System.nanoTime() - start;
        listener.done(operation, cost.get(), took);
        return result;
    }
}
