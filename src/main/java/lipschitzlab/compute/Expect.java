package lipschitzlab.compute;

import java.util.List;

/** The demands of {@link Engine}'s operations on shapes; each refusal states what was expected and what was found. */
public final class Expect {
    private Expect() {}

    /**
     * Two arrays of one shape.
     *
     * @return that shape
     */
    public static Shape same(Array a, Array b) {
        shape(b, a.shape());
        return a.shape();
    }

    /** As many arrays, each of the shape of that at its place. */
    public static void same(List<Array> as, List<Array> bs) {
        if (as.size() != bs.size()) {
            throw new IllegalArgumentException("expected " + as.size() + " arrays, found " + bs.size());
        }
        for (int i = 0; i < as.size(); i++) {
            same(as.get(i), bs.get(i));
        }
    }

    /** An array of this shape. */
    public static void shape(Array array, Shape expected) {
        if (!array.shape().equals(expected)) {
            throw new IllegalArgumentException("expected an array " + expected + ", found " + array.shape());
        }
    }

    /** An array of one element. */
    public static void scalar(Array s) {
        if (s.shape().length() != 1) {
            throw new IllegalArgumentException("expected an array of one element, found " + s.shape());
        }
    }

    /** {@code [n, c]} or {@code [n, c, h, w]}. */
    public static void channels(Shape shape) {
        if (shape.rank() != 2 && shape.rank() != 4) {
            throw new IllegalArgumentException("expected [n, c] or [n, c, h, w], found " + shape);
        }
    }

    /** {@code [n, c]} or {@code [n, c, h, w]}, and an array {@code [c]} beside it. */
    public static void channels(Shape shape, Array v) {
        channels(shape);
        shape(v, Shape.of(shape.size(1)));
    }

    /** A shape whose first size is the length of v. */
    public static void rows(Array v, Shape shape) {
        shape(v, Shape.of(shape.size(0)));
    }

    /** As many numbers as the shape has elements. */
    public static void numbers(float[] numbers, Shape shape) {
        if (numbers.length != shape.length()) {
            throw new IllegalArgumentException(
                    "expected " + shape.length() + " numbers for the shape " + shape + ", found " + numbers.length);
        }
    }

    /** A shape with as many elements as x has. */
    public static void reshaping(Array x, Shape shape) {
        if (x.shape().length() != shape.length()) {
            throw new IllegalArgumentException(
                    "expected a shape of " + x.shape().length() + " elements for " + x.shape() + ", found " + shape);
        }
    }

    /** Rows that x has. */
    public static void slice(Array x, int first, int count) {
        if (first < 0 || count < 1 || first + count > x.shape().size(0)) {
            throw new IllegalArgumentException(
                    "expected rows within " + x.shape() + ", found " + count + " from " + first);
        }
    }

    /** Paddings that are not negative. */
    public static void padding(int before, int after) {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("expected 0 or more rows around, found " + before + " and " + after);
        }
    }

    /**
     * Matrices that can be multiplied, each transposed first if so asked.
     *
     * @return the product's shape
     */
    public static Shape product(Shape a, boolean transposeA, Shape b, boolean transposeB) {
        matrix(a);
        matrix(b);
        if (a.size(transposeA ? 0 : 1) != b.size(transposeB ? 1 : 0)) {
            throw new IllegalArgumentException("expected matrices that fit, found " + a + (transposeA ? "ᵀ" : "")
                    + " times " + b + (transposeB ? "ᵀ" : ""));
        }
        return Shape.of(a.size(transposeA ? 1 : 0), b.size(transposeB ? 0 : 1));
    }

    /**
     * x {@code [n, in]}, weight {@code [in, out]} and bias {@code [out]}.
     *
     * @return {@code [n, out]}
     */
    public static Shape dense(Array x, Array weight, Array bias) {
        matrix(x.shape());
        matrix(weight.shape());
        int inputs = weight.shape().size(0);
        int outputs = weight.shape().size(1);
        if (x.shape().size(1) != inputs || !bias.shape().equals(Shape.of(outputs))) {
            throw new IllegalArgumentException("expected x of [n, " + inputs + "] and a bias of [" + outputs
                    + "] for the weight " + weight.shape() + ", found " + x.shape() + " and " + bias.shape());
        }
        return Shape.of(x.shape().size(0), outputs);
    }

    /**
     * One array or more, whose rows are alike.
     *
     * @return the shape of all of them below each other
     */
    public static Shape concatenation(List<Array> arrays) {
        if (arrays.isEmpty()) {
            throw new IllegalArgumentException("expected one array or more, found none");
        }
        Shape first = arrays.get(0).shape();
        int rows = 0;
        for (Array array : arrays) {
            if (!array.shape().withRows(first.size(0)).equals(first)) {
                throw new IllegalArgumentException("expected rows like those of " + first + ", found " + array.shape());
            }
            rows += array.shape().size(0);
        }
        return first.withRows(rows);
    }

    /**
     * An input and a weight of a convolution of this geometry.
     *
     * @return the output's shape
     */
    public static Shape convolution(Array x, Array weight, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        shape(x, geometry.inputShape(batch));
        shape(weight, geometry.weightShape());
        return geometry.outputShape(batch);
    }

    /**
     * An output and a weight of a convolution of this geometry.
     *
     * @return the input's shape
     */
    public static Shape convolutionToInput(Array y, Array weight, ConvolutionGeometry geometry) {
        int batch = y.shape().size(0);
        shape(y, geometry.outputShape(batch));
        shape(weight, geometry.weightShape());
        return geometry.inputShape(batch);
    }

    /**
     * An input and an output of a convolution of this geometry.
     *
     * @return the weight's shape
     */
    public static Shape convolutionToWeight(Array x, Array y, ConvolutionGeometry geometry) {
        int batch = x.shape().size(0);
        shape(x, geometry.inputShape(batch));
        shape(y, geometry.outputShape(batch));
        return geometry.weightShape();
    }

    private static void matrix(Shape shape) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException("expected an array of rank 2, found " + shape);
        }
    }
}
