package lipschitzlab.compute.spi;

import java.util.Optional;
import lipschitzlab.compute.Shape;

/**
 * What a kernel computes, of a shape that the engine knows: written into an array of the pool, or adopted as the library made
 * it. Either belongs to the scope that is open then, so a kernel asks for it before it opens a scope for its temporaries, or
 * after it closed that.
 *
 * @param <T> the library's own array
 */
public final class Result<T> {
    private final ArrayPool<T> pool;
    private final Shape shape;
    private Optional<PooledArray<T>> array = Optional.empty();

    Result(ArrayPool<T> pool, Shape shape) {
        this.pool = pool;
        this.shape = shape;
    }

    /** An array to write into, taken from the pool when first asked for. */
    public PooledArray<T> taken() {
        if (array.isEmpty()) {
            array = Optional.of(pool.take(shape));
        }
        return array.get();
    }

    /** The library's own array of the result's shape, contiguous and row-major, is the result. */
    public void adopt(T made) {
        if (array.isPresent()) {
            throw new IllegalStateException("expected one result " + shape + ", found a second one");
        }
        array = Optional.of(pool.adopt(made, shape));
    }

    /** What the kernel left. */
    PooledArray<T> array() {
        return array.orElseThrow(() -> new IllegalStateException("expected a result " + shape + ", found none"));
    }
}
