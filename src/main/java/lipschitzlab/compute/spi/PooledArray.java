package lipschitzlab.compute.spi;

import java.util.HashMap;
import java.util.Map;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Shape;

/**
 * A contiguous row-major array, or a view of whole rows of one. Libraries need up to 20 µs to make an array or a view, so both
 * are made once and used again: an array goes back to its engine's pool with its views.
 *
 * @param <T> the library's own array
 */
public final class PooledArray<T> implements Array {
    private final Shape shape;
    private final T data;
    private final Storage<T> storage;
    /** The array whose numbers this one shows; itself if it owns them. */
    private final PooledArray<T> owner;
    /** Where this array's numbers begin among the owner's. */
    private final long start;

    private final boolean reusable;
    private final Map<ViewKey, PooledArray<T>> views = new HashMap<>();
    private boolean live = true;

    private record ViewKey(Shape shape, long start) {}

    PooledArray(Shape shape, T data, Storage<T> storage, boolean reusable) {
        this.shape = shape;
        this.data = data;
        this.storage = storage;
        this.owner = this;
        this.start = 0;
        this.reusable = reusable;
    }

    private PooledArray(Shape shape, T data, PooledArray<T> owner, long start) {
        this.shape = shape;
        this.data = data;
        this.storage = owner.storage;
        this.owner = owner;
        this.start = start;
        this.reusable = owner.reusable;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    /** The library's array, of this array's shape. */
    public T data() {
        if (!owner.live) {
            throw new IllegalStateException("the array " + shape + " was used after it was freed");
        }
        return data;
    }

    /** This array's numbers from {@code offset} on, seen in another shape. */
    public PooledArray<T> view(Shape viewed, long offset) {
        if (offset == 0 && viewed.equals(shape)) {
            return this;
        }
        return owner.views.computeIfAbsent(
                new ViewKey(viewed, start + offset),
                key -> new PooledArray<>(viewed, storage.view(owner.data, viewed, key.start()), owner, key.start()));
    }

    /** Whether the numbers are another array's. */
    public boolean isView() {
        return owner != this;
    }

    boolean isReusable() {
        return reusable;
    }

    void acquire() {
        live = true;
    }

    void release() {
        live = false;
    }

    void close() {
        live = false;
        views.values().forEach(view -> storage.closeView(view.data));
        views.clear();
        storage.close(data);
    }
}
