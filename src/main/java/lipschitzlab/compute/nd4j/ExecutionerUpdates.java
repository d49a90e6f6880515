package lipschitzlab.compute.nd4j;

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
    public void sgd(PooledArray<INDArray> parameter, PooledArray<INDArray> gradient, double rate) {
        try (Scope temporaries = pool.open()) {
            PooledArray<INDArray> step = pool.take(parameter.shape());
            operations.scalar(ScalarOperation.MULTIPLY, gradient.data(), rate, step.data());
            subtract(step, parameter);
        }
    }

    /** ND4J adds ε to √v, the paper's algorithm 1 to √(v/(1−β₂ᵗ)): the same step with ε scaled. */
    @Override
    public void adam(
            AdamStep step,
            PooledArray<INDArray> parameter,
            PooledArray<INDArray> gradient,
            PooledArray<INDArray> firstMoment,
            PooledArray<INDArray> secondMoment,
            PooledArray<INDArray> scratch) {
        operations.run(new AdamUpdater(
                gradient.data(),
                secondMoment.data(),
                firstMoment.data(),
                scratch.data(),
                secondMoment.data(),
                firstMoment.data(),
                step.rate(),
                step.beta1(),
                step.beta2(),
                step.scaledEpsilon(),
                step.iteration() - 1));
        subtract(scratch, parameter);
    }

    @Override
    public void rmsProp(
            PooledArray<INDArray> parameter,
            PooledArray<INDArray> gradient,
            PooledArray<INDArray> meanSquare,
            double rate,
            double decay,
            double epsilon,
            PooledArray<INDArray> scratch) {
        operations.run(new RmsPropUpdater(
                gradient.data(), meanSquare.data(), scratch.data(), meanSquare.data(), rate, decay, epsilon));
        subtract(scratch, parameter);
    }

    private void subtract(PooledArray<INDArray> step, PooledArray<INDArray> parameter) {
        operations.pairwise(Pairwise.SUBTRACT, parameter.data(), step.data(), parameter.data());
    }

    @Override
    public void clamp(PooledArray<INDArray> array, double low, double high) {
        operations.run(DynamicCustomOp.builder("clipbyvalue")
                .addInputs(array.data())
                .addOutputs(array.data())
                .addFloatingPointArguments(low, high)
                .build());
    }
}
