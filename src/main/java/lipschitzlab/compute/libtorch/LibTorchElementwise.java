package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import lipschitzlab.compute.spi.ElementwiseKernels;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.PooledArray;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's operations element by element. */
final class LibTorchElementwise implements ElementwiseKernels<TensorViews> {
    private final LaunchCounter count;

    LibTorchElementwise(LaunchCounter count) {
        this.count = count;
    }

    @Override
    public void add(PooledArray<TensorViews> a, PooledArray<TensorViews> b, PooledArray<TensorViews> z) {
        count.one();
        torch.add_out(tensor(z), tensor(a), tensor(b));
    }

    @Override
    public void subtract(PooledArray<TensorViews> a, PooledArray<TensorViews> b, PooledArray<TensorViews> z) {
        count.one();
        torch.sub_out(tensor(z), tensor(a), tensor(b));
    }

    @Override
    public void multiply(PooledArray<TensorViews> a, PooledArray<TensorViews> b, PooledArray<TensorViews> z) {
        count.one();
        torch.mul_out(tensor(z), tensor(a), tensor(b));
    }

    @Override
    public void divide(PooledArray<TensorViews> a, PooledArray<TensorViews> b, PooledArray<TensorViews> z) {
        count.one();
        torch.div_out(tensor(z), tensor(a), tensor(b));
    }

    @Override
    public void scale(PooledArray<TensorViews> x, double factor, PooledArray<TensorViews> z) {
        try (Scalar number = new Scalar(factor)) {
            count.one();
            torch.mul_out(tensor(z), tensor(x), number);
        }
    }

    @Override
    public void addScalar(PooledArray<TensorViews> x, double term, PooledArray<TensorViews> z) {
        try (Scalar number = new Scalar(term)) {
            count.one();
            torch.add_out(tensor(z), tensor(x), number);
        }
    }

    @Override
    public void square(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.square_out(tensor(z), tensor(x));
    }

    @Override
    public void sqrt(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.sqrt_out(tensor(z), tensor(x));
    }

    @Override
    public void exp(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.exp_out(tensor(z), tensor(x));
    }

    @Override
    public void log(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.log_out(tensor(z), tensor(x));
    }

    @Override
    public void reciprocal(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.reciprocal_out(tensor(z), tensor(x));
    }

    @Override
    public void tanh(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.tanh_out(tensor(z), tensor(x));
    }

    @Override
    public void sigmoid(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.sigmoid_out(tensor(z), tensor(x));
    }

    @Override
    public void softplus(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        torch.softplus_out(tensor(z), tensor(x));
    }

    @Override
    public void leakyRelu(PooledArray<TensorViews> x, double slope, PooledArray<TensorViews> z) {
        try (Scalar below = new Scalar(slope)) {
            count.one();
            torch.leaky_relu_out(tensor(z), tensor(x), below);
        }
    }

    @Override
    public void leakyReluAdjoint(
            PooledArray<TensorViews> g, PooledArray<TensorViews> x, double slope, PooledArray<TensorViews> z) {
        try (Scalar below = new Scalar(slope)) {
            count.one();
            torch.leaky_relu_backward_out(tensor(z), tensor(g), tensor(x), below, false);
        }
    }
}
