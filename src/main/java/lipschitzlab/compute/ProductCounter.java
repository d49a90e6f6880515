package lipschitzlab.compute;

/**
 * Counts the arithmetic of the products that an engine is asked for, two operations for each multiplication with its addition:
 * 2·n·k·m for a matrix product of {@code [n, k]} and {@code [k, m]}, and
 * 2·n·out·height·width·in·kernel² for a convolution of n samples with that output or for either of its adjoints, padding
 * counted like data. All else that a training step does, element by element or in sums, is left out, as the arithmetic rate of a
 * processor is commonly told by such products.
 */
public final class ProductCounter {
    private final Engine counted;
    private long operations;

    /** Counts what is asked of this engine through {@link #engine}. */
    public ProductCounter(Engine engine) {
        this.counted = WatchedEngine.of(engine, (operation, arguments, call) -> {
            operations += operations(operation, arguments);
            return call.make();
        });
    }

    /** The arithmetic of one call of an engine. */
    static long operations(String name, Object[] arguments) {
        return switch (name) {
            case "matmul" ->
                ofProduct((Array) arguments[0], (boolean) arguments[1], (Array) arguments[2], (boolean) arguments[3]);
            case "dense" -> ofProduct((Array) arguments[0], false, (Array) arguments[1], false);
            case "conv2d", "conv2dWithBias", "conv2dInput", "conv2dWeight" ->
                ofConvolution((Array) arguments[0], (ConvolutionGeometry) arguments[arguments.length - 1]);
            case "conv2dAdjoints" -> 2 * ofConvolution((Array) arguments[0], (ConvolutionGeometry) arguments[3]);
            default -> 0;
        };
    }

    private static long ofProduct(Array a, boolean transposeA, Array b, boolean transposeB) {
        long n = a.shape().size(transposeA ? 1 : 0);
        long k = a.shape().size(transposeA ? 0 : 1);
        long m = b.shape().size(transposeB ? 0 : 1);
        return 2 * n * k * m;
    }

    private static long ofConvolution(Array samples, ConvolutionGeometry g) {
        long outputs = (long) samples.shape().size(0) * g.outputChannels() * g.outputHeight() * g.outputWidth();
        return 2 * outputs * g.inputChannels() * g.kernel() * g.kernel();
    }

    /** The engine, counted. */
    public Engine engine() {
        return counted;
    }

    /** The operations since this was made or last asked. */
    public long take() {
        long taken = operations;
        operations = 0;
        return taken;
    }
}
