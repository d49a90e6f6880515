package lipschitzlab.network;

import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;

/**
 * Each pixel as 2×2 equal ones (nearest neighbour): {@code [n, c, h, w]} to {@code [n, c, 2h, 2w]}. One line becomes a row of
 * two, so that it is a product with a matrix.
 */
public record Upsample() implements Layer {
    private static final int SIDE = 2;

    @Override
    public Var apply(Var x, Binding bound) {
        Shape shape = x.shape();
        int height = shape.size(2);
        int width = shape.size(3);
        int lines = shape.size(0) * shape.size(1) * height;
        Var copies = x.reshape(Shape.of(lines, width)).matmul(false, copies(x, width), false);
        return copies.reshape(Shape.of(shape.size(0), shape.size(1), SIDE * height, SIDE * width));
    }

    /** From a line to two of twice its length, {@code [w, 4w]}. */
    private static Var copies(Var x, int width) {
        int length = SIDE * SIDE * width;
        float[] ones = new float[width * length];
        for (int to = 0; to < length; to++) {
            ones[to % (SIDE * width) / SIDE * length + to] = 1;
        }
        return Var.constant(x.engine(), x.engine().of(ones, Shape.of(width, length)));
    }

    /** Each number stands four times. */
    @Override
    public LipschitzConstant lipschitz() {
        return new LipschitzConstant.AtMost(SIDE);
    }
}
