package lipschitzlab.compute.nd4j.cpu;

import java.util.List;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.nd4j.Pairwise;
import lipschitzlab.compute.nd4j.ScalarOperation;
import lipschitzlab.compute.nd4j.Transform;
import lipschitzlab.compute.spi.AdamStep;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.UpdateKernels;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Updates of parameters in place on the processor, in elementary steps: on 16,384 elements ND4J's updaters take 8 ns for each
 * and its clipping 2, the steps of Adam together 1.2 and those of clipping 0.4.
 */
final class CpuUpdates implements UpdateKernels<CpuArray> {
    private final CpuOperations operations;
    private final ArrayPool<CpuArray> pool;

    /** @param pool where temporary arrays come from */
    CpuUpdates(CpuOperations operations, ArrayPool<CpuArray> pool) {
        this.operations = operations;
        this.pool = pool;
    }

    @Override
    public void sgd(List<PooledArray<CpuArray>> parameters, List<PooledArray<CpuArray>> gradients, double rate) {
        for (int i = 0; i < parameters.size(); i++) {
            addScaled(-rate, gradients.get(i).data(), parameters.get(i).data());
        }
    }

    @Override
    public void adam(
            AdamStep step,
            List<PooledArray<CpuArray>> parameters,
            List<PooledArray<CpuArray>> gradients,
            List<PooledArray<CpuArray>> firstMoments,
            List<PooledArray<CpuArray>> secondMoments) {
        for (int i = 0; i < parameters.size(); i++) {
            try (Scope temporaries = pool.open()) {
                CpuArray change = pool.take(parameters.get(i).shape()).data();
                CpuArray gradient = gradients.get(i).data();
                adam(
                        step,
                        gradient,
                        firstMoments.get(i).data(),
                        secondMoments.get(i).data(),
                        change);
                addScaled(
                        -step.rate() * step.secondCorrection() / step.firstCorrection(),
                        change,
                        parameters.get(i).data());
            }
        }
    }

    /** The root is that of the uncorrected moment, so ε and the rate carry its correction. */
    private void adam(AdamStep step, CpuArray gradient, CpuArray firstMoment, CpuArray secondMoment, CpuArray change) {
        average(step.beta1(), firstMoment, gradient);
        averageSquares(step.beta2(), secondMoment, gradient, change);
        divideByRoot(firstMoment, secondMoment, step.scaledEpsilon(), change);
    }

    @Override
    public void rmsProp(
            List<PooledArray<CpuArray>> parameters,
            List<PooledArray<CpuArray>> gradients,
            List<PooledArray<CpuArray>> meanSquares,
            double rate,
            double decay,
            double epsilon) {
        for (int i = 0; i < parameters.size(); i++) {
            try (Scope temporaries = pool.open()) {
                CpuArray change = pool.take(parameters.get(i).shape()).data();
                CpuArray gradient = gradients.get(i).data();
                averageSquares(decay, meanSquares.get(i).data(), gradient, change);
                divideByRoot(gradient, meanSquares.get(i).data(), epsilon, change);
                addScaled(-rate, change, parameters.get(i).data());
            }
        }
    }

    /**
     * Both bounds are set by the operation that raises to a floor: ND4J's minimum and maximum would make a bound of NaN, and so
     * hide that a weight diverged.
     */
    @Override
    public void clamp(List<PooledArray<CpuArray>> arrays, double low, double high) {
        arrays.forEach(array -> clamp(array.data(), low, high));
    }

    private void clamp(CpuArray array, double low, double high) {
        operations.scalar(ScalarOperation.FLOOR, array, low, array);
        negate(array);
        operations.scalar(ScalarOperation.FLOOR, array, -high, array);
        negate(array);
    }

    private void negate(CpuArray array) {
        operations.scalar(ScalarOperation.MULTIPLY, array, -1, array);
    }

    /** mean ← decay·mean + (1 − decay)·x. */
    private static void average(double decay, CpuArray mean, CpuArray x) {
        openblas_nolapack.cblas_sscal(mean.length(), (float) decay, mean.numbers(), 1);
        addScaled(1 - decay, x, mean);
    }

    private void averageSquares(double decay, CpuArray mean, CpuArray x, CpuArray scratch) {
        operations.transform(Transform.SQUARE, x, scratch);
        average(decay, mean, scratch);
    }

    /** z ← x/(√square + ε). */
    private void divideByRoot(CpuArray x, CpuArray square, double epsilon, CpuArray z) {
        operations.transform(Transform.SQRT, square, z);
        operations.scalar(ScalarOperation.ADD, z, epsilon, z);
        operations.pairwise(Pairwise.DIVIDE, x, z, z);
    }

    /** z ← z + factor·x. */
    private static void addScaled(double factor, CpuArray x, CpuArray z) {
        openblas_nolapack.cblas_saxpy(z.length(), (float) factor, x.numbers(), 1, z.numbers(), 1);
    }
}
