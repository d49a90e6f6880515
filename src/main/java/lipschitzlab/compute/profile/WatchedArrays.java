package lipschitzlab.compute.profile;

import java.util.List;
import java.util.function.Supplier;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/** The part of a watched engine without arithmetic. */
abstract class WatchedArrays implements Engine {
    final Engine engine;
    private final Watcher watcher;

    /** Is told of each operation, once it is done. */
    interface Watcher {
        /**
         * @param operation the name of {@link Engine}'s method
         * @param nanoseconds from its call to its return
         */
        void done(String operation, Work work, long nanoseconds);
    }

    WatchedArrays(Engine engine, Watcher watcher) {
        this.engine = engine;
        this.watcher = watcher;
    }

    @Override
    public final String description() {
        return engine.description();
    }

    // ------------------------------------------------------------------ lifetime

    @Override
    public final Scope openScope() {
        return watched("openScope", () -> Work.UNKNOWN, () -> engine.openScope());
    }

    @Override
    public final Array keep(Array array) {
        return watched("keep", () -> engine.keep(array));
    }

    @Override
    public final void free(Array array) {
        watched("free", () -> engine.free(array));
    }

    @Override
    public final int liveArrays() {
        return engine.liveArrays();
    }

    @Override
    public final void close() {
        engine.close();
    }

    // ------------------------------------------------------------------ host and device

    @Override
    public final Array of(float[] numbers, Shape shape) {
        return watched("of", () -> engine.of(numbers, shape));
    }

    @Override
    public final Array full(Shape shape, double value) {
        return watched("full", () -> engine.full(shape, value));
    }

    @Override
    public final float[] read(Array array) {
        return watched("read", () -> Work.UNKNOWN, () -> engine.read(array));
    }

    @Override
    public final void write(Array target, float[] numbers) {
        watched("write", () -> engine.write(target, numbers));
    }

    @Override
    public final void copy(Array source, Array target) {
        watched("copy", () -> engine.copy(source, target));
    }

    // ------------------------------------------------------------------ shapes

    @Override
    public final Array reshape(Array x, Shape shape) {
        return watched("reshape", () -> engine.reshape(x, shape));
    }

    @Override
    public final Array concatRows(List<Array> arrays) {
        return watched("concatRows", () -> engine.concatRows(arrays));
    }

    @Override
    public final Array sliceRows(Array x, int first, int count) {
        return watched("sliceRows", () -> engine.sliceRows(x, first, count));
    }

    @Override
    public final Array padRows(Array x, int before, int after) {
        return watched("padRows", () -> engine.padRows(x, before, after));
    }

    // ------------------------------------------------------------------ watching

    final void watched(String operation, Runnable call) {
        long start = System.nanoTime();
        call.run();
        watcher.done(operation, Work.UNKNOWN, System.nanoTime() - start);
    }

    final Array watched(String operation, Supplier<Array> call) {
        long start = System.nanoTime();
        Array result = call.get();
        long took = System.nanoTime() - start;
        watcher.done(operation, Work.ofElements(result), took);
        return result;
    }

    /** @param work what the call was about, asked for when it succeeded */
    final <R> R watched(String operation, Supplier<Work> work, Supplier<R> call) {
        long start = System.nanoTime();
        R result = call.get();
        long took = System.nanoTime() - start;
        watcher.done(operation, work.get(), took);
        return result;
    }
}
