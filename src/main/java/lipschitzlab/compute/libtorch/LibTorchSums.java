package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.SumKernels;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's sums; broadcasts are copies that LibTorch expands. */
final class LibTorchSums implements SumKernels<TensorViews> {
    private final LaunchCounter count;

    LibTorchSums(LaunchCounter count) {
        this.count = count;
    }

    @Override
    public void sum(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.sum_out(z.data().scalar(), x.data().flat(), 0);
    }

    @Override
    public void broadcast(PooledArray<TensorViews> s, PooledArray<TensorViews> z) {
        count.one();
        tensor(z).copy_(s.data().scalar());
    }

    @Override
    public void rowSum(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        Tensor rows = seen(x, x.shape().size(0), x.shape().rowLength());
        torch.sum_out(tensor(z), rows, 1);
    }

    @Override
    public void broadcastRows(PooledArray<TensorViews> v, PooledArray<TensorViews> z) {
        count.one();
        int rows = z.shape().size(0);
        seen(z, rows, z.shape().rowLength()).copy_(seen(v, rows, 1));
    }

    @Override
    public void channelSum(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        if (x.shape().rank() == 2) {
            torch.sum_out(tensor(z), tensor(x), 0);
        } else {
            torch.sum_out(tensor(z), tensor(x), 0, 2, 3);
        }
    }

    @Override
    public void broadcastChannels(PooledArray<TensorViews> v, PooledArray<TensorViews> z) {
        count.one();
        tensor(z).copy_(alongChannels(v, z.shape()));
    }

    @Override
    public void addChannels(PooledArray<TensorViews> x, PooledArray<TensorViews> v, PooledArray<TensorViews> z) {
        count.one();
        torch.add_out(tensor(z), tensor(x), alongChannels(v, x.shape()));
    }

    @Override
    public void multiplyChannels(PooledArray<TensorViews> x, PooledArray<TensorViews> v, PooledArray<TensorViews> z) {
        count.one();
        torch.mul_out(tensor(z), tensor(x), alongChannels(v, x.shape()));
    }

    private static Tensor alongChannels(PooledArray<TensorViews> v, Shape shape) {
        int channels = shape.size(1);
        return shape.rank() == 2 ? seen(v, 1, channels) : seen(v, 1, channels, 1, 1);
    }

    private static Tensor seen(PooledArray<TensorViews> array, int... sizes) {
        return tensor(array.view(Shape.of(sizes), 0));
    }
}
