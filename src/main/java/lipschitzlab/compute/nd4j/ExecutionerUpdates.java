package lipschitzlab.compute.nd4j;

import java.util.List;
import java.util.function.Consumer;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.spi.AdamStep;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.UpdateKernels;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.RmsPropUpdater;

/** Updates of parameters in place by ND4J's updaters, which say by how much, and a subtraction. */
final class ExecutionerUpdates implements UpdateKernels<INDArray> {
    private final ExecutionerOperations operations;
    private final ArrayPool<INDArray> pool;

    /** @param pool where temporary arrays come from */
    ExecutionerUpdates(ExecutionerOperations operations, ArrayPool<INDArray> pool) {
        this.operations = operations;
        this.pool = pool;
    }

    @Override
    public void sgd(List<PooledArray<INDArray>> parameters, List<PooledArray<INDArray>> gradients, double rate) {
        for (int i = 0; i < parameters.size(); i++) {
            INDArray gradient = gradients.get(i).data();
            changed(parameters.get(i), step -> operations.scalar(ScalarOperation.MULTIPLY, gradient, rate, step));
        }
    }

    /** ND4J adds ε to √v, the paper's algorithm 1 to √(v/(1−β₂ᵗ)): the same step with ε scaled. */
    @Override
    public void adam(
            AdamStep step,
            List<PooledArray<INDArray>> parameters,
            List<PooledArray<INDArray>> gradients,
            List<PooledArray<INDArray>> firstMoments,
            List<PooledArray<INDArray>> secondMoments) {
        for (int i = 0; i < parameters.size(); i++) {
            INDArray gradient = gradients.get(i).data();
            INDArray first = firstMoments.get(i).data();
            INDArray second = secondMoments.get(i).data();
            changed(
                    parameters.get(i),
                    change -> operations.run(new AdamUpdater(
                            gradient,
                            second,
                            first,
                            change,
                            second,
                            first,
                            step.rate(),
                            step.beta1(),
                            step.beta2(),
                            step.scaledEpsilon(),
                            step.iteration() - 1)));
        }
    }

    @Override
    public void rmsProp(
            List<PooledArray<INDArray>> parameters,
            List<PooledArray<INDArray>> gradients,
            List<PooledArray<INDArray>> meanSquares,
            double rate,
            double decay,
            double epsilon) {
        for (int i = 0; i < parameters.size(); i++) {
            INDArray gradient = gradients.get(i).data();
            INDArray square = meanSquares.get(i).data();
            changed(
                    parameters.get(i),
                    change ->
                            operations.run(new RmsPropUpdater(gradient, square, change, square, rate, decay, epsilon)));
        }
    }

    /** @param step writes what is to be subtracted */
    private void changed(PooledArray<INDArray> parameter, Consumer<INDArray> step) {
        try (Scope temporaries = pool.open()) {
            INDArray change = pool.take(parameter.shape()).data();
            step.accept(change);
            operations.pairwise(Pairwise.SUBTRACT, parameter.data(), change, parameter.data());
        }
    }

    @Override
    public void clamp(List<PooledArray<INDArray>> arrays, double low, double high) {
        for (PooledArray<INDArray> array : arrays) {
            operations.run(DynamicCustomOp.builder("clipbyvalue")
                    .addInputs(array.data())
                    .addOutputs(array.data())
                    .addFloatingPointArguments(low, high)
                    .build());
        }
    }
}
