package lipschitzlab.network;

import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;

/**
 * The mean of each 2×2 pixels: {@code [n, c, h, w]} to {@code [n, c, h/2, w/2]}, with even h and w. Two lines of a plane are
 * one row, so that it is a product with a matrix, whose derivatives of any order are products too.
 */
public record AveragePool() implements Layer {
    private static final int SIDE = 2;

    @Override
    public Var apply(Var x, Binding bound) {
        Shape shape = x.shape();
        int height = shape.size(2);
        int width = shape.size(3);
        if (height % SIDE != 0 || width % SIDE != 0) {
            throw new IllegalArgumentException("expected planes with even sides, found " + shape);
        }
        int pairs = shape.size(0) * shape.size(1) * height / SIDE;
        Var means = x.reshape(Shape.of(pairs, SIDE * width)).matmul(false, means(x, width), false);
        return means.reshape(Shape.of(shape.size(0), shape.size(1), height / SIDE, width / SIDE));
    }

    /** From two lines to the means, {@code [2w, w/2]}. */
    private static Var means(Var x, int width) {
        float[] shares = new float[SIDE * width * width / SIDE];
        for (int from = 0; from < SIDE * width; from++) {
            shares[from * (width / SIDE) + from % width / SIDE] = 1f / (SIDE * SIDE);
        }
        return Var.constant(x.engine(), x.engine().of(shares, Shape.of(SIDE * width, width / SIDE)));
    }

    /** Four inputs of ¼ each: a row of norm ½, and the rows of different pixels share no input. */
    @Override
    public LipschitzConstant lipschitz() {
        return new LipschitzConstant.AtMost(1.0 / SIDE);
    }
}
