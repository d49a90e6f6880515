package lipschitzlab.compute.nd4j;

import java.util.List;
import lipschitzlab.compute.ArrayPool;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.PooledArray;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/**
 * The convolution and its two adjoints.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class Nd4jConvolutions<T> {
    private static final long NCHW = 0;
    private static final long EXPLICIT_PADDING = 0;
    private static final long WEIGHTS_AS_OUT_IN_KERNEL = 1;

    private final Operations<T> operations;
    private final ArrayPool<T> pool;

    /** @param pool where arrays that ND4J asks for and nobody reads come from */
    Nd4jConvolutions(Operations<T> operations, ArrayPool<T> pool) {
        this.operations = operations;
        this.pool = pool;
    }

    /** z ← x convolved with weight. */
    void forward(T x, T weight, T z, ConvolutionGeometry geometry) {
        run("conv2d", geometry, List.of(x, weight), List.of(z));
    }

    /** z ← the adjoint with respect to the input. */
    void input(T y, T weight, PooledArray<T> z, ConvolutionGeometry geometry) {
        if (deconvolutionGivesInput(geometry)) {
            run("deconv2d", geometry, List.of(y, weight), List.of(z.data()));
        } else {
            // The forward pass left out a last row that did not fill a stride; deconv2d knows of none, so its adjoint
            // it is.
            try (Scope temporaries = pool.open()) {
                adjoints(unused(z.shape()), weight, y, z.data(), unused(geometry.weightShape()), geometry);
            }
        }
    }

    private static boolean deconvolutionGivesInput(ConvolutionGeometry g) {
        int height = (g.outputHeight() - 1) * g.stride() + g.kernel() - 2 * g.padding();
        int width = (g.outputWidth() - 1) * g.stride() + g.kernel() - 2 * g.padding();
        return height == g.inputHeight() && width == g.inputWidth();
    }

    /** z ← the adjoint with respect to the weight. */
    void weight(PooledArray<T> x, T y, T z, ConvolutionGeometry geometry) {
        // ND4J computes both adjoints at once or none.
        try (Scope temporaries = pool.open()) {
            adjoints(x.data(), unused(geometry.weightShape()), y, unused(x.shape()), z, geometry);
        }
    }

    private T unused(Shape shape) {
        return pool.take(shape).data();
    }

    private void adjoints(T x, T weight, T y, T toInput, T toWeight, ConvolutionGeometry geometry) {
        run("conv2d_bp", geometry, List.of(x, weight, y), List.of(toInput, toWeight));
    }

    private void run(String name, ConvolutionGeometry g, List<T> inputs, List<T> outputs) {
        long kernel = g.kernel();
        long stride = g.stride();
        long padding = g.padding();
        long dilation = 1;
        operations.custom(
                CustomOperation.of(
                        name,
                        kernel,
                        kernel,
                        stride,
                        stride,
                        padding,
                        padding,
                        dilation,
                        dilation,
                        EXPLICIT_PADDING,
                        NCHW,
                        WEIGHTS_AS_OUT_IN_KERNEL),
                inputs,
                outputs);
    }
}
