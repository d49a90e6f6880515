package lipschitzlab.compute.nd4j;

import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;

/**
 * Convolutions by ND4J's own operations.
 *
 * @param <T> an array as ND4J's operations take it
 */
public final class LibraryConvolutions<T> implements Nd4jConvolutions<T> {
    private static final long NCHW = 0;
    private static final long EXPLICIT_PADDING = 0;
    private static final long WEIGHTS_AS_OUT_IN_KERNEL = 1;

    private final Nd4jOperations<T> operations;
    private final ArrayPool<T> pool;

    /** @param pool where arrays that ND4J asks for and nobody reads come from */
    public LibraryConvolutions(Nd4jOperations<T> operations, ArrayPool<T> pool) {
        this.operations = operations;
        this.pool = pool;
    }

    @Override
    public void forward(PooledArray<T> x, PooledArray<T> weight, PooledArray<T> z, ConvolutionGeometry geometry) {
        run("conv2d", geometry, List.of(x.data(), weight.data()), List.of(z.data()));
    }

    @Override
    public void forward(
            PooledArray<T> x,
            PooledArray<T> weight,
            PooledArray<T> bias,
            PooledArray<T> z,
            ConvolutionGeometry geometry) {
        run("conv2d", geometry, List.of(x.data(), weight.data(), bias.data()), List.of(z.data()));
    }

    @Override
    public void input(PooledArray<T> y, PooledArray<T> weight, PooledArray<T> z, ConvolutionGeometry geometry) {
        if (geometry.unreachedRows() == 0 && geometry.unreachedColumns() == 0) {
            run("deconv2d", geometry, List.of(y.data(), weight.data()), List.of(z.data()));
        } else {
            // The forward pass left out a last row that did not fill a stride; deconv2d knows of none, so its adjoint
            // it is.
            try (Scope temporaries = pool.open()) {
                adjoints(pool.take(z.shape()), weight, y, z, pool.take(geometry.weightShape()), geometry);
            }
        }
    }

    @Override
    public void weight(PooledArray<T> x, PooledArray<T> y, PooledArray<T> z, ConvolutionGeometry geometry) {
        // ND4J computes both adjoints at once or none.
        try (Scope temporaries = pool.open()) {
            adjoints(x, pool.take(geometry.weightShape()), y, pool.take(x.shape()), z, geometry);
        }
    }

    @Override
    public void adjoints(
            PooledArray<T> x,
            PooledArray<T> weight,
            PooledArray<T> y,
            PooledArray<T> toInput,
            PooledArray<T> toWeight,
            ConvolutionGeometry geometry) {
        run(
                "conv2d_bp",
                geometry,
                List.of(x.data(), weight.data(), y.data()),
                List.of(toInput.data(), toWeight.data()));
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
