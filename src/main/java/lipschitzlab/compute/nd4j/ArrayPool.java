package lipschitzlab.compute.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The arrays of one engine: those in use, by scope, and those free to be used again, by shape. */
final class ArrayPool {
    private final Map<Shape, Deque<Nd4jArray>> free = new HashMap<>();
    private final Deque<List<Nd4jArray>> scopes = new ArrayDeque<>();
    private final Set<Nd4jArray> unscoped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Nd4jArray> permanent = new ArrayList<>();
    private int live;

    /** An array of this shape whose numbers are whatever was there. */
    Nd4jArray take(Shape shape) {
        Deque<Nd4jArray> candidates = free.get(shape);
        Nd4jArray array = candidates == null ? null : candidates.poll();
        if (array == null) {
            array = make(shape);
        }
        array.acquire();
        live++;
        if (scopes.isEmpty()) {
            unscoped.add(array);
        } else {
            scopes.peek().add(array);
        }
        return array;
    }

    /** An array of this shape that lives as long as the pool and does not count as live. */
    Nd4jArray takeForever(Shape shape) {
        Nd4jArray array = make(shape);
        permanent.add(array);
        return array;
    }

    private static Nd4jArray make(Shape shape) {
        long[] sizes = Arrays.stream(shape.sizes()).asLongStream().toArray();
        return new Nd4jArray(Nd4j.createUninitialized(DataType.FLOAT, sizes, 'c'), shape);
    }

    /** Takes an array out of its scope; whoever keeps it releases it. */
    void keep(Nd4jArray array) {
        scopes.forEach(arrays -> arrays.removeIf(scoped -> scoped == array));
        unscoped.add(array);
    }

    void release(Nd4jArray array) {
        if (!unscoped.remove(array)) {
            throw new IllegalStateException("expected a kept array, found one that was freed, a view or a temporary");
        }
        recycle(array);
    }

    int live() {
        return live;
    }

    Scope open() {
        List<Nd4jArray> arrays = new ArrayList<>();
        scopes.push(arrays);
        return () -> {
            if (scopes.peek() != arrays) {
                throw new IllegalStateException("scopes must close in the reverse order of their opening");
            }
            scopes.pop();
            arrays.forEach(this::recycle);
        };
    }

    private void recycle(Nd4jArray array) {
        array.release();
        live--;
        free.computeIfAbsent(array.shape(), shape -> new ArrayDeque<>()).push(array);
    }

    void closeAll() {
        scopes.forEach(arrays -> arrays.forEach(Nd4jArray::close));
        scopes.clear();
        unscoped.forEach(Nd4jArray::close);
        unscoped.clear();
        free.values().forEach(arrays -> arrays.forEach(Nd4jArray::close));
        free.clear();
        permanent.forEach(Nd4jArray::close);
        permanent.clear();
        live = 0;
    }
}
