package lipschitzlab.autodiff;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;

/**
 * An array in a computation that can be differentiated. An operation on variables makes a new one that remembers its
 * inputs, if any of them is differentiated with respect to; otherwise it is a constant and remembers nothing. Lives as long
 * as its array's scope. Long, since every operation is a method of one line here, so that formulas read like formulas.
 */
public final class Var {
    private static final Var[] NO_INPUTS = {};

    private final Engine engine;
    private final Array value;
    private final Primitive primitive;
    private final Var[] inputs;
    private final boolean differentiable;
    private final int depth;

    private Var(Engine engine, Array value, Primitive primitive, Var[] inputs, boolean differentiable, int depth) {
        this.engine = engine;
        this.value = value;
        this.primitive = primitive;
        this.inputs = inputs;
        this.differentiable = differentiable;
        this.depth = depth;
    }

    /** An array that nothing is differentiated with respect to. */
    public static Var constant(Engine engine, Array value) {
        return new Var(engine, value, null, NO_INPUTS, false, 0);
    }

    /** An array to differentiate with respect to. */
    public static Var variable(Engine engine, Array value) {
        return new Var(engine, value, null, NO_INPUTS, true, 0);
    }

    static Var apply(Primitive primitive, Var... inputs) {
        Engine engine = inputs[0].engine;
        Array[] values = new Array[inputs.length];
        boolean differentiable = false;
        int depth = 0;
        for (int i = 0; i < inputs.length; i++) {
            values[i] = inputs[i].value;
            differentiable |= inputs[i].differentiable;
            depth = Math.max(depth, inputs[i].depth + 1);
        }
        Array value = primitive.forward().apply(engine, values);
        return differentiable ? new Var(engine, value, primitive, inputs, true, depth) : Var.constant(engine, value);
    }

    /** The array. */
    public Array value() {
        return value;
    }

    /** The array's shape. */
    public Shape shape() {
        return value.shape();
    }

    /** The engine that holds the array. */
    public Engine engine() {
        return engine;
    }

    /** The same array as a constant. */
    public Var detach() {
        return differentiable ? constant(engine, value) : this;
    }

    /** Whether anything is differentiated with respect to this or to what it was made from. */
    public boolean isDifferentiable() {
        return differentiable;
    }

    Primitive primitive() {
        return primitive;
    }

    Var[] inputs() {
        return inputs;
    }

    /** Longer than that of every variable that this one was made from. */
    int depth() {
        return depth;
    }

    // ------------------------------------------------------------------ element by element

    /** this + other, equal shapes. */
    public Var add(Var other) {
        return apply(Elementwise.add(), this, other);
    }

    /** factor · this · other element by element, equal shapes. */
    Var multiplyScaled(Var other, double factor) {
        return apply(Elementwise.multiplyScaled(factor), this, other);
    }

    /** factor · this / other element by element, equal shapes. */
    Var divideScaled(Var other, double factor) {
        return apply(Elementwise.divideScaled(factor), this, other);
    }

    /** this − other, equal shapes. */
    public Var subtract(Var other) {
        return apply(Elementwise.subtract(), this, other);
    }

    /** this · other element by element, equal shapes. */
    public Var multiply(Var other) {
        return apply(Elementwise.multiply(), this, other);
    }

    /** this / other element by element, equal shapes. */
    public Var divide(Var other) {
        return apply(Elementwise.divide(), this, other);
    }

    /** −this. */
    public Var negate() {
        return scale(-1);
    }

    /** factor · this. */
    public Var scale(double factor) {
        return apply(Elementwise.scale(factor), this);
    }

    /** this + term. */
    public Var addScalar(double term) {
        return apply(Elementwise.addScalar(term), this);
    }

    /** this². */
    public Var square() {
        return apply(Elementwise.square(), this);
    }

    /** √this; its derivative is infinite at 0. */
    public Var sqrt() {
        return apply(Elementwise.sqrt(), this);
    }

    /** e to the power of this. */
    public Var exp() {
        return apply(Elementwise.exp(), this);
    }

