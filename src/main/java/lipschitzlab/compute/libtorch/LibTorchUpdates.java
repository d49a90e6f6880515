package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.DispatchedOperation.Argument.flag;
import static lipschitzlab.compute.libtorch.DispatchedOperation.Argument.none;
import static lipschitzlab.compute.libtorch.DispatchedOperation.Argument.number;
import static lipschitzlab.compute.libtorch.DispatchedOperation.Argument.scalar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.spi.AdamStep;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.UpdateKernels;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Updates of parameters in place, by LibTorch's operations on lists: a network's parameters together, not one by one. Adam is one
 * operation, with one pass over memory.
 */
final class LibTorchUpdates implements UpdateKernels<TensorViews> {
    /** More than the parameters and averages of two networks. */
    private static final int KEPT_LISTS = 32;

    private final LaunchCounter count;
    private final Tensor iteration;
    private final DispatchedOperation subtract = new DispatchedOperation("aten::_foreach_sub_", "List");
    private final DispatchedOperation adam = new DispatchedOperation("aten::_fused_adam_", "");
    private final DispatchedOperation multiply = new DispatchedOperation("aten::_foreach_mul_", "Scalar");
    private final DispatchedOperation addProducts = new DispatchedOperation("aten::_foreach_addcmul_", "Scalar");
    private final DispatchedOperation roots = new DispatchedOperation("aten::_foreach_sqrt", "");
    private final DispatchedOperation add = new DispatchedOperation("aten::_foreach_add_", "Scalar");
    private final DispatchedOperation addQuotients = new DispatchedOperation("aten::_foreach_addcdiv_", "Scalar");
    private final DispatchedOperation raise = new DispatchedOperation("aten::_foreach_clamp_min_", "Scalar");
    private final DispatchedOperation lower = new DispatchedOperation("aten::_foreach_clamp_max_", "Scalar");

    /** Lists of arrays that are the same at every step; the one that was not asked for longest goes first. */
    private final Map<List<PooledArray<TensorViews>>, TensorSequence> lasting = new LinkedHashMap<>(16, 0.75f, true);

    /** @param iteration one number on the device, this class's own */
    LibTorchUpdates(Tensor iteration, LaunchCounter count) {
        this.iteration = iteration;
        this.count = count;
    }

    @Override
    public void sgd(List<PooledArray<TensorViews>> parameters, List<PooledArray<TensorViews>> gradients, double rate) {
        count.one();
        try (TensorSequence g = TensorSequence.of(gradients)) {
            subtract.run(lasting(parameters), g, scalar(rate));
        }
    }

    @Override
    public void adam(
            AdamStep step,
            List<PooledArray<TensorViews>> parameters,
            List<PooledArray<TensorViews>> gradients,
            List<PooledArray<TensorViews>> firstMoments,
            List<PooledArray<TensorViews>> secondMoments) {
        count.more(2);
        try (Scalar number = new Scalar(step.iteration());
                TensorSequence g = TensorSequence.of(gradients);
                TensorSequence withoutMaximum = TensorSequence.ofTensors(List.of());
                TensorSequence steps = TensorSequence.ofTensors(Collections.nCopies(parameters.size(), iteration))) {
            iteration.fill_(number);
            adam.run(
                    lasting(parameters),
                    g,
                    lasting(firstMoments),
                    lasting(secondMoments),
                    withoutMaximum,
                    steps,
                    number(step.rate()),
                    number(step.beta1()),
                    number(step.beta2()),
                    number(0),
                    number(step.epsilon()),
                    flag(false),
                    flag(false),
                    none(),
                    none());
        }
    }

    @Override
    public void rmsProp(
            List<PooledArray<TensorViews>> parameters,
            List<PooledArray<TensorViews>> gradients,
            List<PooledArray<TensorViews>> meanSquares,
            double rate,
            double decay,
            double epsilon) {
        count.more(5);
        TensorSequence squares = lasting(meanSquares);
        try (TensorSequence g = TensorSequence.of(gradients)) {
            multiply.run(squares, scalar(decay));
            addProducts.run(squares, g, g, scalar(1 - decay));
            try (TensorSequence sizes = roots.make(squares)) {
                add.run(sizes, scalar(epsilon));
                addQuotients.run(lasting(parameters), g, sizes, scalar(-rate));
            }
        }
    }

    @Override
    public void clamp(List<PooledArray<TensorViews>> arrays, double low, double high) {
        count.more(2);
        TensorSequence tensors = lasting(arrays);
        raise.run(tensors, scalar(low));
        lower.run(tensors, scalar(high));
    }

    private TensorSequence lasting(List<PooledArray<TensorViews>> arrays) {
        TensorSequence found = lasting.computeIfAbsent(arrays, TensorSequence::of);
        if (lasting.size() > KEPT_LISTS) {
            lasting.remove(lasting.keySet().iterator().next()).close();
        }
        return found;
    }

    void close() {
        lasting.values().forEach(TensorSequence::close);
        lasting.clear();
        iteration.close();
    }
}
