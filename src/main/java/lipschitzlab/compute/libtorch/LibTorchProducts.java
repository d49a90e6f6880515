package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.DispatchedOperation.Argument.none;
import static lipschitzlab.compute.libtorch.DispatchedOperation.Argument.scalar;
import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import java.util.Iterator;
import java.util.List;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.ProductKernels;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's products and the norm. */
final class LibTorchProducts implements ProductKernels<TensorViews> {
    private final ArrayPool<TensorViews> pool;
    private final LaunchCounter count;
    private final DispatchedOperation norms = new DispatchedOperation("aten::_foreach_norm", "Scalar");
    private final DispatchedOperation raise = new DispatchedOperation("aten::_foreach_clamp_min_", "Scalar");

    /** @param pool where temporary arrays come from */
    LibTorchProducts(ArrayPool<TensorViews> pool, LaunchCounter count) {
        this.pool = pool;
        this.count = count;
    }

    @Override
    public void matmul(
            PooledArray<TensorViews> a,
            boolean transposeA,
            PooledArray<TensorViews> b,
            boolean transposeB,
            PooledArray<TensorViews> z) {
        count.one();
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
        count.one();
        torch.addmm_out(tensor(z), tensor(bias), tensor(x), tensor(weight));
    }

    @Override
    public void dot(PooledArray<TensorViews> a, PooledArray<TensorViews> b, PooledArray<TensorViews> z) {
        count.one();
        torch.dot_out(z.data().scalar(), a.data().flat(), b.data().flat());
    }

    @Override
    public void multiplyScalar(PooledArray<TensorViews> x, PooledArray<TensorViews> s, PooledArray<TensorViews> z) {
        count.one();
        torch.mul_out(tensor(z), tensor(x), s.data().scalar());
    }

    @Override
    public void normalize(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        try (Scope temporaries = pool.open();
                Scalar smallest = new Scalar(SMALLEST_NORM)) {
            PooledArray<TensorViews> square = pool.take(Shape.of(1));
            dot(x, x, square);
            Tensor norm = square.data().scalar();
            count.more(3);
            norm.sqrt_();
            norm.clamp_min_(smallest);
            torch.div_out(tensor(z), tensor(x), norm);
        }
    }

    /** The norms of all at once, which takes two kernels on a card however many there are. */
    @Override
    public void normalize(List<PooledArray<TensorViews>> xs, List<PooledArray<TensorViews>> zs) {
        count.more(3 + xs.size());
        try (TensorSequence tensors = TensorSequence.of(xs);
                TensorSequence sizes = norms.make(tensors, scalar(2), none())) {
            raise.run(sizes, scalar(SMALLEST_NORM));
            Iterator<PooledArray<TensorViews>> x = xs.iterator();
            Iterator<PooledArray<TensorViews>> z = zs.iterator();
            sizes.forEach(size -> torch.div_out(tensor(z.next()), tensor(x.next()), size));
        }
    }
}