    /** The natural logarithm. */
    public Var log() {
        return apply(Elementwise.log(), this);
    }

    /** 1/this. */
    public Var reciprocal() {
        return apply(Elementwise.reciprocal(), this);
    }

    /** The hyperbolic tangent. */
    public Var tanh() {
        return apply(Elementwise.tanh(), this);
    }

    /** 1/(1+e⁻ˣ). */
    public Var sigmoid() {
        return apply(Elementwise.sigmoid(), this);
    }

    /** ln(1+eˣ). */
    public Var softplus() {
        return apply(Elementwise.softplus(), this);
    }

    /** x where x is positive, {@code slope}·x elsewhere. */
    public Var leakyRelu(double slope) {
        return apply(Elementwise.leakyRelu(slope), this);
    }

    /**
     * This times leaky ReLU's derivative at x, which is taken for a constant: the function is linear on each piece, so its
     * second derivative is 0 almost everywhere.
     */
    Var leakyReluAdjoint(Var x, double slope) {
        return apply(Elementwise.leakyReluAdjoint(slope), this, x.detach());
    }

    /** max(x, 0). */
    public Var relu() {
        return leakyRelu(0);
    }

    // ------------------------------------------------------------------ products

    /** The matrix product with {@code other}, each transposed first if so asked. */
    public Var matmul(boolean transposeThis, Var other, boolean transposeOther) {
        return apply(Products.matmul(transposeThis, transposeOther), this, other);
    }

    /** this·weight + bias: {@code [n, in]} to {@code [n, out]}. */
    public Var dense(Var weight, Var bias) {
        return apply(Products.dense(), this, weight, bias);
    }

    /** The dot product over all elements, equal shapes; {@code [1]}. */
    public Var dot(Var other) {
        return apply(Products.dot(), this, other);
    }

    /** this times s, a variable of one element. */
    public Var multiplyScalar(Var s) {
        return apply(Products.multiplyScalar(), this, s);
    }

    /** The sum of the squares of all elements; {@code [1]}. */
    public Var squaredNorm() {
        return apply(Products.squaredNorm(), this);
    }

    /** factor · this · s, a variable of one element. */
    Var multiplyScalarScaled(Var s, double factor) {
        return apply(Products.multiplyScalarScaled(factor), this, s);
    }

    /** this divided by s, a variable of one element. */
    public Var divideScalar(Var s) {
        return apply(Products.divideScalar(), this, s);
    }

    /** The adjoints of x/s, as constants: g/s and −⟨g, x⟩/s², where this is g. */
    List<Var> divideScalarAdjoints(Var x, Var s) {
        return constants(engine.divideScalarAdjoints(value, x.value, s.value));
    }

    // ------------------------------------------------------------------ sums and their adjoints

    /** The sum of all elements; {@code [1]}. */
    public Var sum() {
        return apply(Sums.sum(), this);
    }

    /** The mean of all elements; {@code [1]}. */
    public Var mean() {
        return mean(1);
    }

    /** weight · the mean of all elements; {@code [1]}. */
    public Var mean(double weight) {
        return apply(Sums.mean(weight), this);
    }

    /** weight · this/n as each of the n elements of a shape; this has one element. */
    Var spread(double weight, Shape shape) {
        return apply(Sums.spread(weight, shape), this);
    }

    /** This variable, of one element, broadcast to a shape. */
    public Var broadcast(Shape shape) {
        return apply(Sums.broadcast(shape), this);
    }

    /** The sum of each row: {@code [n, …]} to {@code [n]}. */
    public Var rowSum() {
        return apply(Sums.rowSum(), this);
    }

    /** Broadcasts each element along its row: {@code [n]} to {@code [n, …]}. */
    public Var broadcastRows(Shape shape) {
        return apply(Sums.broadcastRows(shape), this);
    }

    /** The sum over all axes but the second; {@code [c]}. */
    public Var channelSum() {
        return apply(Sums.channelSum(), this);
    }

