package lipschitzlab.compute.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineCounts;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/**
 * The part of an engine without arithmetic: where arrays come from and how long they live, how numbers get in and out, and
 * how the same numbers are seen in other shapes.
 *
 * @param <T> the library's own array
 */
abstract class PooledArrays<T> implements Engine {
    private boolean closed;
    private final ArrayPool<T> pool;
    private final Kernels<T> kernels;
    private final TransferKernels<T> transfer;
    private final Map<Constant, PooledArray<T>> constants = new HashMap<>();
    private Thread prepared;
    private long operations;
    private long reads;
    private long writes;

    private record Constant(Shape shape, double value) {}

    PooledArrays(ArrayPool<T> pool, Kernels<T> kernels) {
        this.pool = pool;
        this.kernels = kernels;
        this.transfer = kernels.transfer();
    }

    @Override
    public final String description() {
        return kernels.description();
    }

    // ------------------------------------------------------------------ lifetime

    @Override
    public final Scope openScope() {
        return pool.open();
    }

    @Override
    public final Array keep(Array array) {
        PooledArray<T> kept = pooled(array);
        if (kept.isView()) {
            PooledArray<T> copy = take(kept.shape());
            transfer.copy(kept, copy);
            kept = copy;
        }
        pool.keep(kept);
        return kept;
    }

    @Override
    public final void free(Array array) {
        pool.release(pooled(array));
    }

    @Override
    public final int liveArrays() {
        return pool.live();
    }

    @Override
    public final EngineCounts counts() {
        return new EngineCounts(operations, kernels.launches(), reads, writes);
    }

    @Override
    public final void close() {
        if (!closed) {
            closed = true;
            kernels.close();
            pool.closeAll();
        }
    }

    // ------------------------------------------------------------------ host and device

    @Override
    public final Array of(float[] numbers, Shape shape) {
        Expect.numbers(numbers, shape);
        PooledArray<T> z = take(shape);
        writes++;
        transfer.write(numbers, z);
        return z;
    }

    @Override
    public final Array full(Shape shape, double value) {
        return made(shape, z -> transfer.set(value, z));
    }

    @Override
    public final Array constant(Shape shape, double value) {
        return constants.computeIfAbsent(new Constant(shape, value), asked -> {
            prepareThread();
            PooledArray<T> made = pool.takeForever(shape);
            transfer.set(value, made);
            return made;
        });
    }

    @Override
    public final float[] read(Array array) {
        prepareThread();
        reads++;
        float[] numbers = new float[array.shape().length()];
        transfer.read(pooled(array), numbers);
        return numbers;
    }

    @Override
    public final List<float[]> readAll(List<Array> arrays) {
        prepareThread();
        reads++;
        return transfer.read(pooled(arrays));
    }

    @Override
    public final void write(Array target, float[] numbers) {
        Expect.numbers(numbers, target.shape());
        prepareThread();
        writes++;
        transfer.write(numbers, pooled(target));
    }

    @Override
    public final void copy(Array source, Array target) {
        Expect.same(source, target);
        started();
        transfer.copy(pooled(source), pooled(target));
    }

    // ------------------------------------------------------------------ shapes

    @Override
    public final Array reshape(Array x, Shape shape) {
        Expect.reshaping(x, shape);
        return pooled(x).view(shape, 0);
    }

    @Override
    public final Array concatRows(List<Array> arrays) {
        return made(Expect.concatenation(arrays), z -> transfer.concatenate(pooled(arrays), z));
    }

    @Override
    public final Array sliceRows(Array x, int first, int count) {
        Expect.slice(x, first, count);
        long offset = (long) first * x.shape().rowLength();
        return pooled(x).view(x.shape().withRows(count), offset);
    }

    @Override
    public final Array padRows(Array x, int before, int after) {
        Expect.padding(before, after);
        Shape shape = x.shape().withRows(before + x.shape().size(0) + after);
        return made(shape, z -> transfer.pad(pooled(x), before, z));
    }

    // ------------------------------------------------------------------ what operations are made of

    /** Every kernel runs on a thread that was prepared for it: a lane may go on in another than before. */
    final void prepareThread() {
        if (prepared != Thread.currentThread()) {
            prepared = Thread.currentThread();
            kernels.prepareThread();
        }
    }

    /** Before a kernel that computes. */
    final void started() {
        prepareThread();
        operations++;
    }

    /** An array whose numbers are whatever was there. */
    final PooledArray<T> take(Shape shape) {
        prepareThread();
        return pool.take(shape);
    }

    /** A new array that a kernel writes. */
    final PooledArray<T> made(Shape shape, Consumer<PooledArray<T>> kernel) {
        started();
        PooledArray<T> z = take(shape);
        kernel.accept(z);
        return z;
    }

    /** Room for a result that a kernel writes or makes. */
    final Result<T> result(Shape shape) {
        prepareThread();
        return new Result<>(pool, shape);
    }

    /** A new array that a kernel writes, or that its library makes. */
    final PooledArray<T> madeOrAdopted(Shape shape, Consumer<Result<T>> kernel) {
        started();
        Result<T> result = result(shape);
        kernel.accept(result);
        return result.array();
    }

    @SuppressWarnings("unchecked")
    final PooledArray<T> pooled(Array array) {
        return (PooledArray<T>) array;
    }

    final List<PooledArray<T>> pooled(List<Array> arrays) {
        List<PooledArray<T>> pooled = new ArrayList<>(arrays.size());
        arrays.forEach(array -> pooled.add(pooled(array)));
        return pooled;
    }
}
