package lipschitzlab.compute.spi;

import lipschitzlab.compute.Shape;

/**
 * How one library holds an array's numbers; what {@link ArrayPool} needs to know of it.
 *
 * @param <T> the library's own array
 */
public interface Storage<T> {
    /** New room for a row-major array of this shape; its numbers are whatever was there. */
    T make(Shape shape);

    /** The owner's numbers from the one at {@code offset} on, seen as a row-major array of this shape. */
    T view(T owner, Shape shape, long offset);

    /** Gives back a view, whose owner is still there. */
    void closeView(T view);

    /** Gives back the numbers of an array that was made, not of a view. */
    void close(T owner);
}
