package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.ProductKernels;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's products and the norm. */
final class LibTorchProducts implements ProductKernels<TensorViews> {
    private final ArrayPool<TensorViews> pool;

    /** @param pool where temporary arrays come from */
    LibTorchProducts(ArrayPool<TensorViews> pool) {
        this.pool = pool;
    }

    @Override
    public void matmul(
            PooledArray<TensorViews> a,
            boolean transposeA,
            PooledArray<TensorViews> b,
            boolean transposeB,
            PooledArray<TensorViews> z) {
        torch.mm_out(tensor(z), matrix(a, transposeA), matrix(b, transposeB));
    }

    private static Tensor matrix(PooledArray<TensorViews> array, boolean transpose) {
        TensorViews views = array.data();
        return transpose ? views.transposed() : views.tensor();
    }

    @Override
    public void dense(
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> weight,
            PooledArray<TensorViews> bias,
            PooledArray<TensorViews> z) {
        torch.addmm_out(tensor(z), tensor(bias), tensor(x), tensor(weight));
    }

    @Override
    public void dot(PooledArray<TensorViews> a, PooledArray<TensorViews> b, PooledArray<TensorViews> z) {
        torch.dot_out(z.data().scalar(), a.data().flat(), b.data().flat());
    }

    @Override
    public void multiplyScalar(PooledArray<TensorViews> x, PooledArray<TensorViews> s, PooledArray<TensorViews> z) {
        torch.mul_out(tensor(z), tensor(x), s.data().scalar());
    }

    @Override
    public void normalize(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        try (Scope temporaries = pool.open();
                Scalar smallest = new Scalar(SMALLEST_NORM)) {
            PooledArray<TensorViews> square = pool.take(Shape.of(1));
            dot(x, x, square);
            Tensor norm = square.data().scalar();
            norm.sqrt_();
            norm.clamp_min_(smallest);
            torch.div_out(tensor(z), tensor(x), norm);
        }
    }
}