    /** Broadcasts over all axes but the second: {@code [c]} to {@code [n, c]} or {@code [n, c, h, w]}. */
    public Var broadcastChannels(Shape shape) {
        return apply(Sums.broadcastChannels(shape), this);
    }

    /** Adds v, {@code [c]}, along the second axis. */
    public Var addChannels(Var v) {
        return apply(Sums.addChannels(), this, v);
    }

    /** Multiplies by v, {@code [c]}, along the second axis. */
    public Var multiplyChannels(Var v) {
        return apply(Sums.multiplyChannels(), this, v);
    }

    // ------------------------------------------------------------------ shapes

    /** The same numbers in another shape. */
    public Var reshape(Shape shape) {
        return apply(Shapes.reshape(shape), this);
    }

    /** The variables below each other along the first axis. */
    public static Var concatRows(Var... parts) {
        List<Integer> rows =
                java.util.Arrays.stream(parts).map(part -> part.shape().size(0)).toList();
        return apply(Shapes.concatRows(rows), parts);
    }

    /** {@code count} rows from {@code first} on. */
    public Var sliceRows(int first, int count) {
        return apply(Shapes.sliceRows(first, count), this);
    }

    /** Rows of zeros above and below. */
    public Var padRows(int before, int after) {
        return apply(Shapes.padRows(before, after), this);
    }

    // ------------------------------------------------------------------ convolutions

    /** The convolution with a weight, and a bias {@code [out]} added to the channels. */
    public Var conv2d(Var weight, Var bias, ConvolutionGeometry geometry) {
        return apply(Convolutions.conv2dWithBias(geometry), this, weight, bias);
    }

    /** The convolution with a weight. */
    public Var conv2d(Var weight, ConvolutionGeometry geometry) {
        return apply(Convolutions.conv2d(geometry), this, weight);
    }

    /** The convolution's adjoint with respect to its input: this is of the output's shape. */
    public Var conv2dInput(Var weight, ConvolutionGeometry geometry) {
        return apply(Convolutions.conv2dInput(geometry), this, weight);
    }

    /** The convolution's adjoint with respect to its weight: this is the input, y of the output's shape. */
    public Var conv2dWeight(Var y, ConvolutionGeometry geometry) {
        return apply(Convolutions.conv2dWeight(geometry), this, y);
    }

    /**
     * The adjoints of the convolution of this with weight, as constants, for less than they cost apart.
     *
     * @return what {@code y.conv2dInput(weight)} and {@code conv2dWeight(y)} give, in this order
     */
    List<Var> conv2dAdjoints(Var weight, Var y, ConvolutionGeometry geometry) {
        return constants(engine.conv2dAdjoints(value, weight.value, y.value, geometry));
    }

    private List<Var> constants(List<Array> arrays) {
        return arrays.stream().map(array -> constant(engine, array)).toList();
    }

    // ------------------------------------------------------------------ normalization

    /**
     * Batch normalization: each channel to mean 0 and variance 1 over the other axes, then times gain, plus shift.
     *
     * @param gain {@code [c]}
     * @param shift {@code [c]}
     * @param epsilon is added to the variance before the root
     */
    public Var batchNormalize(Var gain, Var shift, double epsilon) {
        return apply(Normalizations.batchNormalize(epsilon), this, gain, shift);
    }

    /** The products of g with the derivatives with respect to this, gain and shift, as constants. */
    List<Var> batchNormalizeAdjoints(Var gain, double epsilon, Var g) {
        return constants(engine.batchNormalizeAdjoints(value, gain.value, epsilon, g.value));
    }

    /** Each row to mean 0 and variance 1, as layer normalization does; epsilon is added to the variance before the root. */
    public Var normalizeRows(double epsilon) {
        return apply(Normalizations.normalizeRows(epsilon), this);
    }

    /** The product of g with the derivative of {@link #normalizeRows}, as a constant. */
    List<Var> normalizeRowsAdjoint(double epsilon, Var g) {
        return constants(List.of(engine.normalizeRowsAdjoint(value, epsilon, g.value)));
    }
}
