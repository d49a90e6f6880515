package lipschitzlab.compute.nd4j.cpu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.Activations;
import lipschitzlab.compute.nd4j.BatchNormalization;
import lipschitzlab.compute.nd4j.CustomOperation;
import lipschitzlab.compute.nd4j.MemoryGuard;
import lipschitzlab.compute.nd4j.Nd4jConvolutions;
import lipschitzlab.compute.nd4j.Nd4jOperations;
import lipschitzlab.compute.nd4j.Pairwise;
import lipschitzlab.compute.nd4j.ScalarOperation;
import lipschitzlab.compute.nd4j.SteppedActivations;
import lipschitzlab.compute.nd4j.Transform;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.Storage;
import lipschitzlab.compute.spi.UpdateKernels;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The operations on the processor by calls of ND4J's native library, with objects that are made once: the executioner takes
 * 5 to 10 µs and 3 kB of Java objects for each call, where the arithmetic on a small array takes less than 1 µs.
 */
public final class CpuOperations implements Nd4jOperations<CpuArray> {
    private final NativeOps nativeOps = NativeOpsHolder.getInstance().getDeviceNativeOps();
    private final CpuStorage storage = new CpuStorage();
    private final CpuArray number = storage.make(Shape.of(1));
    private final Map<CustomOperation, NativeCall> calls = new HashMap<>();
    private final CpuRoots roots = new CpuRoots();
    private final CpuProducts products = new CpuProducts(this);

    @Override
    public Storage<CpuArray> storage() {
        return storage;
    }

    @Override
    public void read(CpuArray array, float[] numbers) {
        array.numbers().get(numbers);
    }

    @Override
    public void write(CpuArray array, float[] numbers) {
        array.numbers().put(numbers);
    }

    @Override
    public void copy(CpuArray x, CpuArray z) {
        Pointer.memcpy(z.numbers(), x.numbers(), (long) x.length() * Float.BYTES);
    }

    @Override
    public void pairwise(Pairwise operation, CpuArray x, CpuArray y, CpuArray z) {
        if (y.shape().equals(x.shape())) {
            nativeOps.execPairwiseTransform(
                    null,
                    operation.ofTwoArrays(),
                    x.buffer(),
                    x.shapeInfo(),
                    null,
                    y.buffer(),
                    y.shapeInfo(),
                    null,
                    z.buffer(),
                    z.shapeInfo(),
                    null,
                    null);
            checkNothingFailed(operation);
        } else if (y.length() == 1) {
            withElement(operation, operation.ofArrayAndElement(), x, y, z);
        } else {
            custom(operation.spreading(), List.of(x, y), List.of(z));
        }
    }

    @Override
    public void scalar(ScalarOperation operation, CpuArray x, double value, CpuArray z) {
        number.numbers().put(0, (float) value);
        withElement(operation, operation.number(), x, number, z);
    }

    private void withElement(Object operation, int operationNumber, CpuArray x, CpuArray element, CpuArray z) {
        nativeOps.execScalar(
                null,
                operationNumber,
                x.buffer(),
                x.shapeInfo(),
                null,
                z.buffer(),
                z.shapeInfo(),
                null,
                element.buffer(),
                element.shapeInfo(),
                null,
                null);
        checkNothingFailed(operation);
    }

    @Override
    public void transform(Transform operation, CpuArray x, CpuArray z) {
        switch (operation) {
            case SQRT -> roots.of(x, z);
            case SQUARE, RECIPROCAL -> {
                nativeOps.execTransformSame(
                        null,
                        operation.number(),
                        x.buffer(),
                        x.shapeInfo(),
                        null,
                        z.buffer(),
                        z.shapeInfo(),
                        null,
                        null);
                checkNothingFailed(operation);
            }
            case EXP, LOG, TANH, SIGMOID -> {
                nativeOps.execTransformStrict(
                        null,
                        operation.number(),
                        x.buffer(),
                        x.shapeInfo(),
                        null,
                        z.buffer(),
                        z.shapeInfo(),
                        null,
                        null);
                checkNothingFailed(operation);
            }
        }
    }

    @Override
    public void product(CpuArray a, boolean transposeA, CpuArray b, boolean transposeB, CpuArray z) {
        products.product(a, transposeA, b, transposeB, z);
    }

    @Override
    public void dense(CpuArray x, CpuArray weight, CpuArray bias, CpuArray ones, CpuArray z) {
        products.dense(x, weight, bias, ones, z);
    }

    @Override
    public Nd4jConvolutions<CpuArray> convolutions(ArrayPool<CpuArray> pool) {
        return new CpuConvolutions(this, pool);
    }

    @Override
    public Activations<CpuArray> activations(ArrayPool<CpuArray> pool) {
        return OneDnn.open()
                .<Activations<CpuArray>>map(oneDnn -> new OneDnnActivations(oneDnn, pool, this))
                .orElseGet(() -> new SteppedActivations<>(this));
    }

    @Override
    public Optional<BatchNormalization<CpuArray>> batchNormalization(ArrayPool<CpuArray> pool) {
        return OneDnn.open().map(oneDnn -> new OneDnnBatchNormalization(oneDnn, pool));
    }

    @Override
    public UpdateKernels<CpuArray> updates(ArrayPool<CpuArray> pool) {
        return new CpuUpdates(this, pool);
    }

    @Override
    public void custom(CustomOperation operation, List<CpuArray> inputs, List<CpuArray> outputs) {
        int status = calls.computeIfAbsent(operation, made -> new NativeCall(nativeOps, made))
                .run(inputs, outputs);
        checkNothingFailed(operation);
        if (status != 0) {
            throw new IllegalStateException("ND4J refused " + operation + " with status " + status);
        }
    }

    private void checkNothingFailed(Object operation) {
        if (nativeOps.lastErrorCode() != 0) {
            throw MemoryGuard.translated(
                    new IllegalStateException("ND4J failed in " + operation + ": " + nativeOps.lastErrorMessage()));
        }
    }

    @Override
    public void close() {
        calls.values().forEach(NativeCall::close);
        calls.clear();
        storage.close(number);
    }
}
