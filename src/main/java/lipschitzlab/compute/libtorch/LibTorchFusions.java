package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.DispatchedOperation.Argument.scalar;
import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.FusedKernels;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.Result;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What LibTorch has in one operation where others take several. */
final class LibTorchFusions implements FusedKernels<TensorViews> {
    private static final Shape NUMBER = Shape.of(1);

    private final ArrayPool<TensorViews> pool;
    private final LaunchCounter count;
    private final LibTorchBatchNormalization normalization;
    private final Tensor zero;
    private Tensor ones;
    private final DispatchedOperation add = new DispatchedOperation("aten::_foreach_add", "List");

    /**
     * @param pool where temporary arrays come from
     * @param zero the number 0 on the device, this class's own
     * @param one {@code [1]}, the number 1 there, this class's own
     */
    LibTorchFusions(
            ArrayPool<TensorViews> pool,
            LibTorchBatchNormalization normalization,
            Tensor zero,
            Tensor one,
            LaunchCounter count) {
        this.pool = pool;
        this.normalization = normalization;
        this.zero = zero;
        this.ones = one;
        this.count = count;
    }

    /** With a weight, a product with ones: a sum takes no factor. */
    @Override
    public void mean(PooledArray<TensorViews> x, double weight, PooledArray<TensorViews> z) {
        count.one();
        if (weight == 1) {
            torch.mean_out(z.data().scalar(), x.data().flat(), 0);
            return;
        }
        long length = x.shape().length();
        try (Scalar nothing = new Scalar(0.0);
                Scalar share = new Scalar(weight / length);
                Tensor row = x.data().flat().view(1, length);
                Tensor factors = atLeast(length).narrow(0, 0, length)) {
            torch.addmv_out(z.data().flat(), zero, row, factors, nothing, share);
        }
    }

    private Tensor atLeast(long length) {
        if (ones.numel() < length) {
            try (Tensor fewer = ones;
                    Tensor first = fewer.narrow(0, 0, 1);
                    Tensor seen = first.expand(length)) {
                ones = DeviceMemory.in(seen::contiguous);
            }
        }
        return ones;
    }

    @Override
    public void spread(PooledArray<TensorViews> s, double weight, PooledArray<TensorViews> z) {
        count.one();
        try (Scalar share = new Scalar(weight / z.shape().length());
                Tensor everywhere = s.data().scalar().expand(z.shape().longSizes())) {
            torch.mul_out(tensor(z), everywhere, share);
        }
    }

    @Override
    public void interpolate(
            PooledArray<TensorViews> a,
            PooledArray<TensorViews> b,
            PooledArray<TensorViews> shares,
            PooledArray<TensorViews> z) {
        count.one();
        int[] sizes = new int[a.shape().rank()];
        Arrays.fill(sizes, 1);
        sizes[0] = a.shape().size(0);
        torch.lerp_out(tensor(z), tensor(b), tensor(a), tensor(shares.view(Shape.of(sizes), 0)));
    }

    @Override
    public void addEach(
            List<PooledArray<TensorViews>> as, List<PooledArray<TensorViews>> bs, List<Result<TensorViews>> zs) {
        count.one();
        try (TensorSequence terms = TensorSequence.of(as);
                TensorSequence others = TensorSequence.of(bs);
                TensorSequence sums = add.make(terms, others, scalar(1))) {
            Iterator<Result<TensorViews>> z = zs.iterator();
            sums.forEach(sum -> z.next().adopt(new TensorViews(new Tensor(sum))));
        }
    }

    @Override
    public void squaredNorm(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.dot_out(z.data().scalar(), x.data().flat(), x.data().flat());
    }

    @Override
    public void multiplyScalarScaled(
            PooledArray<TensorViews> x, PooledArray<TensorViews> s, double factor, PooledArray<TensorViews> z) {
        count.one();
        try (Scalar number = new Scalar(factor)) {
            torch.addcmul_out(tensor(z), zero, tensor(x), s.data().scalar(), number);
        }
    }

    @Override
    public void divideScalar(PooledArray<TensorViews> x, PooledArray<TensorViews> s, PooledArray<TensorViews> z) {
        count.one();
        torch.div_out(tensor(z), tensor(x), s.data().scalar());
    }

    @Override
    public void divideScalarAdjoints(
            PooledArray<TensorViews> g,
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> s,
            PooledArray<TensorViews> toX,
            PooledArray<TensorViews> toS) {
        divideScalar(g, s, toX);
        count.more(2);
        try (Scope temporaries = pool.open();
                Scalar minus = new Scalar(-1)) {
            Tensor product = pool.take(NUMBER).data().scalar();
            // With g/s in place of g there is one s left to divide by.
            torch.dot_out(product, toX.data().flat(), x.data().flat());
            torch.addcdiv_out(toS.data().scalar(), zero, product, s.data().scalar(), minus);
        }
    }

    @Override
    public void normalizeRows(PooledArray<TensorViews> x, double epsilon, PooledArray<TensorViews> z) {
        normalization.rows(x, epsilon, z);
    }

    @Override
    public void normalizeRowsAdjoint(
            PooledArray<TensorViews> x, double epsilon, PooledArray<TensorViews> g, PooledArray<TensorViews> z) {
        normalization.rowsAdjoint(x, epsilon, g, z);
    }

    @Override
    public void multiplyScaled(
            PooledArray<TensorViews> a, PooledArray<TensorViews> b, double factor, PooledArray<TensorViews> z) {
        count.one();
        try (Scalar number = new Scalar(factor)) {
            torch.addcmul_out(tensor(z), zero, tensor(a), tensor(b), number);
        }
    }

    @Override
    public void divideScaled(
            PooledArray<TensorViews> a, PooledArray<TensorViews> b, double factor, PooledArray<TensorViews> z) {
        count.one();
        try (Scalar number = new Scalar(factor)) {
            torch.addcdiv_out(tensor(z), zero, tensor(a), tensor(b), number);
        }
    }

    void close() {
        zero.close();
        ones.close();
    }
}
