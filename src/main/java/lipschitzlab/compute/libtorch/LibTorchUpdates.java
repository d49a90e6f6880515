package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import lipschitzlab.compute.spi.AdamStep;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.UpdateKernels;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Updates of parameters in place, in LibTorch's elementary steps. */
final class LibTorchUpdates implements UpdateKernels<TensorViews> {
    @Override
    public void sgd(PooledArray<TensorViews> parameter, PooledArray<TensorViews> gradient, double rate) {
        try (Scalar factor = new Scalar(rate)) {
            tensor(parameter).sub_(tensor(gradient), factor);
        }
    }

    @Override
    public void adam(
            AdamStep step,
            PooledArray<TensorViews> parameter,
            PooledArray<TensorViews> gradient,
            PooledArray<TensorViews> firstMoment,
            PooledArray<TensorViews> secondMoment,
            PooledArray<TensorViews> scratch) {
        Tensor g = tensor(gradient);
        Tensor size = tensor(scratch);
        try (Scalar newest = new Scalar(1 - step.beta1());
                Scalar decay = new Scalar(step.beta2());
                Scalar newestSquare = new Scalar(1 - step.beta2());
                Scalar root = new Scalar(step.secondCorrection());
                Scalar floor = new Scalar(step.epsilon());
                Scalar back = new Scalar(-(step.rate() / step.firstCorrection()))) {
            tensor(firstMoment).lerp_(g, newest);
            tensor(secondMoment).mul_(decay);
            tensor(secondMoment).addcmul_(g, g, newestSquare);
            torch.sqrt_out(size, tensor(secondMoment));
            size.div_(root);
            size.add_(floor);
            tensor(parameter).addcdiv_(tensor(firstMoment), size, back);
        }
    }

    @Override
    public void rmsProp(
            PooledArray<TensorViews> parameter,
            PooledArray<TensorViews> gradient,
            PooledArray<TensorViews> meanSquare,
            double rate,
            double decay,
            double epsilon,
            PooledArray<TensorViews> scratch) {
        Tensor g = tensor(gradient);
        Tensor size = tensor(scratch);
        try (Scalar kept = new Scalar(decay);
                Scalar newest = new Scalar(1 - decay);
                Scalar floor = new Scalar(epsilon);
                Scalar back = new Scalar(-rate)) {
            tensor(meanSquare).mul_(kept);
            tensor(meanSquare).addcmul_(g, g, newest);
            torch.sqrt_out(size, tensor(meanSquare));
            size.add_(floor);
            tensor(parameter).addcdiv_(g, size, back);
        }
    }

    @Override
    public void clamp(PooledArray<TensorViews> array, double low, double high) {
        try (Scalar from = new Scalar(low);
                Scalar to = new Scalar(high);
                ScalarOptional least = new ScalarOptional(from);
                ScalarOptional most = new ScalarOptional(to)) {
            tensor(array).clamp_(least, most);
        }
    }
}
