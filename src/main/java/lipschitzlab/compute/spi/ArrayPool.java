package lipschitzlab.compute.spi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/**
 * The arrays of one engine: those in use, by scope, and those free to be used again, by shape.
 *
 * @param <T> the library's own array
 */
public final class ArrayPool<T> {
    private final Storage<T> storage;
    private final Map<Shape, Deque<PooledArray<T>>> free = new HashMap<>();
    private final Deque<List<PooledArray<T>>> scopes = new ArrayDeque<>();
    private final Set<PooledArray<T>> unscoped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<PooledArray<T>> permanent = new ArrayList<>();
    private int live;

    /** A pool of arrays that the library holds in this way. */
    public ArrayPool(Storage<T> storage) {
        this.storage = storage;
    }

    /** An array of this shape whose numbers are whatever was there. */
    public PooledArray<T> take(Shape shape) {
        Deque<PooledArray<T>> candidates = free.get(shape);
        PooledArray<T> array = candidates == null ? null : candidates.poll();
        return enter(array == null ? make(shape) : array);
    }

    /** An array that the library made itself; given back to the library, not to the pool, when it is freed. */
    public PooledArray<T> adopt(T data, Shape shape) {
        return enter(new PooledArray<>(shape, data, storage, false));
    }

    /** An array of this shape that lives as long as the pool and does not count as live. */
    public PooledArray<T> takeForever(Shape shape) {
        PooledArray<T> array = make(shape);
        permanent.add(array);
        return array;
    }

    private PooledArray<T> make(Shape shape) {
        return new PooledArray<>(shape, storage.make(shape), storage, true);
    }

    private PooledArray<T> enter(PooledArray<T> array) {
        array.acquire();
        live++;
        if (scopes.isEmpty()) {
            unscoped.add(array);
        } else {
            scopes.peek().add(array);
        }
        return array;
    }

    /** Takes an array out of its scope; whoever keeps it releases it. */
    public void keep(PooledArray<T> array) {
        scopes.forEach(arrays -> arrays.removeIf(scoped -> scoped == array));
        unscoped.add(array);
    }

    /** Frees a kept array. */
    public void release(PooledArray<T> array) {
        if (!unscoped.remove(array)) {
            throw new IllegalStateException("expected a kept array, found one that was freed, a view or a temporary");
        }
        recycle(array);
    }

    /** How many arrays are in use. */
    public int live() {
        return live;
    }

    /** Opens a scope, whose closing frees what was made in it and not kept. */
    public Scope open() {
        List<PooledArray<T>> arrays = new ArrayList<>();
        scopes.push(arrays);
        return () -> {
            if (scopes.peek() != arrays) {
                throw new IllegalStateException("scopes must close in the reverse order of their opening");
            }
            scopes.pop();
            arrays.forEach(this::recycle);
        };
    }

    private void recycle(PooledArray<T> array) {
        live--;
        if (array.isReusable()) {
            array.release();
            free.computeIfAbsent(array.shape(), shape -> new ArrayDeque<>()).push(array);
        } else {
            array.close();
        }
    }

    /** Gives everything back to the library. */
    public void closeAll() {
        scopes.forEach(arrays -> arrays.forEach(PooledArray::close));
        scopes.clear();
        unscoped.forEach(PooledArray::close);
        unscoped.clear();
        free.values().forEach(arrays -> arrays.forEach(PooledArray::close));
        free.clear();
        permanent.forEach(PooledArray::close);
        permanent.clear();
        live = 0;
    }
}
