package lipschitzlab.compute;

import java.util.Arrays;

/** The sizes of an array along its axes, in row-major order, such as {@code [batch, channel, height, width]}. */
public final class Shape {
    private final int[] sizes;
    private final int length;

    private Shape(int[] sizes) {
        this.sizes = sizes;
        int product = 1;
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("expected sizes of 1 or more, found " + Arrays.toString(sizes));
            }
            product = Math.multiplyExact(product, size);
        }
        this.length = product;
    }

    /** The shape with these sizes. */
    public static Shape of(int... sizes) {
        return new Shape(sizes.clone());
    }

    /** The number of axes. */
    public int rank() {
        return sizes.length;
    }

    /** The size along one axis. */
    public int size(int axis) {
        return sizes[axis];
    }

    /** The number of elements. */
    public int length() {
        return length;
    }

    /** The sizes, as a new array. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** The sizes as most libraries take them, as a new array. */
    public long[] longSizes() {
        return Arrays.stream(sizes).asLongStream().toArray();
    }

    /** The number of elements per index of the first axis. */
    public int rowLength() {
        return length / sizes[0];
    }

    /** This shape with another size on its first axis. */
    public Shape withRows(int rows) {
        int[] changed = sizes.clone();
        changed[0] = rows;
        return new Shape(changed);
    }

    /** This shape with one more axis in front. */
    public Shape batchOf(int rows) {
        int[] longer = new int[sizes.length + 1];
        longer[0] = rows;
        System.arraycopy(sizes, 0, longer, 1, sizes.length);
        return new Shape(longer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return Arrays.toString(sizes);
    }
}
