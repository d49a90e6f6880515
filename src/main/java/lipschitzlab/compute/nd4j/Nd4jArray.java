package lipschitzlab.compute.nd4j;

import java.util.HashMap;
import java.util.Map;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A contiguous row-major array, or a view of whole rows of one. ND4J needs some 20 µs to make an array or a view, so both are
 * made once and used again: an array goes back to its engine's pool with its views.
 */
final class Nd4jArray implements Array {
    private final Shape shape;
    private final INDArray data;
    /** The array whose numbers this one shows; itself if it owns them. */
    private final Nd4jArray owner;

    private final Map<ViewKey, Nd4jArray> views = new HashMap<>();
    private boolean live = true;

    private record ViewKey(Shape shape, long offset) {}

    Nd4jArray(INDArray data, Shape shape) {
        this.data = data;
        this.shape = shape;
        this.owner = this;
    }

    private Nd4jArray(INDArray data, Shape shape, Nd4jArray owner) {
        this.data = data;
        this.shape = shape;
        this.owner = owner;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    /** ND4J's array, of this array's shape. */
    INDArray data() {
        if (!owner.live) {
            throw new IllegalStateException("the array " + shape + " was used after it was freed");
        }
        return data;
    }

    /** This array's numbers from {@code offset} on, seen in another shape. */
    Nd4jArray view(Shape viewed, long offset) {
        if (viewed.equals(shape) && offset == 0) {
            return this;
        }
        long start = data.offset() - owner.data.offset() + offset;
        return owner.views.computeIfAbsent(new ViewKey(viewed, start), key -> {
            long[] sizes =
                    java.util.Arrays.stream(viewed.sizes()).asLongStream().toArray();
            INDArray seen = Nd4j.create(
                    owner.data.data(), sizes, Nd4j.getStrides(sizes, 'c'), owner.data.offset() + start, 'c');
            return new Nd4jArray(seen, viewed, owner);
        });
    }

    boolean isView() {
        return owner != this;
    }

    void acquire() {
        live = true;
    }

    void release() {
        live = false;
    }

    /** Gives the numbers back to the system. */
    void close() {
        live = false;
        views.clear();
        if (data.closeable()) {
            data.close();
        }
    }
}
